/** Types of mochaInWorker.mjs. */

export declare function runMocha(
  loadSuites: () => unknown,
  options?: { readonly timeout?: number; readonly retries?: number; readonly grep?: string },
): Promise<void>;
