/** Types of run.mjs. */

export interface RunOptions {
  readonly extension: string | string[];
  readonly installed?: string[];
  readonly tests: string;
  readonly folder?: string;
  readonly kind?: 'node' | 'web';
  readonly env?: Record<string, string | undefined>;
  readonly settings?: Record<string, unknown>;
  readonly version?: string;
  readonly launchArgs?: readonly string[];
}

export declare function runInVSCode(options: RunOptions): Promise<{ vscode: 'desktop' | 'stand-in' | 'given' }>;
