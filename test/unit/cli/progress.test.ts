/** The line of progress: what it says, when it is there, and that it makes way. */

import { describe, expect, test } from 'vitest';
import { Progress, showsProgress } from '../../../server/src/cli/progress.ts';

/** Updates at these times (in milliseconds) with these counts, of 10,000 files. */
function written(...updates: readonly (readonly [at: number, done: number])[]): readonly string[] {
  const lines: string[] = [];
  let time = 0;
  const progress = new Progress({ isTTY: true, write: (text) => lines.push(text) }, 10_000, () => time);
  for (const [at, done] of updates) {
    time = at;
    progress.update(done);
  }
  progress.clear();
  return lines;
}

test('how far, how quickly, and how long still', () =>
  expect(written([2000, 500])).toEqual(['\r500 of 10,000 files, 250/s, 38 s left\u001B[K', '\r\u001B[K']));
test('minutes, where it takes minutes', () => expect(written([10_000, 1000])[0]).toContain('100/s, 1:30 min left'));
test('nothing of what is done soon', () => expect(written([100, 4000], [400, 9999])).toEqual([]));
test('not more often than can be seen', () =>
  expect(written([1000, 100], [1050, 105], [1099, 109], [1100, 110])).toEqual([
    expect.stringContaining('\r100 of'),
    expect.stringContaining('\r110 of'),
    '\r\u001B[K',
  ]));

describe('is shown', () => {
  const check = (isTTY: boolean | undefined, env: Record<string, string>, expected: boolean): void =>
    expect(showsProgress({ isTTY, write: () => true }, env)).toBe(expected);
  test('on a terminal', () => check(true, { TERM: 'xterm' }, true));
  test('not in a pipe or a file', () => check(undefined, {}, false));
  test('not in CI', () => check(true, { CI: 'true' }, false));
  test('where CI says that it is none', () => check(true, { CI: 'false' }, true));
  test('not on a terminal that can’t erase', () => check(true, { TERM: 'dumb' }, false));
});
