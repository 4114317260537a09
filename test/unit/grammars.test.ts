/** The grammars mark what the parser reads, and the files of syntaxes/ are those that `npm run sync` writes. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findTarget } from '../../server/src/core/answers/target.ts';
import { grammars, manifestGrammars } from '../../server/src/grammars.ts';

const ROOT = path.join(import.meta.dirname, '../..');

test('the grammars of syntaxes/ and of the manifest are up to date (else: npm run sync)', () => {
  for (const [name, grammar] of Object.entries(grammars())) {
    expect(JSON.parse(read(`syntaxes/${name}.tmLanguage.json`)), name).toEqual(grammar);
  }
  const { contributes } = JSON.parse(read('package.json')) as { contributes: { grammars: unknown } };
  expect(contributes.grammars).toEqual(manifestGrammars());
});

describe('targets in headings', () => {
  const patterns = grammars()['target']!.patterns.map(({ match }) => new RegExp(match.replace('(?i)', ''), 'iu'));

  /** What the grammar marks, with its brackets, and what the parser reads. */
  function check(heading: string, expected: string | undefined): void {
    const found = findTarget(heading);
    const read = found === undefined ? undefined : heading.slice(found.span.start, found.span.end);
    const marked = patterns.map((pattern) => pattern.exec(heading)?.[0]).find((one) => one !== undefined);
    expect({ read, marked }).toEqual({ read: expected, marked: expected });
  }

  const documented = [...read('docs/targets.md').matchAll(/`(\([^`]+\))`/g)].map(([, written]) => written!);
  const wrong = ['(≈ seconds)', '(?? min)', '(0 s)', '(60–30 s)', '(1:75)', '(2m)', '(second round)', '(Latency in seconds)'];

  test.each(documented.filter((written) => !wrong.includes(written)))('the documented %s', (written) => {
    check(`Why us ${written}`, written);
  });
  test.each(['[30s]', '— 2 min', '(30 s max)', '(1 min to 90 s)', '(45 Sek.)', '(30秒)', '(target: 30 s)', '(thirty seconds)'])(
    '%s',
    (written) => {
      check(`Why us ${written}`, written);
    },
  );
  test.each(['(second round)', '(Latency in seconds)', '(2m)', '(2024)', '(part 2 of 3)', '(see 30 sites)', '(10 minnows)', '30 s'])(
    'not %s',
    (written) => {
      check(`Why us ${written}`, undefined);
    },
  );
});

test('no pattern takes long on a long line', () => {
  const all = Object.values(grammars()).flatMap(({ patterns }) => patterns.map(({ match }) => new RegExp(match.replace('(?i)', ''), 'iu')));
  const lines = ['(', '(1 ', '(about ', '[a ', '[x](', '1 min ', '1-', '— 1 '].map((piece) => piece.repeat(3000));
  for (const line of lines) for (const pattern of all) pattern.test(line);
  expect(all.length).toBeGreaterThan(5);
});

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}
