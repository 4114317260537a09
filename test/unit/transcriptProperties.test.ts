/** Properties of reading transcripts: nothing is thrown, every place is right, no word is lost; media-captions reads the same. */

import fc from 'fast-check';
import { parseText } from 'media-captions';
import { describe, expect, test } from 'vitest';
import { mergeRepeats } from '../../server/src/core/transcripts/dedupe.ts';
import { finish } from '../../server/src/core/text/steps.ts';
import { linesOf } from '../../server/src/core/transcripts/lines.ts';
import { readTranscript, recognise } from '../../server/src/core/transcripts/readTranscript.ts';
import { placeInCue, type Cue } from '../../server/src/core/transcripts/transcript.ts';

const word = fc.constantFrom(
  'we',
  'grippers',
  'wear',
  'out',
  'N1',
  'isn’t',
  'café',
  '机器人',
  '𝒳-axis',
  'so,',
  'good.',
  'Right?',
  '42',
  '>>',
  'Ann',
);
const said = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));

/** Lines of every shape, for files in which they are mixed up. */
const anyLine = fc.oneof(
  said,
  fc.constantFrom(
    '',
    ' ',
    '\t',
    'WEBVTT',
    'NOTE a comment',
    'STYLE',
    '---',
    'title: A talk',
    '# A talk',
    '## 0:12',
    '**Video URL:** https://video.example/1',
    'By Ann Lee',
    '1',
    '00:00:01,000 --> 00:00:02,000',
    '00:01.000 --> 00:02.000 align:start',
    '0:12',
    '12 seconds',
    '**[00:12]** so',
    '**[00:12]** so we went',
    '[00:01:02] Ann: yes',
    'Ann Lee  0:14',
    'Bo (0:15):',
    'Ann: I see. And then?',
    '**Bo**: Then',
    '<v Ann>yes</v> <v Bo>no</v>',
    '<b>one</b> two <b>three',
    'so<00:00:01.500><c> we</c> &amp; &lt;b&gt; &#128512; &bogus; a < b',
    '### [00:00 - 01:00]',
    '{"segments": [{"start": 1, "text": "a \\n b"}',
    ']}',
    '[',
  ),
);
const anyFile = fc
  .tuple(fc.array(anyLine, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\r'), fc.constantFrom('', '\uFEFF'))
  .map(([lines, end, mark]) => mark + lines.join(end));

/** What a source line has at a place, white space as one blank. */
function sourceAt(lines: readonly string[], cue: Cue, piece: number): { source: string; text: string } {
  const { at, line, character } = cue.pieces[piece]!;
  const end = cue.pieces[piece + 1]?.at ?? cue.text.length;
  const text = cue.text.slice(at, end).trimEnd();
  return { source: lines[line]!.slice(character, character + text.length).replace(/\s/g, ' '), text };
}

describe('any text', () => {
  test('is read without an error, or is a problem', () => {
    fc.assert(
      fc.property(fc.oneof(anyFile, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const { cues, problems } = readTranscript(text);
        expect(cues.length + problems.length).toBeGreaterThan(0);
        recognise(text);
      }),
      { numRuns: 300 },
    );
  });

  test('gives cues whose places are in the file, in order', () => {
    fc.assert(
      fc.property(anyFile, (text) => {
        const lines = linesOf(text);
        for (const cue of readTranscript(text).cues) {
          expect(cue.pieces[0]!.at).toBe(0);
          expect(cue.text).toBe(cue.text.trim());
          for (const [i, { at, line, character }] of cue.pieces.entries()) {
            expect(at).toBeLessThan(cue.text.length);
            expect(at).toBeGreaterThanOrEqual(i === 0 ? 0 : cue.pieces[i - 1]!.at + 1);
            expect(character).toBeLessThan(lines[line]!.length);
          }
          for (const line of cue.repeats) expect(line).toBeLessThan(lines.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('without entities and escapes has at every piece the very characters of the cue', () => {
    fc.assert(
      fc.property(anyFile, (text) => {
        fc.pre(!/[&\\]/.test(text));
        const lines = linesOf(text);
        for (const cue of readTranscript(text).cues) {
          for (let piece = 0; piece < cue.pieces.length; piece++) {
            const { source, text: expected } = sourceAt(lines, cue, piece);
            expect(source).toBe(expected);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('reads the same with any line end, a byte order mark, or a last newline', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), fc.constantFrom('\r\n', '\r'), (lines, end) => {
        const plain = readTranscript(lines.join('\n')).cues;
        fc.pre(!lines.join('').startsWith('{') && !lines.join('').trim().startsWith('['));
        expect(readTranscript(lines.join(end)).cues).toEqual(plain);
        expect(readTranscript(`${lines.join('\n')}\n`).cues).toEqual(plain);
      }),
      { numRuns: 100 },
    );
  });
});

describe('merging', () => {
  const cue = (text: string, line: number): Cue => ({
    text,
    pieces: [{ at: 0, line, character: 0 }],
    seconds: line,
    speaker: undefined,
    isHead: false,
    repeats: [],
  });

  test('loses no word of captions that do not roll, and keeps each line of those that are doubled', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 3 })), { maxLength: 30 }), (said) => {
        // Every caption has words of its own.
        const cues = said.flatMap(([number, times], i) => Array.from({ length: times }, () => `line ${i} says ${number}`)).map(cue);
        const merged = finish(mergeRepeats(cues));
        expect(merged.map(({ text }) => text)).toEqual(said.map(([number], i) => `line ${i} says ${number}`));
        expect(merged.flatMap(({ pieces, repeats }) => [pieces[0]!.line, ...repeats])).toEqual(cues.map((_, i) => i));
      }),
    );
  });

  test('gives back the lines that a rolling display of any height was made of, each at its place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 20 }), fc.integer({ min: 2, max: 3 }), (count, height) => {
        const rows = Array.from({ length: count }, (_, i) => `row ${i} has words of number ${i}`);
        const cues = rows.map((_, i) => cue(rows.slice(Math.max(0, i - height + 1), i + 1).join(' '), i));
        const merged = finish(mergeRepeats(cues));
        expect(merged.map(({ text }) => text)).toEqual(rows);
        for (const [i, one] of merged.entries()) {
          const { line, character } = placeInCue(one, 0);
          expect(cues[line]!.text.slice(character)).toBe(rows[i]);
          expect(line).toBe(i);
        }
      }),
    );
  });

  test('keeps what is said twice in captions that do not roll', () => {
    const cues = ['we said no', 'no', 'and then', 'and then we went', 'away from here', 'to the sea'].map(cue);
    expect(finish(mergeRepeats(cues))).toEqual(cues);
  });
});

describe('media-captions reads the same', () => {
  const plainWord = fc.constantFrom('we', 'grippers', 'wear', 'out', 'isn’t', 'café', '机器人', 'so,', 'good.', 'Right?', 'a1');
  const row = fc.array(plainWord, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  const captions = fc.array(fc.tuple(fc.integer({ min: 1, max: 900_000 }), fc.array(row, { minLength: 1, maxLength: 3 })), {
    minLength: 1,
    maxLength: 12,
  });
  const time = (milliseconds: number, point: string): string => {
    const two = (value: number): string => String(value).padStart(2, '0');
    const seconds = Math.floor(milliseconds / 1000);
    const fraction = String(milliseconds % 1000).padStart(3, '0');
    return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${point}${fraction}`;
  };

  test.each(['vtt', 'srt'] as const)('%s', async (type) => {
    await fc.assert(
      fc.asyncProperty(captions, fc.constantFrom('\n', '\r\n'), async (generated, end) => {
        let at = 0;
        const point = type === 'vtt' ? '.' : ',';
        const blocks = generated.map(([length, rows], i) => {
          const start = at;
          at += length;
          // Numbered, so that no caption is the one before again.
          return [String(i + 1), `${time(start, point)} --> ${time(at, point)}`, `${i} ${rows[0]!}`, ...rows.slice(1), ''].join(end);
        });
        const text = (type === 'vtt' ? `WEBVTT${end}${end}` : '') + blocks.join(end);
        const { cues } = await parseText(text, { type });
        expect(readTranscript(text).cues.map(({ seconds, text: own }) => ({ seconds, own }))).toEqual(
          cues.map(({ startTime, text: other }) => ({
            seconds: startTime,
            own: other
              .replace(/<[^>]*>/g, '')
              .replace(/\s+/g, ' ')
              .trim(),
          })),
        );
      }),
      { numRuns: 40 },
    );
  });
});
