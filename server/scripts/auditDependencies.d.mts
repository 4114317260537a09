/** What auditDependencies.mjs exports. */

export interface Lock {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export function auditLock(lock: Lock, manifest: Readonly<Record<string, unknown>>): readonly string[];
