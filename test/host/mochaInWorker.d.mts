/** Types of mochaInWorker.mjs. */

export declare function runMocha(loadSuites: () => Promise<unknown>, options?: { readonly timeout?: number }): Promise<void>;
