/** A pattern finds what the engine's own expression finds: in texts made of its parts, for every list of patterns, and whatever is repeated. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../server/src/core/claims/detectors.ts';
import { SUPPORT_PATTERNS } from '../../server/src/core/claims/support.ts';
import { Pattern } from '../../server/src/core/text/pattern/pattern.ts';
import { readPattern } from '../../server/src/core/text/pattern/syntax.ts';
import { SENTENCES } from '../support/interviewText.ts';

interface Found {
  readonly at: number;
  readonly text: string;
  readonly groups: readonly (string | undefined)[];
  readonly named: Readonly<Record<string, string | undefined>>;
}

function natively({ source, flags }: RegExp, text: string): readonly Found[] {
  return [...text.matchAll(new RegExp(source, flags.includes('g') ? flags : `${flags}g`))].map((match) => ({
    at: match.index,
    text: match[0],
    groups: match.slice(1),
    named: { ...match.groups },
  }));
}

function walked(pattern: RegExp, text: string): readonly Found[] {
  const count = [...pattern.source.replace(/\\./g, '').matchAll(/\((?!\?(?!<\w))/g)].length;
  return new Pattern(pattern).all(text).map((match) => ({
    at: match.index,
    text: match[0],
    groups: Array.from({ length: count }, (_, i) => match[i + 1]),
    named: { ...match.groups },
  }));
}

function same(pattern: RegExp, ...texts: readonly string[]): void {
  for (const text of texts) expect(walked(pattern, text), `${String(pattern)} in ${JSON.stringify(text)}`).toEqual(natively(pattern, text));
}

const isRead = ({ source, flags }: RegExp): boolean => readPattern(source, flags) !== undefined;

describe('a pattern of words', () => {
  it.each<readonly [RegExp, ...string[]]>([
    [/\b(?:never|nor)(?: ever| once)?\s+fail(?:s|ed)?\b/, 'it never ever fails', 'whenever fails', 'never  failed nor fail', 'never failure'],
    [/\b(?:take|takes) (?:\w+ ){0,2}?(?<said>less|more) time/, 'takes less time', 'it takes us much more time', 'take one two three more time'],
    [/^\W*(?:(?:and|but)\W+){0,2}(?:if|unless)\b/i, 'If so', '"And, but if', 'and and and if', 'so if', 'UNLESS'],
    [/(?<!\b(?:to|a|the)\s)\bguarantee\s+that\b/, 'to guarantee that', 'we guarantee that', 'onto guarantee that', 'guarantee that'],
    [/(?<=\bon|\d)\s+time\b/i, 'ON time', 'upon time 3 time', ' time'],
    [/\?["')\]]*\s*$/, 'why?', 'why?") ', 'why? no', '?'],
    [/[^a-c\d]+[.\]-]?/g, 'abc-xyz.', 'é–]', '12'],
    [/a(?!b|$)[^]\B./, 'acd', 'ab', 'a', 'a\nb', 'a\u2028bb'],
    [/(\w{2,}ed|built)(?: (it))?/gi, 'We Planned it and BUILT', 'ed'],
    [/(?:a|ab)(?:c|bcd)(?:d*)/, 'abcd', 'abcdd'],
    [/(?:a?)*?b|(?:a*)+/, 'aab', 'b', 'aaa', ''],
    [/[’'“]s?|€\d/i, 'it’s €5 “S', "'"],
    [/x{2}|y{2,}z{0,3}?$/, 'xxx', 'yyyzz', 'yzzzz'],
    [/(?:)/, '', 'ab'],
    [/(?:now |then )*done/, `${'now '.repeat(5)}done`, `${'now then '.repeat(2000)}done`, 'now then do'],
    [/[k\u017f]s/i, 'KS \u212as \u017fs', 'ks'],
  ])('%s', (pattern, ...texts) => {
    same(pattern, ...texts);
  });

  it('is left to the engine where it has what is not read', () => {
    for (const pattern of [/\p{L}+/u, /(a)\1/, /^a/m, /(?:(a)|b)+/, /é/i]) {
      expect(isRead(pattern)).toBe(false);
      same(pattern, 'aab', 'É\na', 'baab');
    }
  });

  it('finds from where it is told to, and nothing is kept from the search before', () => {
    const pattern = new Pattern(/\bso\b|^no/);
    expect(pattern.exec('so and so', 1)?.index).toBe(7);
    expect(pattern.exec('no', 1)).toBeNull();
    expect(pattern.exec('so')?.[0]).toBe('so');
    expect(pattern.test('also')).toBe(false);
  });
});

const LISTS = [...Object.values(DETECTORS).flatMap((list) => list.map(({ pattern }) => pattern)), ...SUPPORT_PATTERNS.flatMap(([, list]) => list)];

describe('the patterns of claims', () => {
  it('are all read', () => {
    expect(LISTS.filter((pattern) => !isRead(pattern))).toEqual([]);
  });

  it('find what the engine finds, in sentences and in texts made of their own words', () => {
    const words = [...new Set(LISTS.flatMap(({ source }) => source.match(/[a-zA-Z][a-z' -]*[a-z]|\d+/g) ?? []))];
    const sentence = fc.array(fc.constantFrom(...words, ',', '.', '’', '%', '2021', '"', 'Acme'), { maxLength: 14 }).map((some) => some.join(' '));
    for (const pattern of LISTS) same(pattern, ...SENTENCES.flatMap((one) => [one, one.toLowerCase()]));
    fc.assert(
      fc.property(sentence, fc.nat(LISTS.length - 1), (text, first) => {
        for (let i = 0; i < 12; i++) same(LISTS[(first + i) % LISTS.length]!, text);
      }),
    );
  });
});

describe('any expression of this syntax', () => {
  const { source } = fc.letrec<{ source: string; item: string }>((tie) => ({
    source: fc.array(fc.array(tie('item'), { minLength: 0, maxLength: 4 }), { minLength: 1, maxLength: 3 }).map((options) => options.map((one) => one.join('')).join('|')),
    item: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('a', 'b', 'B', ' ', '’', '.', '\\w', '\\W', '\\s', '\\d', '[ab]', '[^a ]', '[a-c’]', '\\b', '\\B', '^', '$', 'a+', 'b*?', '\\w{1,2}', '[^]?'),
      tie('source').map((inner) => `(?:${inner})`),
      fc.tuple(tie('source'), fc.constantFrom('?', '*', '+', '??', '{0,2}', '{1,2}?', '*?', '{2}')).map(([inner, count]) => `(?:${inner})${count}`),
      fc.tuple(fc.constantFrom('=', '!', '<=', '<!'), tie('source')).map(([look, inner]) => `(?${look}${inner})`),
      tie('source').map((inner) => `(${inner})`),
    ),
  }));
  const text = fc.array(fc.constantFrom('a', 'b', 'A', 'B', 'c', ' ', '’', '1', '\n', '.', 'é'), { maxLength: 9 }).map((signs) => signs.join(''));

  it('finds what the engine finds', () => {
    fc.assert(
      fc.property(source, fc.constantFrom('', 'i', 'g'), fc.array(text, { minLength: 1, maxLength: 4 }), (written, flags, texts) => {
        const pattern = new RegExp(written, flags);
        fc.pre(isRead(pattern));
        same(pattern, ...texts);
      }),
    );
  });
});
