/** Any text as a transcript, a glossary, an evidence file, a history or settings: nothing is thrown, and every place is within the text. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextOf, evidencePassages, readEvidence } from '../../server/src/core/claims/evidenceFile.ts';
import { readGlossary } from '../../server/src/core/glossary/readGlossary.ts';
import { parseHistory, withoutRun } from '../../server/src/core/rehearsal/history.ts';
import { readSettings } from '../../server/src/core/settings.ts';
import { plainText } from '../../server/src/core/answers/plainText.ts';
import { linesOf } from '../../server/src/core/transcripts/lines.ts';
import { readTranscript, recognise } from '../../server/src/core/transcripts/readTranscript.ts';
import { placeInCue } from '../../server/src/core/transcripts/transcript.ts';
import { anyText } from './arbitraries.ts';
import { PATIENCE, runs } from './runs.ts';

describe('any text', () => {
  /** Reads texts of all kinds. */
  function check(count: number, read: (text: string) => void): void {
    fc.assert(fc.property(anyText, read), runs(count));
  }

  test(
    'as a transcript',
    () => {
      check(600, (text) => {
        const { cues, problems } = readTranscript(text);
        const lines = linesOf(text);
        for (const { line } of problems) expect(line >= 0 && line < Math.max(1, lines.length)).toBe(true);
        for (const cue of cues) {
          expect(cue.text.trim()).not.toBe('');
          for (const offset of [0, cue.text.length >> 1, cue.text.length]) {
            const { line, character } = placeInCue(cue, offset);
            expect([line >= 0 && line < lines.length, character >= 0 && character <= lines[line]!.length]).toEqual([true, true]);
          }
        }
        recognise(text);
      });
    },
    PATIENCE,
  );

  test(
    'as a glossary',
    () => {
      check(500, (text) => {
        for (const { term, span } of readGlossary(text).entries) {
          expect(term).not.toBe('');
          expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
        }
      });
    },
    PATIENCE,
  );

  test(
    'as evidence',
    () => {
      check(300, (text) => {
        const lines = readEvidence(text);
        for (const { span } of lines) expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
        contextOf(evidencePassages(lines, 'evidence.md')).passagesFor('We cut latency by 37% in 2024.');
      });
    },
    PATIENCE,
  );

  test(
    'as a history, of which nothing is lost when one run is taken out',
    () => {
      check(500, (text) => {
        const { runs: known, skipped, newer } = parseHistory(text);
        const without = parseHistory(withoutRun(text, 'no such run'));
        expect([without.runs.length, without.skipped, without.newer]).toEqual([known.length, skipped, newer]);
      });
    },
    PATIENCE,
  );

  test(
    'as settings',
    () => {
      check(500, (text) => {
        let value: unknown = text;
        try {
          value = JSON.parse(text);
        } catch {
          // Then the settings are a string, which is as wrong.
        }
        const { settings, problems } = readSettings(value);
        expect(Object.keys(settings).length).toBeGreaterThan(0);
        for (const problem of problems) expect(problem).not.toMatch(/\[object|undefined$/);
      });
    },
    PATIENCE,
  );

  test(
    'as plain text',
    () => {
      check(200, (text) => {
        expect(typeof plainText(text)).toBe('string');
      });
    },
    PATIENCE,
  );
});
