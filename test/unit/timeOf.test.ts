/** The time of whatever the writer points at, and how it stands to the target: as the rules and the tree say. */

import { expect, test } from 'vitest';
import { analyse } from '../../server/src/core/analysis.ts';
import { outlineOf } from '../../server/src/core/overview/outline.ts';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings.ts';
import { timeOfAnswerAt } from '../../server/src/core/timeOf.ts';
import { words } from '../support/words.ts';

/** The verdict in the status bar, in the tree, and the rules that report something. */
function check(text: string, expected: string): void {
  const analysis = analyse(text, { settings: DEFAULT_SETTINGS, isListed: false });
  const { verdict } = timeOfAnswerAt(analysis, text.length, DEFAULT_SETTINGS)!.target!;
  const rules = analysis.findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('duration/'));
  expect([verdict, outlineOf(analysis, DEFAULT_SETTINGS).rows[0]!.verdict, ...rules].join(' ')).toBe(expected);
}

test.each([
  ['over', `# Why (10 s)\n\n${words(60)}.`, 'over over duration/over'],
  ['a little over, within the tolerance', `# Why (20 s)\n\n${words(86)}.`, 'met met'],
  ['a little under, within the tolerance', `# Why (20 s)\n\n${words(77)}.`, 'met met'],
  ['under', `# Why (1 min)\n\n${words(30)}.`, 'under under duration/under'],
])('%s', (_, text, expected) => check(text, expected));
