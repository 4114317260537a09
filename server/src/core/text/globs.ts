/** Matches paths against the globs of the settings. */

import picomatch from 'picomatch/posix';

/** Whether a path (with `/`, relative to its workspace folder) matches any glob. A glob without `/` matches names in any folder. */
export function matchesGlobs(path: string, globs: readonly string[]): boolean {
  return globs.some((glob) => picomatch.isMatch(path, glob, { dot: true, basename: !glob.includes('/') }));
}
