/** The evidence file, and what passages do to claims: support, contradiction, citation. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/core/analysis.ts';
import type { Finding } from '../../server/src/core/findings.ts';
import { relate, stemOf, type Passage } from '../../server/src/core/claims/evidence.ts';
import { contextOf, evidencePassages, readEvidence } from '../../server/src/core/claims/evidenceFile.ts';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { markdown } from '../support/markdownArbitrary.ts';

describe('an evidence file', () => {
  test.each([
    ['- Checkout latency: 120 ms (dashboard of May)', ['Checkout latency', '120 ms', 'dashboard of May']],
    ['- Checkout latency — 120 ms — dashboard of May', ['Checkout latency', '120 ms', 'dashboard of May']],
    ['* Checkout latency | 120 ms | source: dashboard', ['Checkout latency', '120 ms', 'dashboard']],
    ['1. We cut checkout latency to 120 ms (where: dashboard)', ['We cut checkout latency to 120 ms', '', 'dashboard']],
    ['- Latency fell; 40 %', ['Latency fell', '40 %', '']],
    ['- Latency fell by 40 % - the report of May', ['Latency fell by 40 %', '', 'the report of May']],
    ['| Fact | Figure | Where |\n|---|---|---|\n| Falls | 4 a month | ward log |', ['Falls', '4 a month', 'ward log']],
    ['| Source | What | Value |\n|---|---|---|\n| ward log | Falls | 4 |', ['Falls', '4', 'ward log']],
  ])('%s', (text, [fact, figure, checkedAt]) => {
    expect(readEvidence(text)).toMatchObject([{ fact, figure, checkedAt }]);
  });

  test('keeps links, lines and spans', () => {
    const text = '# Facts\n\nSome words.\n\n- Latency: 120 ms ([dash](https://example.org/d))\n  - p95: 300 ms\n';
    const lines = readEvidence(text);
    expect(lines.map(({ fact, link, line }) => [fact, link, line])).toEqual([
      ['Latency', 'https://example.org/d', 4],
      ['p95', undefined, 5],
    ]);
    expect(text.slice(lines[0]!.span.start, lines[0]!.span.end)).toBe('- Latency: 120 ms ([dash](https://example.org/d))');
  });

  test.each(['', 'Only prose: 120 ms.', '# A heading', '- ', '| a |\n|---|'])('holds nothing: %j', (text) =>
    expect(readEvidence(text)).toEqual([]),
  );

  test('is read whatever it holds', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        for (const { span, fact } of readEvidence(text)) {
          expect(fact).not.toBe('');
          expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a passage', () => {
  const passage = (text: string): Passage => ({ text, where: 'evidence.md', kind: 'evidence' });
  test.each([
    ['We cut checkout latency to 120 ms.', 'Checkout latency: 120 ms', 'supports'],
    ['We cut checkout latency to 0.12 seconds.', 'Checkout latency: 120 ms', 'supports'],
    ['Checkout latency went from 800 ms to 120 ms.', 'Checkout latency: 120 ms, 800 ms before', 'supports'],
    ['We cut checkout latency to about 120 ms.', 'Checkout latency: 118 ms', 'supports'],
    [
      'The new exporter never dropped a frame in production.',
      'yes, the new exporter never dropped frames in production, not one',
      'supports',
    ],
    ['We cut checkout latency to 80 ms.', 'Checkout latency: 120 ms', 'contradicts'],
    ['Falls on the ward dropped by 40 percent.', 'Falls on the ward dropped by 25 %', 'contradicts'],
    ['Falls on the ward dropped by half.', 'Falls on the ward dropped by 25 %', 'contradicts'],
    ['We cut checkout latency to 80 ms.', 'Checkout errors: 120 a day', undefined],
    ['We cut checkout latency by 30 percent.', 'Checkout latency: 120 ms', undefined],
    ['We cut checkout latency to 80 ms.', 'The menu has 120 dishes', undefined],
    ['We cut checkout latency.', 'The latency of our mail system', undefined],
    ['In 2021 I joined the checkout team.', 'Checkout team: joined in 2020, 5 people', undefined],
  ])('%s — %s: %s', (sentence, text, kind) => expect(relate(sentence, passage(text))?.kind).toBe(kind));

  test.each([
    ['reduced', 'reducing'],
    ['clipping', 'clip'],
    ['stories', 'story'],
    ['latency', 'latencies'],
    ['trained', 'training'],
    ['patient’s', 'patients'],
  ])('%s and %s have one stem', (a, b) => expect(stemOf(a)).toBe(stemOf(b)));
  test.each([
    ['model', 'mode'],
    ['fall', 'false'],
    ['best', 'bus'],
  ])('%s and %s have two', (a, b) => expect(stemOf(a)).not.toBe(stemOf(b)));
});

describe('in an answer', () => {
  const evidence = '- Checkout latency: 120 ms (dashboard of May)\n- The exporter never dropped a frame in production (log)\n';
  const claimContext = contextOf(evidencePassages(readEvidence(evidence), 'evidence.md'));
  const claims = (text: string): readonly Finding[] =>
    analyse(`# Q\n\n${text}\n`, { settings: DEFAULT_SETTINGS, isListed: true, claimContext }).findings.filter(({ rule }) =>
      rule.startsWith('claim/'),
    );

  test('another number is a warning with the right one as its fix', () => {
    const [finding] = claims('We cut checkout latency to 80 ms.');
    expect(finding).toMatchObject({ rule: 'claim/contradicted', severity: 'warning' });
    expect(finding!.message).toBe(
      'You say “80 ms” here, but evidence.md, line 1: dashboard of May says “120 ms”: “Checkout latency: 120 ms”. Which one is right?',
    );
    expect(finding!.fixes[0]!.edits[0]!.newText).toBe('120 ms');
  });

  test('the same claim is a hint, and can be cited without being said', () => {
    const text = 'The exporter never dropped a frame in production.';
    const [finding] = claims(text);
    expect(finding).toMatchObject({ rule: 'claim/absolute', severity: 'hint', data: { passage: { target: 'evidence.md#L2' } } });
    expect(finding!.message).toMatch(/^evidence\.md, line 2: log supports this: /);
    const [fix] = finding!.fixes;
    const edited = applyEdits(`# Q\n\n${text}\n`, fix!.edits);
    expect(edited).toBe('# Q\n\nThe exporter [never dropped](<evidence.md#L2>) a frame in production.\n');
    expect(claims(edited.slice(5))).toEqual([]);
  });

  test.each([
    'We cut checkout latency to 120 ms.',
    'Did we cut checkout latency to 80 ms?',
    'We want to cut checkout latency to 80 ms.',
    'Checkout has 80 buttons.',
  ])('leaves alone %s', (text) => expect(claims(text)).toEqual([]));
});
