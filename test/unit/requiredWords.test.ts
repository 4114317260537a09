/** The words that an expression requires: never one too many, and the lists of the claims are those that follow from their patterns. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { triggersModule } from '../../server/src/claimTriggers.ts';
import { requiredWords } from '../../server/src/requiredWords.ts';
import { runs } from '../fuzz/runs.ts';

const same = (): number => 1;
/** Long words are rare. */
const byLength = (word: string): number => 1 / word.length;

describe('an expression requires', () => {
  test.each<[string, RegExp, readonly string[] | undefined]>([
    ['a word', /\bnever\b/, ['never']],
    ['one of several', /\b(?:never|nor)\b/, ['never', 'nor']],
    ['each form of a word', /\bfail(?:s|ed)?\b/, ['fail', 'failed', 'fails']],
    ['one of several letters', /\breleased?[sd]\b/, ['released', 'releasedd', 'releaseds', 'releases']],
    ['the rarer of two words', /\bno doubt\b/, ['doubt']],
    ['the word behind what may be left out', /\b(?:simply |virtually )?impossible\b/, ['impossible']],
    ['the word behind a row of others', /\bgave(?:\s+[\w'-]+){0,4}?\s+better\b/, ['better']],
    ['the beginning of a word', /\befficienc\w+/, ['efficienc*']],
    ['the beginning of a word that nothing ends', /\bguarantee/, ['guarantee*']],
    ['a word at the beginning of the text', /^zero\b/, ['zero']],
    ['a word in a named group', /\bmore (?<said>money)\b/, ['money']],
    ['a word before one that must not follow', /\bbetter(?! than)\b/, ['better']],
    ['nothing, where a word is but the end of one', /ward\b/, undefined],
    ['nothing, where all may be left out', /\b(?:never )?\w+/, undefined],
    ['nothing, where one of several is any word', /\b(?:never|\w+)\b/, undefined],
    ['nothing of what must not be there', /\b(?!never)\w+\b/, undefined],
    ['nothing that is only looked at', /\b\w+(?= never\b)/, undefined],
  ])('%s', (_, pattern, expected) => {
    expect(requiredWords(pattern, byLength)).toEqual(expected);
  });
});

/** An expression beside a text that it was made to match. */
interface Sample {
  readonly source: string;
  readonly text: string;
}

const word = fc.constantFrom('no', 'never', 'fail', 'cost', 'costs', 'a', 'better', 'late', 'team', 'x2');
const { sample } = fc.letrec<{ sample: Sample; item: Sample }>((tie) => ({
  sample: fc
    .array(
      fc.tuple(
        tie('item'),
        fc.constantFrom<[string, string]>([' ', ' '], ['\\s+', '  '], ['', ''], ['\\b ', ' '], ['[ -]', '-'], ['(?! zzz)', '']),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((parts) => ({
      source: parts.map(([{ source }, [between]], i) => (i < parts.length - 1 ? source + between : source)).join(''),
      text: parts.map(([{ text }, [, between]], i) => (i < parts.length - 1 ? text + between : text)).join(''),
    })),
  item: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word.map((text) => ({ source: text, text })),
    word.map((text) => ({ source: `${text}[sd]`, text: `${text}d` })),
    word.map((text) => ({ source: String.raw`\w+`, text })),
    word.map((text) => ({ source: String.raw`\b${text}\b`, text })),
    fc.tuple(tie('sample'), tie('sample'), fc.boolean()).map(([one, other, first]) => ({
      source: `(?:${one.source}|${other.source})`,
      text: (first ? one : other).text,
    })),
    fc
      .tuple(tie('sample'), fc.boolean())
      .map(([{ source, text }, isThere]) => ({ source: `(?:${source} )?`, text: isThere ? `${text} ` : '' })),
    fc
      .tuple(tie('sample'), fc.nat(2))
      .map(([{ source, text }, times]) => ({ source: `(?: ${source}){0,2}`, text: ` ${text}`.repeat(times) })),
  ),
}));

test('each text that an expression matches has one of its words', () => {
  let matched = 0;
  fc.assert(
    fc.property(sample, fc.constantFrom('', ' ', 'x', '. '), fc.constantFrom('', ' ', 'x', ', so'), ({ source, text }, before, after) => {
      const match = new RegExp(source).exec(before + text + after);
      const words = requiredWords(new RegExp(source), same);
      if (match === null || words === undefined) return;
      matched++;
      const said: readonly string[] = (before + text + after).match(/\w+/g) ?? [];
      const has = (one: string): boolean =>
        one.endsWith('*') ? said.some((other) => other.startsWith(one.slice(0, -1))) : said.includes(one);
      expect([source, before + text + after, words, words.some(has)]).toEqual([source, before + text + after, words, true]);
    }),
    runs(2000),
  );
  expect(matched).toBeGreaterThan(100);
});

test('the words of the patterns of claims are up to date (else: npm run sync)', () => {
  const written = readFileSync(new URL('../../server/src/core/claims/data/triggers.ts', import.meta.url), 'utf8');
  expect(written === triggersModule()).toBe(true);
});
