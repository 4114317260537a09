/** The spoken form, text in and text out: what is expanded, and as much that is left alone. */

import { describe, expect, test } from 'vitest';
import { spokenForm } from '../../../server/src/core/speech/spokenForm.ts';

const none: ReadonlyMap<string, string> = new Map();

function say(text: string, lexicon = none): string {
  return spokenForm(text, { lexicon })
    .map(({ said }) => said)
    .filter(Boolean)
    .join(' ');
}

describe('expands', () => {
  test.each([
    ['It does 3.2 TB/s now.', 'It does three point two terabytes per second now'],
    ['We have 400 GB/s and 1 TB/s.', 'We have four hundred gigabytes per second and one terabyte per second'],
    ['A 25B-A3.5B model on 8x H100s.', 'A twenty five b a three point five b model on eight x h one hundreds'],
    ['Qwen3-235B-A22B beat GPT-4-turbo.', 'kwen three two hundred thirty five b a twenty two b beat g p t four turbo'],
    ['Open 9am–5pm, Mon–Fri.', 'Open nine a m to five p m Mon to Fri'],
    ['From Q1–Q3 it grew.', 'From q one to q three it grew'],
    ['At 7 a.m. on Dec. 25, 1999 it ran.', 'At seven a m on december twenty fifth nineteen ninety nine it ran'],
    ['Call +1 415 555 0100.', 'Call plus one four one five five five five zero one zero zero'],
    ['It costs $2/M tokens, or €5–10k a year.', 'It costs two dollars per million tokens or five to ten thousand euros a year'],
    ['mid-2019 and pre-2020', 'mid twenty nineteen and pre twenty twenty'],
    ['rated 4.5/5', 'rated four point five out of five'],
    ['the 99.9th percentile', 'the ninety nine point ninth percentile'],
    ['M&A, P&L and R&D', 'm and a p and l and r and d'],
    ['self.attn in np.array()', 'self dot attn in n p dot array'],
    ['f(x) = x^2', 'f of x equals x squared'],
    ['10^-3 or 2^16', 'ten to the minus three or two to the sixteen'],
    ['JWTs over IPv6 in UTF-8', "j w t's over i p v six in u t f eight"],
    ['10+ years, 50k+ users', 'ten plus years fifty k plus users'],
    ['lr=3e-4, α = 0.1, 7 DoF', 'l r equals three e minus four alpha equals zero point one seven d o f'],
    ['No. 17-1268, Section 1983', 'number seventeen twelve sixty eight Section nineteen eighty three'],
    ['a $30M Series B', 'a thirty million dollars Series B'],
  ])('%s', (text, said) => {
    expect(say(text)).toBe(said);
  });
});

describe('leaves alone', () => {
  test.each([
    ['We built it twice, and it held.', 'We built it twice and it held'],
    ['I may march on.', 'I may march on'],
    ['No. It was not.', 'No It was not'],
    ['The second half of a minute.', 'The second half of a minute'],
    ['A state-of-the-art, well-known result', 'A state-of-the-art well-known result'],
    ["Don't, they've, it's, o'clock", "Don't they've it's o'clock"],
    ['He was in it for us.', 'He was in it for us'],
    ['Rest, soap and sam are words.', 'Rest soap and sam are words'],
    ['Mix it in; mi casa', 'Mix it in mi casa'],
    ['So did I.', 'So did I'],
    ['I was ill; we were in a clip.', 'I was ill we were in a clip'],
    ['“Quoted” (and bracketed) — dashed…', 'Quoted and bracketed dashed'],
    ['The min and max of a set.', 'The min and max of a set'],
    ['one more rep. Then rest', 'one more rep Then rest'],
    ['café, naïve, Zürich', 'café naïve Zürich'],
    ['A co-founder and an ex-colleague', 'A co-founder and an ex-colleague'],
    ['Hmm, shh, the nth of us', 'Hmm shh the nth of us'],
    ['word – word', 'word word'],
    ['Type safety, phase shift', 'Type safety phase shift'],
    ['great 🎉👩‍💻🇩🇪 work', 'great work'],
  ])('%s', (text, said) => {
    expect(say(text)).toBe(said);
  });
});

describe('context', () => {
  test.each([
    ['Chapter IV', 'Chapter four'],
    ['an IV drip', 'an i v drip'],
    ['in 2024 we', 'in twenty twenty four we'],
    ['2024 items', 'two thousand twenty four items'],
    ['a 60s timeout', 'a sixty seconds timeout'],
    ['the 60s were', 'the sixties were'],
    ['70B parameters', 'seventy billion parameters'],
    ['a 70B model', 'a seventy b model'],
    ['St. Louis', 'saint Louis'],
    ['Main St. is', 'Main street is'],
    ['the US army', 'the u s army'],
    ['let us go', 'let us go'],
    ['PLEASE READ THIS NOW', 'please read this now'],
    ['3:1 ratio', 'three to one ratio'],
    ['at 3:10 pm', 'at three ten p m'],
  ])('%s', (text, said) => {
    expect(say(text)).toBe(said);
  });
});

describe('the lexicon', () => {
  const lexicon = new Map([
    ['GR00T', 'groot'],
    ['SQL', 'ess cue ell'],
    ['Ada', 'ay dah'],
    ['ada', 'adder'],
    ['Hugging Face', 'hugging face dot co'],
    ['the', ''],
  ]);
  test.each([
    ['GR00T and gr00t', 'groot and groot'],
    ["GR00T's and GR00Ts", "groot's and groots"],
    ['GR00T-N1 there', 'groot n one there'],
    ['Ada, ada, ADA', 'ay dah adder adder'],
    ['SQL first', 'ess cue ell first'],
    ['We love Hugging Face.', 'We love hugging face dot co'],
    ['the end', 'end'],
  ])('%s', (text, said) => {
    expect(say(text, lexicon)).toBe(said);
  });
});

test('spans are the written words without the punctuation around them', () => {
  const text = '“Well,” he said (in 2019): use C++, e.g. for $5!';
  expect(spokenForm(text, { lexicon: none }).map(({ start, end }) => text.slice(start, end))).toEqual(
    ['Well', 'he', 'said', 'in', '2019', 'use', 'C++', 'e.g.', 'for', '$5'], // prettier-ignore
  );
});
