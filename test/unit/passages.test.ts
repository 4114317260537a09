/** Passages are ranked: the one that explains a term comes before those that mention it. */

import { expect, test } from 'vitest';
import { findTerm } from '../../server/src/core/links/find.ts';
import { rankPassages } from '../../server/src/core/links/passages.ts';
import { indexOf } from '../support/links.ts';
import { unmark } from '../support/marked.ts';

/** The passage that begins on the line of the cursor `‸` comes first; `count` is of all passages. */
function check(term: string, marked: string, count: number): void {
  const { text, cursor } = unmark(marked);
  const passages = rankPassages(findTerm(term, indexOf(text)));
  expect(passages).toHaveLength(count);
  const [first] = passages;
  expect(text.split('\n')[first!.shard.lineOf(first!.cue)]).toBe(text.split('\n')[text.slice(0, cursor).split('\n').length - 1]);
  expect(passages.map(({ score }) => score)).toEqual(passages.map(({ score }) => score).sort((a, b) => b - a));
}

const FILLER = Array.from({ length: 12 }, (_, i) => `[05:${10 + i}] and so the crew went home to eat soup with number ${i}`).join('\n');

test('an explanation before a mention', () => {
  check(
    'torque ripple',
    `[00:01] today there will be torque ripple and a lot of noise\n${FILLER}\n[06:00] ‸torque ripple is basically a wave in the force, which means the arm shakes\n${FILLER.replaceAll('05:', '07:')}\n[08:00] so much for torque ripple`,
    3,
  );
});

test('a definition in other words before a mention', () => {
  check(
    'shadow gripping',
    `[00:01] we did shadow gripping last year\n${FILLER}\n[06:00] ‸this is what we call shadow gripping\n[06:04] it means that one hand follows the other`,
    2,
  );
});

test('a question for the meaning before a mention', () => {
  check(
    'drift budget',
    `[00:01] the drift budget was spent\n${FILLER}\n[06:00] ‸so what is a drift budget\n[06:04] the idea is to count errors`,
    2,
  );
});

test('where the talk is of nothing else before a mention in passing', () => {
  check(
    'load cell',
    `[00:01] they sell a load cell too\n${FILLER}\n[06:00] ‸the load cell sits below\n[06:02] each load cell weighs\n[06:04] and if a load cell breaks\n[06:06] a new load cell goes in`,
    5,
  );
});

test('what is said before what the title names', () => {
  check('load cell', `# The load cell\n\n[00:01] so we start\n[00:03] ‸with a load cell from the shop`, 2);
});

test.each([
  ['an agenda', 'today we are going to talk about a tool called drift budget and more', 'so the drift budget, you take all errors of a week'],
  ['a mention about oneself', 'I am Ann, and I work on the drift budget', 'The drift budget. You count what fails, and it is capped.'],
  ['a list', 'We have tools like the drift budget and the wall', 'The drift budget takes the errors of a week and adds them up'],
  ['a story', 'We spent our drift budget in June', 'Next, the drift budget: it means that you stop when it is gone'],
])('an explanation before %s', (_, mention, explanation) => {
  check('drift budget', `[00:01] ${mention}\n${FILLER}\n[06:00] ‸${explanation}\n[06:04] and so on`, 2);
});

test('what somebody else answers at length before what is left alone', () => {
  check(
    'drift budget',
    `Ann: The drift budget was late.\n\nBen: Yes.\n\nAnn: ‸And the drift budget?\n\nBen: Take all that fails in a week, add it up, and put a number above which nobody may release anything.`,
    2,
  );
});

test('a list before an agenda that explains what it names', () => {
  check(
    'drift budget',
    `[00:01] ‸today we are going to hear of the drift budget, which is the number of errors\n${FILLER}\n[06:00] tools like the drift budget and the wall`,
    2,
  );
});

test('the term itself before what only sounds like it', () => {
  check('Kubernetes', `[00:01] so kubernetties it is\n${FILLER}\n[06:00] ‸and Kubernetes runs it`, 2);
});

test('the first mention, if nothing else tells them apart', () => {
  check('load cell', `[00:01] hello\n[00:02] ‸we bought a load cell\n${FILLER}\n[06:00] we sold a load cell`, 2);
});

test('matches on one line are one passage, unless far from each other', () => {
  check('load cell', `[00:01] ‸a load cell, then a load cell, and a load cell`, 1);
  check('load cell', `‸A load cell here${' and more of it'.repeat(30)} and then a load cell there`, 2);
});

test('nothing has no passages', () => {
  expect(rankPassages(findTerm('load cell', indexOf('[00:01] nothing\n[00:02] of that kind')))).toEqual([]);
});
