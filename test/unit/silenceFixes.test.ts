/** The quick fixes that silence a finding: what each writes, that it works, and that it changes nothing else. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse, type Analysis } from '../../server/src/core/analysis.ts';
import type { Finding } from '../../server/src/core/findings.ts';
import { sentenceOf } from '../../server/src/core/editing/sentenceOf.ts';
import { readSettings } from '../../server/src/core/settings.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { silenceFixes } from '../../server/src/core/suppressions/silenceFixes.ts';
import { sentenceMark } from '../../server/src/core/suppressions/sentenceMark.ts';
import { markdown } from '../support/markdownArbitrary.ts';

const { settings } = readSettings({ audience: 'recruiter', rules: { 'speech/readability': 'off' } });

function analysed(text: string): Analysis {
  return analyse(text, { settings, isListed: true });
}

function fixOf(text: string, rule: string, title: string): string | undefined {
  const analysis = analysed(text);
  const finding = analysis.findings.find((one) => one.rule === rule)!;
  const fix = silenceFixes(analysis, finding).find((one) => one.title.endsWith(title));
  return fix === undefined ? undefined : applyEdits(text, fix.edits);
}

/** The fix with this title makes `after` of the text, in which the finding is not reported and nothing is left over. */
function check(title: string, before: string, after: string, rule = 'claim/absolute'): void {
  expect(fixOf(before, rule, title)).toBe(after);
  expect(analysed(after).findings.filter((one) => one.rule === rule || one.rule.startsWith('suppression/'))).toEqual([]);
}

const CLAIM = 'Our system never fails.';
const ABOVE = '<!-- interview-answers-disable-next-line claim/absolute -->';
const BEHIND = '<!-- interview-answers-disable-line claim/absolute -->';
const ENTRY = JSON.stringify(`claim/absolute ${sentenceMark(CLAIM)} ${CLAIM}`);

describe('on this line', () => {
  test.each([
    ['above a paragraph', `# A\n\n${CLAIM}\n`, `# A\n\n${ABOVE}\n${CLAIM}\n`],
    ['above a paragraph right under its heading', `# A\n${CLAIM}\n`, `# A\n${ABOVE}\n${CLAIM}\n`],
    ['behind a line in the middle of a paragraph', `# A\n\nYes.\n${CLAIM}\nNo.\n`, `# A\n\nYes.\n${CLAIM} ${BEHIND}\nNo.\n`],
    ['behind an item', `# A\n\n- Yes.\n- ${CLAIM}\n`, `# A\n\n- Yes.\n- ${CLAIM} ${BEHIND}\n`],
    ['behind a quote', `# A\n\n> ${CLAIM}\n`, `# A\n\n> ${CLAIM} ${BEHIND}\n`],
    ['before a hard line break', `# A\n\nYes.\n${CLAIM}  \nNo.\n`, `# A\n\nYes.\n${CLAIM} ${BEHIND}  \nNo.\n`],
    ['with Windows line ends', `# A\r\n\r\n${CLAIM}\r\n`, `# A\r\n\r\n${ABOVE}\r\n${CLAIM}\r\n`],
  ])('%s', (_, before, after) => check('on this line', before, after));
  test('above a heading', () => {
    const comment = '<!-- interview-answers-disable-next-line duration/under -->';
    check('on this line', '# A\n\nYes.\n\n# B (2 min)\n\nNo.\n', `# A\n\nYes.\n\n${comment}\n# B (2 min)\n\nNo.\n`, 'duration/under');
  });
  test('not where code goes over the end of the line', () => {
    expect(fixOf(`# A\n\nYes.\nOur system never fails with \`a\nb\` in it.\n`, 'claim/absolute', 'on this line')).toBeUndefined();
  });
});

describe('elsewhere', () => {
  test.each([
    ['for this sentence', `# A\n\n${CLAIM}\n`, `---\nignored:\n  - ${ENTRY}\n---\n\n# A\n\n${CLAIM}\n`],
    ['for this sentence', `---\nignored: ["claim/causal 12345678"]\n---\n\n# A\n\n${CLAIM}\n`, undefined],
    [
      'in this answer',
      `# A\n\n${CLAIM}\n\n# B\n\nYes.\n`,
      `# A\n<!-- interview-answers-disable claim/absolute -->\n\n${CLAIM}\n\n<!-- interview-answers-enable claim/absolute -->\n\n# B\n\nYes.\n`,
    ],
    ['in this file', `# A\n\n${CLAIM}\n`, `---\nrules:\n  claim/absolute: off\n---\n\n# A\n\n${CLAIM}\n`],
    [
      'in this file',
      `---\nrules:\n  claim/causal: off\n---\n\n# A\n\n${CLAIM}\n`,
      `---\nrules:\n  claim/absolute: off\n  claim/causal: off\n---\n\n# A\n\n${CLAIM}\n`,
    ],
    [
      'in this file',
      `---\nrules: { claim/absolute: error }\n---\n\n# A\n\n${CLAIM}\n`,
      `---\nrules: { claim/absolute: off }\n---\n\n# A\n\n${CLAIM}\n`,
    ],
    [
      'in this file',
      `---\ntarget: 5 s\nrules:\n---\n\n# A\n\n${CLAIM}\n`,
      `---\ntarget: 5 s\nrules: { claim/absolute: off }\n---\n\n# A\n\n${CLAIM}\n`,
    ],
  ])('%s: %j', (title, before, after) => {
    if (after !== undefined) check(title, before, after);
    else expect(fixOf(before, 'claim/absolute', title)).toContain(`ignored: [${ENTRY}, "claim/causal 12345678"]`);
  });
  test('a phrase goes into the vocabulary', () => {
    const after = '---\nvocabulary:\n  - "in order to"\n---\n\n# A\n\nI did it in order to win.\n';
    check('vocabulary of this file', '# A\n\nI did it in order to win.\n', after, 'jargon/wordy');
  });
});

test('a finding about a suppression is not silenced but mended', () => {
  const text = '# A\n\n<!-- interview-answers-disable-file claim/nothing -->\n\nYes.\n';
  const analysis = analysed(text);
  expect(analysis.findings.map(({ rule }) => rule)).toEqual(['suppression/unknown-rule']);
  expect(silenceFixes(analysis, analysis.findings[0]!)).toEqual([]);
});

test('each silences its finding and changes no time, no text and no finding of another rule', () => {
  const PARTS = [
    CLAIM,
    'We did SFT in order to win.',
    '- The ATM machine.',
    '> It never fails.',
    'Basically, you know, it is the best.',
    '# B (10 s)',
    '| a |\n|---|\n| never fails |',
    '```\ncode\n```',
  ];
  const files = fc.oneof(
    fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 6 }).map((parts) => `# A (2 min)\n\n${parts.join('\n\n')}\n`),
    fc.tuple(markdown, fc.constantFrom(...PARTS)).map(([text, part]) => `# A\n\n${text}\n\n${part}\n`),
  );
  const others = (analysis: Analysis, than: string): readonly Finding[] =>
    analysis.findings.filter(({ rule }) => rule !== than && !rule.startsWith('suppression/') && !rule.startsWith('claim/'));
  const told = (findings: readonly Finding[]): readonly string[] => findings.map(({ rule, message }) => `${rule} ${message}`).sort();
  const said = ({ answers }: Analysis): readonly unknown[] =>
    answers.map(({ answer: { content }, analysis }) => [
      content.title,
      content.target?.minSeconds,
      content.spoken.text,
      analysis.speech.estimate,
    ]);
  const count = ({ findings }: Analysis, finding: Finding, at: string, analysis: Analysis): number =>
    findings.filter(({ rule, message, span }) => rule === finding.rule && message === finding.message && sentenceOf(analysis, span) === at)
      .length;
  fc.assert(
    fc.property(files, fc.nat(), fc.nat(), (text, i, j) => {
      const before = analysed(text);
      const finding = before.findings[i % Math.max(1, before.findings.length)];
      if (finding === undefined) return;
      const fixes = silenceFixes(before, finding);
      const fix = fixes[j % Math.max(1, fixes.length)];
      if (fix === undefined || fix.title.includes('vocabulary')) return;
      const edited = applyEdits(text, fix.edits);
      const after = analysed(edited);
      const at = sentenceOf(before, finding.span);
      expect(count(after, finding, at, after), `${fix.title} in ${edited}`).toBeLessThan(count(before, finding, at, before));
      expect(said(after), edited).toEqual(said(before));
      // Of several findings at one place one is told: where a rule is turned off, and only there, another may come to light.
      const places = new Set(before.findings.filter(({ rule }) => rule === finding.rule).map(({ span }) => sentenceOf(before, span)));
      const known = told(others(before, finding.rule));
      const isFreed = (one: Finding): boolean =>
        fix.title.startsWith('Turn') && places.has(sentenceOf(after, one.span)) && !known.includes(told([one])[0]!);
      expect(told(others(after, finding.rule).filter((one) => !isFreed(one))), edited).toEqual(known);
    }),
    { numRuns: 80 },
  );
}, 60_000);
