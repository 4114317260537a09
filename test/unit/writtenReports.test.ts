/** Long reports that are written answer by answer say what the same report says as objects, after any row of edits. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse, AnalysisCache } from '../../server/src/core/analysis.ts';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings.ts';
import { LineIndex } from '../../server/src/core/text/lineIndex.ts';
import type { Snapshot } from '../../server/src/lsp/analyses.ts';
import { longReport, writtenReport } from '../../server/src/lsp/writtenReports.ts';

/** Reports the versions of one document, each checked against its objects. */
class Reports {
  readonly #document = {};
  readonly #cache = new AnalysisCache();
  #serial = 0;

  /** The bytes of the report, piece by piece. */
  check(text: string): readonly Uint8Array[] {
    const analysis = analyse(text, { settings: DEFAULT_SETTINGS, isListed: true }, this.#cache);
    const snapshot = { document: this.#document, uri: 'file:///a.md', version: 1, text, lines: new LineIndex(text), analysis };
    const report = longReport(snapshot as unknown as Snapshot, analysis.findings, [], String(++this.#serial));
    const pieces = writtenReport(report)!;
    const written = Buffer.concat(pieces).toString('latin1');
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(report)));
    return pieces;
  }
}

// Targets over answers of others, what is related in another answer, accents, and what is silenced.
const ANSWERS = [
  '# Why here? (5 s)\n\n',
  '## Résumé, 日本\n\nStudies show that it’s in order to win. My change made it twice as fast, and it never fails.\n',
  '## Why (30 s)\n\nWe did RLHF. In order to learn, we used RLHF.\n\nRLHF is reinforcement learning from human feedback (RLHF).\n',
  '## Nothing yet\n\n',
  '# What (1 min)\n<!-- interview-answers-disable-next-line claim/* -->\nEverybody knows that it always works.\n',
  '---\ntarget: soon\n---\n',
];

test('nothing to report', () => {
  expect(new Reports().check('# A\n')).toHaveLength(2);
});

test('after a keystroke only its answer is written again', () => {
  const reports = new Reports();
  const text = Array.from({ length: 20 }, (_, i) => `## Question ${i} (1 min)\n\nStudies show that ${i} is enough.\n`).join('\n');
  const before = reports.check(text);
  const after = reports.check(text.replace('that 7 is', 'that 7 also is'));
  // The first piece is without its comma, and so a view of what is kept; the report's own beginning is new.
  const isKept = (piece: Uint8Array): boolean => before.some((one) => one.buffer === piece.buffer && one.byteOffset === piece.byteOffset);
  expect(after.slice(1, -1).filter((piece) => !isKept(piece))).toHaveLength(1);
});

test('after any row of edits', () => {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(30),
    insert: fc.constantFrom('', 'x', '\n', '\r\n', ' and never ', ...ANSWERS),
  });
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ANSWERS), { maxLength: 8 }), fc.array(edit, { maxLength: 6 }), (parts, edits) => {
      const reports = new Reports();
      let text = parts.join('');
      reports.check(text);
      for (const { at, remove, insert } of edits) {
        const offset = Math.floor(at * text.length);
        text = text.slice(0, offset) + insert + text.slice(offset + remove);
        reports.check(text);
      }
    }),
    { numRuns: 100 },
  );
});
