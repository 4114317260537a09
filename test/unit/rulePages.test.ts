/** The examples on the pages of the rules: what a page says is reported is reported, and what it says is not is not. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/core/analysis.ts';
import { docsPath, type RuleId } from '../../server/src/core/rules/registry.ts';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings.ts';

const RECRUITER = '---\naudience: recruiter\n---\n\n## Q\n\n';

/**
 * Of each rule what is reported and what is not: an answer, or a file from its first heading or its front matter on. What is between
 * the marks stands on the page in the same words; what is around them only makes a sentence of it.
 */
const EXAMPLES: Partial<Record<RuleId, { readonly reported: readonly string[]; readonly leftAlone: readonly string[] }>> = {
  'claim/absolute': {
    reported: ['«The downstream parser never fails».', 'We satisfied «every» customer.', 'We shipped it with «zero» errors.'],
    leftAlone: [
      '«I always ask what the customer needs».',
      '«Never mind», it works.',
      'We «never lose sight of» the customer.',
      'The parser «almost never» fails.',
      'The parser never failed «in eighteen months of production».',
      'The parser never failed «in our tests».',
      'The parser has never failed «so far».',
      'The parser never fails. «<!-- source:» the report -->',
      'The parser never fails in «⟨number⟩» months.',
    ],
  },
  'claim/causal': {
    reported: ['«The training led to a promotion».', 'The talk «resulted in» new orders.', '«Thanks to this», the client stayed.'],
    leftAlone: ['The training «led to fewer accidents».', 'The training led to a promotion, «because» he knew the machines.'],
  },
  'claim/comparative-no-baseline': {
    reported: ['«This made the models better at understanding video».', 'The new build is «faster».', 'It became «more reliable».'],
    leftAlone: [
      'It is faster «than» the old one.',
      'We used the better one «instead of» the old one.',
      '«I was more comfortable» after that.',
    ],
  },
  'claim/figure-no-source': {
    reported: ['«I increased sales by 20 percent».', '«40 percent of projects fail».'],
    leftAlone: ['I increased sales by 20 percent «last quarter».'],
  },
  'claim/impact-no-figure': {
    reported: ['«I reduced waiting times».', 'After that «complaints dropped».', 'It «had a huge impact».', 'It «was a great success».'],
    leftAlone: ['«The goal was to reduce» waiting times.', 'I «increased the batch size to 512».'],
  },
  'claim/importance': {
    reported: ['«This was critical for the product».'],
    leftAlone: ['This was critical for the product, «because» nobody could log in.', 'It was critical: «without» it nobody could log in.'],
  },
  'claim/superlative': {
    reported: ['«We built the fastest engine on the market».', 'It is a «world-class» team.', 'We are the «market leader».'],
    leftAlone: [
      '«The hardest part» was to wait.',
      '«My biggest lesson» was patience.',
      'I «do my best».',
      'It is the best tool «that I have used».',
    ],
  },
  'claim/vague-authority': {
    reported: ['«Studies show» that it works.', '«Experts agree» that it works.', '«It is well known» that it works.'],
    leftAlone: [
      '«A study by Deci and Ryan» shows that it works.',
      '«According to the 2022 report», it works.',
      '«Our survey showed» that it works.',
    ],
  },
  'claim/vague-quantity': {
    reported: ['«We talked to countless customers».', '«It helped significantly more people».', '«We had tons of data».'],
    leftAlone: ['Countless customers use it.', 'We had «about a dozen» customers.'],
  },
  'duration/malformed-target': {
    reported: ['«(≈ seconds)»', '«(?? min)»', '«(0 s)»', '«(60–30 s)»', '«(1:75)»', '\n«<!-- target: soon -->»'].map(
      (target) => `## Q ${target}\n`,
    ),
    leftAlone: ['«(second round)»', '«(Latency in seconds)»'].map((remark) => `## Q ${remark}\n`),
  },
  'jargon/ambiguous-acronym': {
    reported: ['«As a PM I» led the team.'],
    leftAlone: ['As a PM I led the «product».', '## What did you do for the «product»?\n\nAs a PM I led the team.'],
  },
  'jargon/redundant-acronym': {
    reported: ['The «ATM machine» broke.', 'I forgot my «PIN number».', 'An «LLM model».'],
    leftAlone: ['The ATM broke.'],
  },
  'jargon/technical-term': {
    reported: [`${RECRUITER}The call is idempotent.`],
    leftAlone: [
      'The call is idempotent.',
      `${RECRUITER}The call is safe to repeat«, or idempotent».`,
      `${RECRUITER}It is idempotent, «which means» safe.`,
    ],
  },
  'jargon/undefined-acronym': {
    reported: [`${RECRUITER}We used PPO.`, 'I used «the HAPPY framework».'],
    leftAlone: [
      `${RECRUITER}We used a «large language model (LLM)».`,
      `${RECRUITER}We used «RLHF, which stands for» reinforcement learning from human feedback.`,
      `${RECRUITER}We used «PPO, so proximal policy optimization,» for it.`,
      `${RECRUITER}We used a «vision language model, or VLM».`,
      `${RECRUITER}I gave out «the TTOs, the medicines that patients take home,» every day.`,
      'I used «Megatron-LM».',
      'I was at «Delta Bank».',
      'I moved to «Austin, TX».',
      'We keep to «IFRS 16».',
      '«I was HAPPY».',
    ],
  },
  'jargon/wordy': { reported: ['«In order to» win.', 'We left «due to the fact that» it rained.'], leftAlone: ['We left to win.'] },
  'speech/fillers': {
    reported: ['«Basically», we, «um», left. «Actually», we ran.'],
    leftAlone: ['Actually, we ran.', 'I «like» it, «right» there, «so» we ran.'],
  },
  'speech/hedges': {
    reported: ['«I think» it is «maybe» fine, «kind of» good, «probably» done.'],
    leftAlone: ['I think it is maybe fine.'],
  },
};

describe.each(Object.entries(EXAMPLES))('%s', (rule, { reported, leftAlone }) => {
  const page = readFileSync(path.join(import.meta.dirname, '../..', docsPath(rule as RuleId)), 'utf8')
    .replace(/\*/g, '')
    .toLowerCase();
  const check = (marked: string, isReported: boolean): void => {
    for (const [, quoted] of marked.matchAll(/«([^»]*)»/g)) expect(page).toContain(quoted!.toLowerCase());
    const answer = marked.replace(/[«»]/g, '');
    const text = /^(?:##|---)/.test(answer) ? answer : `## Q\n\n${answer}\n`;
    const { findings } = analyse(text, { settings: DEFAULT_SETTINGS, isListed: true });
    expect(findings.some((finding) => finding.rule === rule)).toBe(isReported);
  };
  test.each(reported)('reports %s', (marked) => check(marked, true));
  test.each(leftAlone)('leaves alone %s', (marked) => check(marked, false));
});
