/** Duration targets: what is read as one, what it asks for, and what is left alone. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTarget, parseTarget } from '../../server/src/core/answers/target.ts';
import { mark } from '../support/marked.ts';

/** The heading with its target marked, then what the target asks for: seconds, a range, or the problem. */
function check(heading: string, expected: string): void {
  const found = findTarget(heading.replace(/[«»]/g, ''));
  const text = heading.replace(/[«»]/g, '');
  if (found === undefined) {
    expect(`${text} → none`).toBe(`${heading} → ${expected}`);
    return;
  }
  const { parsed, span } = found;
  const asked =
    parsed.problem ?? (parsed.minSeconds === parsed.maxSeconds ? `${parsed.minSeconds}` : `${parsed.minSeconds}..${parsed.maxSeconds}`);
  expect(`${mark(text, [span])} → ${asked}`).toBe(`${heading} → ${expected}`);
}

describe('reads', () => {
  test.each([
    ['Why DPO «(≈ 30 seconds)»', '30'],
    ['Why DPO «(~30s)»', '30'],
    ['Why DPO «(about 1 minute)»', '60'],
    ['Why DPO «(1-2 min)»', '60..120'],
    ['Why DPO «(45–60 s)»', '45..60'],
    ['Why DPO «(≤ 90 sec)»', '0..90'],
    ['Why DPO «(under two minutes)»', '0..120'],
    ['Why DPO «(1:30)»', '90'],
    ['Why DPO «— 2 min»', '120'],
    ['Why DPO «- 2 min»', '120'],
    ['Why DPO «| 45 s»', '45'],
    ['Why DPO «[30s]»', '30'],
    ['Why DPO «(30 s)» once more', '30'],
    ['Why 2 min «(30 s)»', '30'],
    ['«(1 min 30 s)»', '90'],
    ['«(1 min 30)»', '90'],
    ['«(2m30s)»', '150'],
    ['«(~2m)»', '120'],
    ['«(1h)»', '3600'],
    [`«(1'30")»`, '90'],
    ['«(90")»', '90'],
    ['«(1½ min)»', '90'],
    ['«(half a minute)»', '30'],
    ['«(one and a half minutes)»', '90'],
    ['«(a minute)»', '60'],
    ['«(one to two minutes)»', '60..120'],
    ['«(1–1.5 min)»', '60..90'],
    ['«(30 s – 1 min)»', '30..60'],
    ['«(~30 s – ~45 s)»', '30..45'],
    ['«(1:30–2:00)»', '90..120'],
    ['«(at least 2 min)»', '120..Infinity'],
    ['«(30 seconds max)»', '0..30'],
    ['«(2 minutes or less)»', '0..120'],
    ['«(target: 45 s)»', '45'],
    ['«(25–30 seconds each)»', '25..30'],
    ['«(⏱ 30 s)»', '30'],
    ['«(30s-ish)»', '30'],
    ['«(0–30 s)»', '0..30'],
    // Any space, dash, digit or approximately sign of Unicode.
    ['«(≈\u00a030\u202fs)»', '30'],
    ['«(≃ 30 s)»', '30'],
    ['«(∼30 s)»', '30'],
    ['«(1‑2 min)»', '60..120'],
    ['«(1−2 min)»', '60..120'],
    ['«(３０ s)»', '30'],
    ['«（30 s）»', '30'],
    ['«(٣٠ ثانية)»', '30'],
    ['«(۱–۲ min)»', '60..120'],
    ['«(३० सेकंड)»', '30'],
    ['«(๑:๓๐)»', '90'],
    // Other languages.
    ['«(ca. 30 Sekunden)»', '30'],
    ['«(höchstens 2 Minuten)»', '0..120'],
    ['«(environ 2 minutes)»', '120'],
    ['«(moins de 30 secondes)»', '0..30'],
    ['«(unos 30 segundos)»', '30'],
    ['«(circa 2 minuti)»', '120'],
    ['«(около 30 секунд)»', '30'],
    ['«(30秒)»', '30'],
    ['«(约两分钟)»', '120'],
    ['«(一分半)»', '90'],
    ['«(30秒以内)»', '0..30'],
    ['«(約30秒)»', '30'],
    ['«(1분 30초)»', '90'],
  ])('%s', check);
});

describe('reports as malformed', () => {
  test.each([
    ['Why «(≈ seconds)»', 'no-number'],
    ['Why «(about minutes)»', 'no-number'],
    ['Why «(?? s)»', 'no-number'],
    ['Why «(x min)»', 'no-number'],
    ['Why «(0 s)»', 'zero'],
    ['Why «(60–30 s)»', 'reversed'],
    ['Why «(1:75)»', 'clock'],
    ['Why «(99999 min)»', 'too-long'],
  ])('%s', check);
});

describe('leaves alone', () => {
  test.each([
    'Why DPO',
    'Part (2)',
    'Latency (seconds)',
    'Question(s)',
    '(second round)',
    'A (the second time)',
    'Team size (~12)',
    'Raised $5m (5m)',
    'From 0 to 100: 3 seconds',
    'What would you do in 5 minutes?',
    'Wait a second',
    'GPT-4 (2023)',
    'Ratio (16:9)',
    'Round 1 - behavioural',
    'The 90-day plan',
    'O(n) - linear',
    'Minutes of the meeting (draft)',
    'Why (because) I left',
    'Scored 9/10 (top 5%)',
    'C++ (3 years)',
    '(a)',
    '(x)',
    '()',
    '',
  ])('%s', (heading) => check(heading, 'none'));
});

test('a good target wins over a malformed one', () => check('(?? s) Why «(30 s)»', '30'));

test('any text is read without an error, within bounds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      parseTarget(text);
      const found = findTarget(text);
      if (found !== undefined) {
        expect(found.span.start).toBeGreaterThanOrEqual(0);
        expect(found.span.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 50 },
  );
});

test('texts of the words that targets have are read without an error, and give sensible bounds', () => {
  const word = fc.constantFrom(
    '(',
    ')',
    '≈',
    '~',
    '-',
    '–',
    '30',
    '1',
    '0',
    ':',
    '2',
    's',
    'min',
    'a',
    'half',
    '½',
    'under',
    '≤',
    ' ',
    '"',
    '分',
    '秒',
    '半',
    '[',
    ']',
    '—',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const parsed = findTarget(words.join(''))?.parsed;
      if (parsed === undefined || parsed.problem !== undefined) return;
      expect(parsed.minSeconds).toBeGreaterThanOrEqual(0);
      expect(parsed.maxSeconds).toBeGreaterThan(0);
      expect(parsed.maxSeconds).toBeGreaterThanOrEqual(parsed.minSeconds);
    }),
  );
});
