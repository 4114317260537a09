/** Matches paths against globs, and tells which globs stay in their folder and can be matched quickly. */

import picomatch from 'picomatch/posix';

/** Whether a path (with `/`, relative to its workspace folder) matches any glob. A glob without `/` matches names in any folder. */
export function matchesGlobs(path: string, globs: readonly string[]): boolean {
  return globs.some((glob) => glob !== '' && isQuick(glob) && picomatch.isMatch(path, glob, { dot: true, basename: !glob.includes('/') }));
}

/**
 * Whether a glob can't name what is outside of the folder it is seen from: it is neither an absolute path nor an address, and climbs
 * nowhere, in none of its alternatives. Backslashes are looked through, because they escape (`\..` is `..`), or part folders on Windows.
 */
export function staysInside(glob: string): boolean {
  const isAbsolute = /^!?(?:[\\/]|[A-Za-z]:)|:\/\//.test(glob);
  const parts = [...glob.split(/[\\/{},()|]/), ...glob.replaceAll('\\', '').split(/[/{},()|]/)];
  return !isAbsolute && !parts.some((part) => /^!?\.\.$/.test(part));
}

/**
 * Whether a glob can be matched against any path in little time. Globs become regular expressions that try every way to part a name
 * among their wildcards, so that a file of the workspace could stop everything by a glob that no person writes.
 */
export function isQuick(glob: string): boolean {
  if (glob.length > LONGEST_GLOB || /[*+]\(|\)[+{]/.test(glob)) return false;
  const isSimple = glob.split('/').every((part) => count(part, /\*+|\+/g) <= MOST_WILDCARDS);
  return isSimple && count(glob, /\*\*/g) <= MOST_WILDCARDS && count(glob, /[({]/g) <= MOST_GROUPS;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** UTF-16 units. */
const LONGEST_GLOB = 300;
/** Of a name between two slashes, and of folders at any depth. The work grows with the length of a name to this power. */
const MOST_WILDCARDS = 3;
/** Sets of alternatives; the work doubles with each. */
const MOST_GROUPS = 6;
