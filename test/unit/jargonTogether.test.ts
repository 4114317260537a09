/** Tests of the jargon rules together: never two on one place, and no fix that trips another. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse, AnalysisCache } from '../../server/src/core/analysis.ts';
import type { Finding } from '../../server/src/core/findings.ts';
import { readSettings } from '../../server/src/core/settings.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { unmark } from '../support/marked.ts';
import { findings, check, recruiter, researcher } from '../support/jargon.ts';

describe('together', () => {
  const PIECES = [
    'We did SFT',
    'and DPO',
    'an LLM model',
    'in order to win',
    'an idempotent call',
    'supervised fine-tuning (SFT)',
    'as a PM',
    'the ATM machines',
    'PPO, which stands for proximal policy optimization',
    'the QXZs',
    'needless to say',
    'a reward model',
    'we used sharding, that is, splitting data',
    'a VLM',
    'I was glad',
  ];
  const SLOW_RULES_OFF = { 'speech/readability': 'off' };
  const answers = fc
    .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom('. ', ', ', ' and ', '.\n\n', '.\n\n# Next?\n\n')), {
      minLength: 1,
      maxLength: 10,
    })
    .map((parts) => `# A\n\n${parts.map((part) => part.join('')).join('')}end.`);
  const audiences = fc.constantFrom('recruiter', 'hiringManager', 'engineer', 'researcher');
  const jargon = (text: string, audience: string): readonly Finding[] =>
    findings(text, { audience, rules: SLOW_RULES_OFF }).filter((one) => one.rule.startsWith('jargon/'));

  test('no place has two findings', () => {
    fc.assert(
      fc.property(answers, audiences, (text, audience) => {
        let end = 0;
        for (const { span } of jargon(text, audience)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          ({ end } = span);
        }
      }),
    );
  });

  test('a fix mends its finding and brings no other rule', () => {
    fc.assert(
      fc.property(answers, audiences, fc.nat(), (text, audience, pick) => {
        const all = jargon(text, audience);
        if (all.length === 0) return;
        const finding = all[pick % all.length]!;
        // Another audience may well stumble over other words.
        const fixes = finding.fixes.filter(({ title }) => !title.startsWith('This '));
        if (fixes.length === 0) return;
        const fix = fixes[pick % fixes.length]!;
        const after = jargon(applyEdits(text, fix.edits), audience);
        const count = (list: readonly Finding[], rule: string): number => list.filter((one) => one.rule === rule).length;
        // A placeholder has to be filled in first.
        expect(after.length, fix.title).toBeLessThan(all.length + (fix.title.includes('⟨') ? 1 : 0));
        for (const { rule } of after) expect(count(after, rule), `${fix.title}: ${rule}`).toBeLessThanOrEqual(count(all, rule));
      }),
      { numRuns: 100 },
    );
  });
});

test('another audience needs no new analysis of the answers', () => {
  const cache = new AnalysisCache();
  const { settings } = readSettings({});
  const found = ['recruiter', 'researcher'].map((audience) => {
    const text = `---\naudience: ${audience}\n---\n\n# A\n\nWe did SFT.\n\n# B\n\nIt was idempotent.`;
    return analyse(text, { settings, isListed: true }, cache).findings.map(({ rule }) => rule);
  });
  expect(found).toEqual([['jargon/undefined-acronym', 'jargon/technical-term'], []]);
  expect(cache.analyses).toBe(2);
});

test('a file for a recruiter, as a careful reader would mark it', () => {
  const text = [
    '# Intro',
    '',
    'At Brightsail I trained «VLMs» and LLMs, among them «MoE» models. I did «SFT» and «DPO» on our «GPUs», and we shipped an API that returns JSON.',
    '',
    '## Why DPO and not PPO (≈ 30 seconds)',
    '',
    'DPO needs no reward signal from outside, and «PPO» does. My KPI was the ROI, as the CEO wanted.',
  ].join('\n');
  check('jargon/undefined-acronym', text, recruiter);
  check('jargon/undefined-acronym', unmark(text).text, researcher);
});
