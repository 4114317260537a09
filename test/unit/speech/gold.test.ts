/** Scores the spoken form against the gold readings, which were written down before the rules were. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lengthOfSaid } from '../../../server/src/core/speech/pronunciation.ts';
import { spokenForm } from '../../../server/src/core/speech/spokenForm.ts';
import { escapeRegExp } from '../../support/escapeRegExp.ts';

interface Reading {
  readonly context: string;
  readonly token: string;
  readonly said: string;
  readonly syllables: number;
  readonly set: string;
}

const readings: readonly Reading[] = readFileSync(path.join(import.meta.dirname, '../../gold/readings.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [context, token, said, syllables, set] = line.split('\t');
    return { context: context!, token: token!, said: said!, syllables: Number(syllables), set: set! };
  });

test('the gold set is large enough', () => {
  expect(readings.length).toBeGreaterThanOrEqual(250);
  expect(readings.filter(({ set }) => set === 'held').length).toBeGreaterThanOrEqual(80);
});

test.each(['dev', 'held'])('at least 97 %% of the %s readings are exact', (set) => {
  const part = readings.filter((reading) => reading.set === set);
  const misses = part.filter((reading) => plain(saidOf(reading)) !== plain(reading.said));
  if (misses.length > 0) console.warn(misses.map((miss) => `${miss.token}: "${saidOf(miss)}" for "${miss.said}"`).join('\n'));
  expect(1 - misses.length / part.length).toBeGreaterThanOrEqual(0.97);
});

test('syllables are right for at least 95 % of the readings and within 2 % in all', () => {
  const counted = readings.map(({ said, syllables }) => ({ said, syllables, found: lengthOfSaid(said).syllables }));
  const misses = counted.filter(({ syllables, found }) => syllables !== found);
  if (misses.length > 0) console.warn(misses.map(({ said, syllables, found }) => `${said}: ${found} for ${syllables}`).join('\n'));
  expect(1 - misses.length / counted.length).toBeGreaterThanOrEqual(0.95);
  const total = (value: (one: (typeof counted)[number]) => number): number => counted.reduce((sum, one) => sum + value(one), 0);
  expect(Math.abs(total(({ found }) => found) / total(({ syllables }) => syllables) - 1)).toBeLessThan(0.02);
});

/** What is said of all tokens that the reading's span touches. */
function saidOf({ context, token }: Reading): string {
  const start = context.search(new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(token)}(?![\\p{L}\\p{N}])`, 'u'));
  const end = start + token.length;
  return spokenForm(context, { lexicon: new Map() })
    .filter((one) => one.start < end && start < one.end)
    .map(({ said }) => said)
    .join(' ');
}

function plain(said: string): string {
  return said.toLowerCase().replaceAll('-', ' ').replace(/\s+/g, ' ').trim();
}
