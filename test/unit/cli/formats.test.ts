/** Reports in pieces: what they come to is what they would be in one. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckedFile } from '../../../server/src/cli/checkedFile.ts';
import { format } from '../../../server/src/cli/formats/format.ts';
import { GITHUB } from '../../../server/src/cli/formats/github.ts';
import { JSON_FORMAT } from '../../../server/src/cli/formats/json.ts';
import { SARIF } from '../../../server/src/cli/formats/sarif.ts';
import { TEXT } from '../../../server/src/cli/formats/text.ts';
import { printableJson } from '../../../server/src/cli/terminal.ts';
import { NOTHING_YET, totalsOf } from '../../../server/src/cli/totals.ts';

const position = fc.record({ line: fc.nat(9), character: fc.nat(99) });
const range = fc.record({ start: position, end: position });
/** With line separators, which JSON leaves as they are, and what could end a string. */
const text = fc.string({ unit: fc.constantFrom('a', '"', '\\', '\n', '\u2028', '\u0000', '🙂', ']', '  ') });
const finding = fc.record({
  rule: fc.constantFrom('duration/over' as const, 'speech/breath' as const),
  severity: fc.constantFrom('error' as const, 'warning' as const, 'information' as const, 'hint' as const),
  message: text,
  range,
  related: fc.array(fc.record({ message: text, range }), { maxLength: 2 }),
});
const file: fc.Arbitrary<CheckedFile> = fc.record({
  path: fc.constantFrom('a.md', 'b c/ä.md', 'x?#.md'),
  answerCount: fc.nat(3),
  findings: fc.array(finding, { maxLength: 3 }),
  answers: fc.constant([]),
});
const files = fc.array(file, { maxLength: 4 });

describe('property: JSON of any form is as it would be written at once', () => {
  test.each([
    ['json', JSON_FORMAT],
    ['sarif', SARIF],
  ])('%s', (_, form) =>
    fc.assert(
      fc.property(files, (all) => {
        const report = format(all, form);
        expect(report).toBe(`${printableJson(JSON.parse(report), 2)}\n`);
      }),
    ),
  );
});

test('property: all files and all findings are in them, in order', () =>
  fc.assert(
    fc.property(files, (all) => {
      const json = JSON.parse(format(all, JSON_FORMAT)) as { files: { path: string; findings: { message: string }[] }[] };
      expect(json.files.map(({ path }) => path)).toEqual(all.map(({ path }) => path));
      const messages = all.flatMap(({ findings }) => findings.map(({ message }) => message));
      expect(json.files.flatMap(({ findings }) => findings.map(({ message }) => message))).toEqual(messages);
      const sarif = JSON.parse(format(all, SARIF)) as { runs: [{ results: { message: { text: string } }[] }] };
      expect(sarif.runs[0].results.map(({ message }) => message.text)).toEqual(messages);
      for (const form of [TEXT, GITHUB]) expect(format(all, form).split('\n')).toHaveLength(messages.length + 2);
    }),
  ));

test('totals', () => {
  const one = (severity: 'error' | 'hint', more: Partial<CheckedFile> = {}): CheckedFile => ({
    path: 'a.md',
    answerCount: 2,
    findings: [{ rule: 'duration/over', severity, message: '', range: { start: ZERO, end: ZERO }, related: [] }],
    ...more,
  });
  expect(totalsOf([])).toEqual(NOTHING_YET);
  expect(totalsOf([one('hint', { known: 3 }), one('error', { hints: 1 }), one('hint')])).toEqual({
    files: 3,
    answers: 6,
    findings: 3,
    known: 3,
    hints: 1,
    worst: 'error',
  });
});

const ZERO = { line: 0, character: 0 };
