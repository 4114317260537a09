/** Does the answer answer? What headings ask, the parts of a story, and the rules about both. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/core/analysis.ts';
import { describeHeadingAt } from '../../server/src/core/describe.ts';
import { questionOf } from '../../server/src/core/interview/question.ts';
import { starOf } from '../../server/src/core/interview/star.ts';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings.ts';
import { sentencesOf } from '../../server/src/core/speech/sentences.ts';
import { mark, unmark } from '../support/marked.ts';

/** A file in which what the rule reports is marked with «…». */
function check(rule: string, marked: string): void {
  const { text } = unmark(marked);
  const found = analyse(text, { settings: DEFAULT_SETTINGS, isListed: true }).findings.filter((one) => one.rule === rule);
  expect(
    mark(
      text,
      found.map(({ span }) => span),
    ),
  ).toBe(marked);
}

describe('a heading', () => {
  test.each([
    ['Tell me about a time you handled a difficult guest', 'behavioural', ['guest']],
    ['Describe a situation in which a shipment was late', 'behavioural', ['shipment', 'late']],
    ['Can you give an example of a bold price?', 'behavioural', ['bold', 'price']],
    ['Have you ever missed a deadline?', 'behavioural', ['missed', 'deadline']],
    ['Why DPO instead of PPO?', 'why', ['DPO', 'PPO']],
    ['How would you season a cast-iron pan?', 'other', ['season', 'cast-iron', 'pan']],
    ['Question: “What is your greatest weakness?”', 'other', []],
  ])('%s: %s', (title, kind, words) => {
    const question = questionOf(title);
    expect(question?.kind).toBe(kind);
    expect(question?.keyWords.map(({ word }) => word)).toEqual(words);
  });
  test.each(['Intro', 'Salary', 'About me', 'Structured output', 'Why', ''])('asks nothing: %j', (title) =>
    expect(questionOf(title)).toBeUndefined(),
  );
});

const STORY =
  'Last winter our oven broke on a Saturday. I had to save the evening. I called two bakeries and moved the menu to soups. In the end every table was served.';

describe('the parts of a story', () => {
  const parts = (text: string): readonly (string | undefined)[] => {
    const { situation, task, action, result } = starOf({ text, sentences: sentencesOf(text) });
    return [situation, task, action, result].map((span) =>
      span === undefined ? undefined : text.slice(span.start, span.end).split(' ').slice(0, 3).join(' '),
    );
  };
  test.each([
    [STORY, ['Last winter our', 'I had to', 'I called two', 'In the end']],
    ['Our oven broke. We had to save the evening. We moved the menu to soups.', ['Our oven broke.', 'We had to', undefined, undefined]],
    ['I rebuilt the plan. Sales rose by a third.', [undefined, undefined, 'I rebuilt the', 'Sales rose by']],
    ['I like bread.', [undefined, undefined, undefined, undefined]],
    ['', [undefined, undefined, undefined, undefined]],
  ])('%s', (text, expected) => expect(parts(text)).toEqual(expected));

  test('are sentences of the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const sentences = sentencesOf(text);
        for (const span of Object.values(starOf({ text, sentences }))) if (span !== undefined) expect(sentences).toContainEqual(span);
      }),
    );
  });

  test('are shown in the hover of a behavioural question, and of no other', () => {
    const hover = (heading: string): string =>
      describeHeadingAt(analyse(`# ${heading}\n\n${STORY}\n`, { settings: DEFAULT_SETTINGS, isListed: true }), 0)?.markdown ?? '';
    expect(hover('Tell me about a time you improvised')).toContain(
      '- Situation: Last winter our oven broke on a Saturday\\.\n- Task: I had to save',
    );
    expect(hover('How do you improvise at work?')).not.toContain('Situation');
    expect(hover('Tell me about a time you improvised').replace(STORY, '')).not.toContain('*not found*');
  });
});

const LONG = 'The kitchen was small and we had four cooks who all wanted the same oven at the same time of the day.';

describe('interview/question-not-addressed', () => {
  const rule = 'interview/question-not-addressed';
  test.each([
    `«# How do you season a cast-iron pan?»\n\n${LONG} ${LONG}`,
    `«# Why bread ovens and not steam cabinets?» \n\nI came by train. ${LONG.replace('oven', 'table')}`,
  ])('reports %s', (marked) => check(rule, marked.replace('» \n', '»\n')));
  test.each([
    `# How do you season a cast-iron pan?\n\nI rub the pan with oil. ${LONG}`,
    `# How do you season a cast-iron pan?\n\nWith seasoning oil and heat, then I let it cool down and do it all over again, three times in a row.`,
    `# Cast-iron pans\n\n${LONG} ${LONG}`,
    `# What is your greatest weakness?\n\n${LONG} ${LONG}`,
    '# How do you season a cast-iron pan?\n\nWith oil.',
    `# Why Miller Ovens?\n\nI have baked in your deck model for years, and I like how it holds the heat, even when the door is open all day.`,
  ])('leaves alone %s', (text) => check(rule, text));
});

describe('interview/no-first-person-action', () => {
  const rule = 'interview/no-first-person-action';
  const heading = '# Tell me about a time you improvised\n\n';
  test.each([
    `${heading}Our oven broke on a Saturday and the guests were there. «We» moved the menu to soups and everybody helped out until midnight.`,
    `${heading}«The» oven broke on a Saturday and the guests were there. The menu was moved to soups and everybody helped out until midnight.`,
    `${heading}Our oven broke and I was worried about the guests. «We» moved the menu to soups and everybody helped out until midnight.`,
  ])('reports %s', (marked) => check(rule, marked));
  test.each([
    heading + STORY,
    `${heading}We moved the menu.`,
    `# How do you improvise?\n\nOur oven broke on a Saturday and the guests were there. We moved the menu to soups and everybody helped out.`,
    `${heading}Our oven broke on a Saturday, so I’ve quickly called two bakeries, and everybody helped out until midnight, even the owner did.`,
  ])('leaves alone %s', (text) => check(rule, text));
});

describe('interview/no-result', () => {
  const rule = 'interview/no-result';
  const heading = '# Describe a situation in which you improvised\n\n';
  test.each([
    `${heading}Our oven broke on a Saturday and the guests were there. I had to save the evening. I called two bakeries and wrote a new «menu».`,
    `${heading}The power was gone for the evening and guests were on their way. I lit candles, I carried the tables outside, and I cooked on «gas».`,
  ])('reports %s', (marked) => check(rule, marked));
  test.each([
    heading + STORY,
    `${heading}Our oven broke on a Saturday and the guests were there. I called two bakeries and wrote a new menu. The owner thanked me.`,
    `${heading}I called two bakeries.`,
    `# How do you improvise?\n\nOur oven broke on a Saturday and the guests were there. I called two bakeries and wrote a new menu.`,
  ])('leaves alone %s', (text) => check(rule, text));
});

describe('interview/slow-opening', () => {
  const rule = 'interview/slow-opening';
  const talk =
    'That is a great question. In the world of today, kitchens are under pressure from many sides, and the trade as a whole changes from year to year.';
  test.each([
    `# Tell me about a time you improvised\n\n«${talk}» ${STORY}`,
    `# Why bread ovens?\n\n«${talk}» I chose bread ovens because they hold their heat.`,
  ])('reports %s', (marked) => check(rule, marked));
  test.each([
    `# Tell me about a time you improvised\n\n${STORY}`,
    `# Why bread ovens?\n\nI worked for two years in a small place that had nothing else. ${talk}`,
    `# Why bread ovens?\n\nBecause they hold their heat. ${talk}`,
    `# How do you improvise on a busy evening?\n\n${talk} ${STORY}`,
    `# Why bread ovens?\n\n${talk}`,
  ])('leaves alone %s', (text) => check(rule, text));
});
