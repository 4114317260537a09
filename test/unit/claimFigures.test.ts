/** What claims are weighed by: the figures of a sentence, and how check-worthy it is. */

import { describe, expect, test } from 'vitest';
import { scoreOf } from '../../server/src/core/claims/checkWorthiness.ts';
import { figuresOf } from '../../server/src/core/claims/figures.ts';

describe('figures', () => {
  test.each([
    ['from 800 ms to 1.2 s', ['800 ms: 800 measure', '1.2 s: 1.2 measure']],
    ['a 20-billion-token set in two stages', ['20-billion: 20000000000 other', 'two: 2 other']],
    ['cut by a third in six months', ['a third: 0.333 percent', 'six months: 6 period']],
    ['$1.5 million in 2021', ['$1.5 million: 1500000 money', '2021: 2021 year']],
    ['twice as many as thirty-five customers', ['twice: 2 multiple', 'thirty-five customers: 35 count']],
    ['12 % fewer, one of the best', ['12 %: 12 percent']],
  ])('%s', (text, expected) => {
    const found = figuresOf(text).map(
      ({ span, value, kind }) => `${text.slice(span.start, span.end)}: ${Math.round(value * 1000) / 1000} ${kind}`,
    );
    expect(found).toEqual(expected);
  });
});

describe('check-worthiness', () => {
  test.each([
    ['The city cut its budget by 12 percent in 2019.', 'I think we should cut the budget.'],
    ['We closed 40 stores last year.', 'Let me tell you what I want.'],
    ['Rents rose faster than wages.', 'Who will pay for it?'],
    ['He voted against it in Ohio.', 'We will do the right thing.'],
  ])('%s rates above %s', (more, less) => expect(scoreOf(more)).toBeGreaterThan(scoreOf(less)));
});
