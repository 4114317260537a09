/** Texts that repeat one hard thing: what is looked up, parsed or waited for is counted, since time tells little on a busy machine. */

import { expect, test } from 'vitest';
import { analyse, analyseInSteps, AnalysisCache } from '../../server/src/core/analysis.ts';
import { AnswersCache, MOST_ANSWERS, parseAnswers } from '../../server/src/core/answers/parseAnswers.ts';
import { parseRoughlyInSteps } from '../../server/src/core/answers/plainMarkdown.ts';
import { completionsAt } from '../../server/src/core/editing/completion.ts';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings.ts';
import { sentencesInSteps } from '../../server/src/core/speech/sentences.ts';
import { findDirectives } from '../../server/src/core/suppressions/directives.ts';
import { nearestRule } from '../../server/src/core/suppressions/ruleNames.ts';

/** A list that counts how often its elements are asked for. */
function counted<T>(list: readonly T[]): { readonly list: readonly T[]; readonly asked: () => number } {
  let asked = 0;
  const proxy = new Proxy(list, {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) asked++;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  return { list: proxy, asked: () => asked };
}

function stepsOf(steps: Generator<void, unknown>): number {
  let count = 0;
  while (steps.next().done !== true) count++;
  return count;
}

/** How often the blocks and the spoken runs of one answer with so many comments, code blocks and words are looked at. */
function lookedAt(comments: number): number {
  const text = `# A\n\n${'`code`\n<!-- interview-answers-disable breath -->\n\n```\ncode\n```\n\n'.repeat(comments)}`;
  const { file, answers } = analyse(text, { settings: DEFAULT_SETTINGS, isListed: true });
  const { answer } = answers[0]!;
  const runs = counted(answer.content.spoken.map.runs);
  const blocks = counted(answer.content.blocks);
  const spoken = { ...answer.content.spoken, map: { runs: runs.list } };
  const one = { ...answers[0]!, answer: { ...answer, content: { ...answer.content, blocks: blocks.list, spoken } } };
  expect(findDirectives({ file, answers: [one] })).toHaveLength(comments);
  return runs.asked() + blocks.asked();
}

test('twice as many silencers look at about twice as much', () => {
  expect(lookedAt(40) / lookedAt(20)).toBeLessThan(2.6);
});

test('a comment that names a hundred thousand rules: the first thousand are read', () => {
  const { file, answers } = analyse(`# A\n\n<!-- interview-answers-disable ${'breath, '.repeat(100_000)}-->\n`, {
    settings: DEFAULT_SETTINGS,
    isListed: true,
  });
  expect(findDirectives({ file, answers })[0]!.rules).toHaveLength(1_000);
});

test('a misspelt rule is looked for once', () => {
  let asked = 0;
  const rules = ['speech/breath', 'claim/absolute'].map((id) => ({
    get id() {
      asked++;
      return id;
    },
  }));
  const nearest = nearestRule('speech/braeth', rules);
  expect(nearest).toBe('speech/breath');
  const first = asked;
  for (let i = 0; i < 1_000; i++) expect(nearestRule(`speech/braeth-${i}`, rules)).toBe(nearest);
  expect(asked).toBe(first);
});

test.each([
  ['with a mark each', '# A\n\n*Yes*.\n\n'],
  ['without marks', '# A\n\nYes.\n\n'],
  ['of nothing', '#\n'],
  ['in HTML', '# A\n<div>\n'],
])('a hundred thousand headings %s: five thousand are parsed', (_, piece) => {
  const cache = new AnswersCache();
  const { answers, unreadFrom } = parseAnswers(piece.repeat(100_000), { tables: false }, cache);
  expect(answers.length).toBeLessThanOrEqual(MOST_ANSWERS);
  expect(cache.chunks.parses).toBeLessThanOrEqual(2 * MOST_ANSWERS);
  expect(unreadFrom).toBeLessThanOrEqual(2 * (MOST_ANSWERS + 1) * piece.length);
});

test('what is read by its lines has two nodes a paragraph, however many lines it has', () => {
  const steps = parseRoughlyInSteps('- a\n'.repeat(100_000));
  let step = steps.next();
  let count = 1;
  for (; step.done !== true; count++) step = steps.next();
  expect(count).toBeGreaterThanOrEqual(50);
  const [paragraph, ...others] = step.value.children;
  expect(others).toEqual([]);
  expect(paragraph?.type === 'paragraph' && paragraph.children.length).toBe(1);
});

test.each([
  ['sentences', () => sentencesInSteps('… '.repeat(100_000)), 150],
  ['blocks of one answer', () => analyseInSteps(`# A\n\n${'> a\n\n'.repeat(20_000)}`, OPTIONS, new AnalysisCache()), 60],
  ['silent lines', () => analyseInSteps(`# A\n\n${'-\n'.repeat(100_000)}`, OPTIONS, new AnalysisCache()), 50],
] as const)('%s are read in steps', (_, steps, least) => {
  expect(stepsOf(steps())).toBeGreaterThanOrEqual(least);
});

const OPTIONS = { settings: DEFAULT_SETTINGS, isListed: true };

test('comments that nothing closes, above the cursor', { timeout: 60_000 }, () => {
  // With the square of their number it would take minutes, and run into the time limit.
  const text = `# A (≈ 30 s)\n${'<!-- open\n'.repeat(300_000)}`;
  expect(completionsAt(analyse(text, OPTIONS), text.length, true)).toEqual([]);
});
