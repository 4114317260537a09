/** The jargon rules: what each reports to which audience, what it leaves alone, and what its fixes make of the text. */

import { describe, expect, test } from 'vitest';
import { findings, QUESTION, check, checkFix, recruiter, manager, engineer, researcher } from '../support/jargon.ts';

describe('jargon/undefined-acronym', () => {
  const rule = 'jargon/undefined-acronym';
  test.each([
    ['what a recruiter does not know', 'First «SFT», then «DPO», with «MoE» models.', recruiter],
    ['the first use only', 'We chose «DPO». I like DPO.\n\n# More\n\nDPO again.', recruiter],
    ['plurals and possessives', "Two «VLMs», and the «CNN»'s output.", recruiter],
    ['what is written in bold, or in a link with more', 'We used **«SFT»** and [a «DPO» run](https://example.org).', recruiter],
    ['a placeholder that waits to be filled in', 'We fixed the «⟨expansion⟩» (QXZ).', engineer],
    ['an acronym that no list knows', 'We fixed the «QXZ» last week.', engineer],
    ['what is followed by a sentence and no explanation', 'After the «QXZ», the model was better.', recruiter],
    ['what stands in a list', 'We had a «QXZ», a judge, and a reward.', recruiter],
    ['what is only praised', 'We chose «QXZ», which is stable.', recruiter],
    ['what only comes with a number of things', 'We ran «QXZ» 16 times.', recruiter],
    ['a tool whose name is a word', 'We use the «HAPPY» framework in every visit.', recruiter],
    ['a place of two letters that none is', 'We met Ann, «QX» and Bob.', recruiter],
    ['words of hiring, to an engineer', 'The «ATS» lost my mail, and the «HRIS» was down.', engineer],
    ['words of research, to an engineer', 'We ran «PPO» for a week.', engineer],
    ['what a title has that nobody asked', '# Why PPO\n\nBecause «PPO» is stable.', recruiter],
    ['the audience of the front matter', '---\naudience: recruiter\n---\n\n# Why?\n\nOur «SLO» was strict.', engineer],
    ['the audience of one answer', '# Why?\n<!-- audience: recruiter -->\n\nThe «SLO» was strict.\n\n# How?\n\nAn SLO again.', engineer],
    [
      'the first answer whose audience needs it',
      '# Why?\n\nThe SLO was strict.\n\n# How?\n<!-- audience: recruiter -->\n\nAn «SLO» again.',
      engineer,
    ],
  ])('reports %s', (_, marked, settings) => check(rule, marked, settings));

  test.each([
    ['what everybody knows', 'The API sends JSON over a URL, said the CEO of IBM in a PDF.', recruiter],
    ['what a researcher knows', 'First SFT, then DPO and PPO, with MoE models and a VLM.', researcher],
    ['what a recruiter knows', 'The ATS shows the JD, the EOR and the RSUs.', recruiter],
    ['what is explained in brackets', 'With supervised fine-tuning (SFT), and SFT again.', recruiter],
    ['what is explained the other way round', 'With SFT (supervised fine-tuning).', recruiter],
    ['what is explained aloud', 'We used PPO, which stands for proximal policy optimization, first.', recruiter],
    ['what is explained in plain talk', 'We used PPO, so proximal policy optimization, first.', recruiter],
    ['what is explained in the next sentence', 'We used DPO. DPO stands for direct preference optimization.', recruiter],
    ['what is explained in an answer before', 'Supervised fine-tuning (SFT) is easy.\n\n# More\n\nSFT is not all.', recruiter],
    ['what is explained with a link', 'A [service level agreement](https://example.org) (SLA) helps.', recruiter],
    ['what was just said in full', 'I like natural language processing, and my NLP work shows it.', recruiter],
    ['what the question has', '# Do you know CI/CD and DPO?\n\nCI/CD yes, DPO no.', recruiter],
    ['what a question above has', '# Do you know DPO?\n\n## Yes\n\nDPO is easy.', recruiter],
    ['headings', '# Why DPO after SFT\n\nIt is stable.', recruiter],
    ['code blocks, notes and comments', '```\nDPO\n```\n\n[mention SFT]\n\n<!-- PPO -->\n\nWords.', recruiter],
    ['shouted words', 'We did NOT stop, and we NEVER will.', recruiter],
    ['names', 'At ABCD we used Megatron-LM, GR00T and the 25B-A3B model.', recruiter],
    ['names of several words', 'I like ABX Robotics and J.P. Morgan.', engineer],
    ['organisations by what they are', 'Our client was QXB Bank, and then MRP Group.', recruiter],
    ['employers', 'I worked for QXB, and after five years at QYB I left.', recruiter],
    ['places', 'We moved to Austin, TX in spring.', recruiter],
    ['units and formulas', 'The 3 GHz chip drew 5 MWh, and gave off CO2 and NOx.', recruiter],
    ['common words said louder', 'The client was HAPPY, and it took the WHOLE week.', recruiter],
    ['words of the vocabulary', '---\nvocabulary: [SFT, QXZ]\n---\n\n# Why?\n\nSFT and two QXZs.', recruiter],
    ['words of the settings', 'SFT and QXZ.', { audience: 'recruiter', vocabulary: ['sft', 'QXZ'] }],
    ['what the trade’s own manager knows', 'First SFT, then DPO, with an ECG and the RCD.', manager],
    ['what is explained in plain words', 'For the QXZs, the boxes patients take home, we have a list.', recruiter],
    ['what is explained at the end', 'It was a QXZ, a clot in the lung, and he recovered.', recruiter],
    ['what is explained before, with most of its letters', 'The local box keepers, the LLBK, wanted it.', recruiter],
    ['what is explained in brackets, letter or not', 'The local box office (QXZ) and a QYZ (a box for letters).', recruiter],
    ['what is spelled out behind a noun', 'We kept a QRBX log, so queues, risks, blocks and x-rays.', recruiter],
    ['what is explained in the next sentence, in other words', 'We met the QXZ. That is, the owners of the boxes.', recruiter],
    ['what is a link', 'Our [QXZ](https://example.org/qxz) has four roles.', recruiter],
    ['a standard by its number', 'I led our move to QXZ 16, which took a year.', recruiter],
    ['an answer for somebody else', '# Why?\n<!-- target: 30 s -->\n<!-- audience: researcher -->\n\nSFT is easy.', recruiter],
  ])('leaves alone %s', (_, marked, settings) => check(rule, marked, settings));

  test('is a warning to a recruiter or hiring manager, information to others, and what the settings say', () => {
    const severity = (settings: unknown): unknown => findings(`${QUESTION}A QXZ.`, settings).find((one) => one.rule === rule)?.severity;
    expect([recruiter, manager, engineer, researcher].map(severity)).toEqual(['warning', 'warning', 'information', 'information']);
    expect(severity({ audience: 'recruiter', rules: { [rule]: 'hint' } })).toBe('hint');
    expect(severity({ audience: 'recruiter', rules: { [rule]: 'off' } })).toBeUndefined();
  });

  test('believes transcripts and the glossary', () => {
    check(rule, 'QXZ, ABX and «AXB».', recruiter, { heard: ['QXZ'], glossary: [{ name: 'ABX', expansion: 'a box' }] });
  });

  describe('fixes', () => {
    test.each([
      ['Say "supervised', 'Then SFT began.', 'Then supervised fine-tuning (SFT) began.'],
      ['Say "', 'Two VLMs ran.', 'Two vision language models (VLMs) ran.'],
      ['Say "', 'We built an SLO.', 'We built a service level objective (SLO).'],
      ['Say "', 'We built a UAT plan.', 'We built a user acceptance testing (UAT) plan.'],
      ['Say "', 'SFT came first.', 'Supervised fine-tuning (SFT) came first.'],
      ['Say "', 'Then **SFT** began.', 'Then **supervised fine-tuning (SFT)** began.'],
      ['Say what', 'We fixed the QXZ.', 'We fixed the ⟨expansion⟩ (QXZ).'],
      ['Add "SFT" to the vocabulary', '# Why?\n\nThen SFT.', '---\nvocabulary:\n  - "SFT"\n---\n\n# Why?\n\nThen SFT.'],
      ['Add "SFT"', '---\nlang: en\n---\n# Why?\n\nThen SFT.', '---\nlang: en\nvocabulary:\n  - "SFT"\n---\n# Why?\n\nThen SFT.'],
      ['Add "SFT"', '---\nvocabulary: [a]\n---\n# Why?\n\nThen SFT.', '---\nvocabulary: ["SFT", a]\n---\n# Why?\n\nThen SFT.'],
      ['Add "SFT"', '---\nvocabulary:\n  - a\n---\n# Why?\n\nThen SFT.', '---\nvocabulary:\n  - "SFT"\n  - a\n---\n# Why?\n\nThen SFT.'],
      ['Add "SFT"', '---\nvocabulary:\n---\n# Why?\n\nThen SFT.', '---\nvocabulary: ["SFT"]\n---\n# Why?\n\nThen SFT.'],
      ['This file is for a researcher', '# Why?\n\nThen SFT.', '---\naudience: researcher\n---\n\n# Why?\n\nThen SFT.'],
      ['This file is', '---\naudience: recruiter\n---\n# Why?\n\nThen SFT.', '---\naudience: researcher\n---\n# Why?\n\nThen SFT.'],
      [
        'This answer is for a researcher',
        '# Why?\n<!-- audience: recruiter -->\n\nThen SFT.',
        '# Why?\n<!-- audience: researcher -->\n\nThen SFT.',
      ],
    ])('%s: %j becomes %j', (title, before, after) => checkFix(rule, title, before, after, recruiter));

    test('an expansion of a transcript comes before the one of the list', () => {
      const vocabulary = { transcript: [{ name: 'SFT', expansion: 'special fast training' }] };
      checkFix(rule, 'Say "special', 'Then SFT.', 'Then special fast training (SFT).', recruiter, vocabulary);
      const [finding] = findings(`${QUESTION}Then SFT.`, recruiter, vocabulary).filter((one) => one.rule === rule);
      expect(finding!.fixes.filter((fix) => fix.isPreferred).map((fix) => fix.title)).toEqual(['Say "special fast training (SFT)"']);
    });

    test('no fix is preferred when the list has several meanings', () => {
      const [finding] = findings(`${QUESTION}The MRR fell.`, recruiter).filter((one) => one.rule === rule);
      expect(finding!.fixes.filter((fix) => fix.title.startsWith('Say')).map((fix) => fix.isPreferred)).toEqual([false, false]);
    });
  });
});

describe('jargon/late-definition', () => {
  const rule = 'jargon/late-definition';
  const later = 'It took a week. It was hard. Supervised fine-tuning (SFT) is training on examples.';
  test.each([
    ['an explanation that comes later', `We did «SFT». ${later}`],
    ['one in another answer', '# A\n\nWe did «SFT».\n\n# B\n\nSupervised fine-tuning (SFT) is easy.'],
    ['one in another paragraph', 'We did «SFT».\n\nSupervised fine-tuning (SFT) is easy.'],
  ])('reports %s', (_, marked) => check(rule, marked, recruiter));

  test.each([
    ['an explanation at once', 'We did supervised fine-tuning (SFT). SFT is easy.'],
    ['one in the same sentence', 'We did SFT, and that was before supervised fine-tuning (SFT) was well known.'],
    ['one in the next sentence', 'We did SFT. Supervised fine-tuning (SFT) is easy.'],
    ['what the audience knows', 'We used an API. It took a week. It was hard. The application programming interface (API) is easy.'],
    ['no explanation at all', 'We did SFT. It took a week.'],
  ])('leaves alone %s', (_, marked) => check(rule, marked, recruiter));

  test('is not reported as undefined as well', () => {
    const rules = findings(`${QUESTION}We did SFT. ${later}`, recruiter).map((one) => one.rule);
    expect(rules.filter((id) => id.startsWith('jargon/') && id.includes('definition'))).toEqual([rule]);
    expect(rules).not.toContain('jargon/undefined-acronym');
  });

  test.each([
    [
      'We did SFT. It took a week. It was hard. Then supervised fine-tuning (SFT) got easy.',
      'We did supervised fine-tuning (SFT). It took a week. It was hard. Then SFT got easy.',
    ],
    [
      'We did SFT. It was hard. It was long. The SFT, short for supervised fine-tuning, is easy.',
      'We did supervised fine-tuning (SFT). It was hard. It was long. The SFT is easy.',
    ],
    [
      'We had an SLO. It was hard. It was long. A service level objective (SLO) is a goal.',
      'We had a service level objective (SLO). It was hard. It was long. An SLO is a goal.',
    ],
    [
      'We had two SLOs. It was hard. It was long. We like service level objectives (SLOs).',
      'We had two service level objectives (SLOs). It was hard. It was long. We like SLOs.',
    ],
  ])('fix: %j becomes %j', (before, after) => checkFix(rule, 'Move', before, after, recruiter));
});

describe('jargon/ambiguous-acronym', () => {
  const rule = 'jargon/ambiguous-acronym';
  test.each([
    ['a manager of something', 'As a «PM» I wrote the plan.', manager],
    ['the first use only', 'As a «PM» I wrote it. A PM does that.', manager],
    ['a term of two fields', 'We measured «QA» every week.', researcher],
  ])('reports %s', (_, marked, settings) => check(rule, marked, settings));

  test.each([
    ['what the file explains', 'As a product manager (PM) I wrote the plan.', manager],
    ['what a word nearby tells', 'As a PM I wrote the plan for the product.', manager],
    ['what the question tells', '# How do you run a project?\n\nAs a PM I wrote the plan.', manager],
    ['the time of day', 'We met at 5 PM.', manager],
    ['one meaning that the audience knows', 'We measured QA every week.', engineer],
    ['words of the vocabulary', 'As a PM I wrote the plan.', { audience: 'hiringManager', vocabulary: ['PM'] }],
  ])('leaves alone %s', (_, marked, settings) => check(rule, marked, settings));

  test('fix', () => checkFix(rule, 'Say "project', 'As a PM I planned.', 'As a project manager (PM) I planned.', manager));
});

describe('jargon/redundant-acronym', () => {
  const rule = 'jargon/redundant-acronym';
  test.each([
    ['a word that is in the acronym', 'The «ATM machine» took my «PIN number».'],
    ['plurals', 'Two «ATM machines» and an «LLM model».'],
    ['the acronym with emphasis', 'The **«ATM** machine» was new.'],
  ])('reports %s', (_, marked) => check(rule, marked));

  test.each([
    ['the acronym alone', 'The ATM took my PIN.'],
    ['another word', 'The ATM network and the PIN pad.'],
    ['a word in the next sentence', 'I used the ATM. Machines are nice.'],
    ['the expansion', 'The automated teller machine (ATM) is new.'],
    ['an acronym that holds another word', 'The API model is simple.'],
  ])('leaves alone %s', (_, marked) => check(rule, marked));

  test.each([
    ['The ATM machine broke.', 'The ATM broke.'],
    ['Two ATM machines broke.', 'Two ATMs broke.'],
  ])('fix: %j becomes %j', (before, after) => checkFix(rule, 'Say', before, after));
});

describe('jargon/technical-term', () => {
  const rule = 'jargon/technical-term';
  test.each([
    ['terms of engineers', 'Every call is «idempotent», so «race conditions» are rare.', recruiter],
    ['the first use only', 'It is «idempotent». It has an idempotency key.', recruiter],
    ['hyphens and blanks alike', 'We had a «reward-hacking» loop.', recruiter],
    ['what no newspaper has', 'We saw «reward hacking» early.', recruiter],
    ['terms in code', 'We used `«sharding»`.', recruiter],
    ['terms of other trades', 'The «swales» held the rain, and the «accruals» were late.', recruiter],
  ])('reports %s', (_, marked, settings) => check(rule, marked, settings));

  test.each([
    ['terms that are explained', 'It is idempotent, that is, safe to repeat. We use sharding (splitting data).', recruiter],
    ['terms that name what was said', 'It is safe to repeat, or idempotent. This is called sharding.', recruiter],
    ['later uses of what was explained', 'It is idempotent – safe to repeat. So idempotent is good.', recruiter],
    ['what a manager of the trade knows', 'We saw reward hacking early.', manager],
    ['what every manager knows', 'We paid back technical debt.', manager],
    ['engineers and researchers', 'Idempotent calls, reward hacking, logits.', engineer],
    ['words of the question', '# What is sharding?\n\nSharding is nice.', recruiter],
    ['words of the vocabulary', 'Idempotent calls.', { audience: 'recruiter', vocabulary: ['idempotency'] }],
    ['expansions of acronyms', 'With supervised fine-tuning (SFT).', recruiter],
    ['other languages', '---\nlang: de\n---\n\n# Was?\n\nDas Sharding ist gut.', recruiter],
    ['terms of other trades that are explained', 'There were swales, which are shallow ditches for rain.', recruiter],
    ['everyday words', 'We agreed on the key points, and I shared the plan with everyone.', recruiter],
  ])('leaves alone %s', (_, marked, settings) => check(rule, marked, settings));

  test('is a warning to a recruiter, and off for others until the settings say otherwise', () => {
    const severity = (settings: unknown): unknown =>
      findings(`${QUESTION}The logits.`, settings).find((one) => one.rule === rule)?.severity;
    expect([recruiter, manager, engineer, researcher].map(severity)).toEqual(['warning', undefined, undefined, undefined]);
    expect(severity({ audience: 'engineer', rules: { [rule]: 'hint' } })).toBe('hint');
    // Who knows the words of trades outside technology is less sure.
    expect(findings(`${QUESTION}The swales.`, recruiter).find((one) => one.rule === rule)?.severity).toBe('information');
  });

  test('fix', () => {
    const gloss = 'safe to repeat';
    checkFix(rule, 'Add "(', 'Each call is idempotent.', `Each call is idempotent (${gloss}).`, recruiter);
    checkFix(
      rule,
      'This file is for an engineer',
      '# A\n\nIt is idempotent.',
      '---\naudience: engineer\n---\n\n# A\n\nIt is idempotent.',
      recruiter,
    );
  });
});

describe('jargon/wordy', () => {
  const rule = 'jargon/wordy';
  test.each([
    ['phrases with a shorter way', 'I did it «in order to» learn, «due to the fact that» it «is able to» help.'],
    ['capitals', '«Prior to» that I studied.'],
    ['phrases that can go', '«Needless to say», it worked.'],
  ])('reports %s', (_, marked) => check(rule, marked));

  test.each([
    ['short words', 'I did it to learn, because I could. Before that I studied.'],
    ['parts of a phrase', 'The tasks were in order. It was due to rain.'],
    ['phrases across a border', 'We put it in order. To learn, I read.'],
    ['what has no shorter way', 'I was able to mend it. A leveraged buyout was the end.'],
    ['words of the vocabulary', 'Utilize it.', { vocabulary: ['utilize'] }],
    ['other languages', '---\nlang: de\n---\n\n# Was?\n\nDas ist leveraging.'],
  ])('leaves alone %s', (_, marked, settings: unknown = {}) => check(rule, marked, settings));

  test.each([
    ['Say "to"', 'I ran in order to win.', 'I ran to win.'],
    ['Say "Before"', 'Prior to that I ran.', 'Before that I ran.'],
    ['Leave out', 'Needless to say, it worked.', 'It worked.'],
  ])('fix %s: %j becomes %j', (title, before, after) => checkFix(rule, title, before, after));
});

describe('jargon/unknown-audience', () => {
  const rule = 'jargon/unknown-audience';
  test.each([
    ['front matter', '---\naudience: «grandmother»\n---\n\n# Why?\n\nWords.'],
    ['a comment', '# Why?\n«<!-- audience: cat -->»\n\nWords.'],
  ])('reports %s', (_, marked) => check(rule, marked));

  test.each([
    ['the four', '---\naudience: hiring manager\n---\n\n# Why?\n<!-- audience: Engineers -->\n\nWords.'],
    ['other comments', '# Why?\n<!-- the audience was nice -->\n\nWords.'],
  ])('leaves alone %s', (_, marked) => check(rule, marked));

  test('fix', () => checkFix(rule, 'Set engineer', '---\naudience: dog\n---\n# A\n\nHi.', '---\naudience: engineer\n---\n# A\n\nHi.'));
});
