/** What listeners know, where it is written down, and how the front matter takes a new word. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../server/src/core/answers/frontMatter.ts';
import { parseAnswers } from '../../server/src/core/answers/parseAnswers.ts';
import { AUDIENCES, parseAudience, type Audience } from '../../server/src/core/jargon/audience.ts';
import { vocabularyOf, type VocabularySources } from '../../server/src/core/jargon/vocabulary.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';

describe('a vocabulary knows', () => {
  test.each<[string, string, Audience, string, VocabularySources, boolean]>([
    ['what everybody knows', 'PDF', 'recruiter', '', {}, true],
    ['what the audience knows', 'ATS', 'recruiter', '', {}, true],
    ['not what another audience knows', 'ATS', 'engineer', '', {}, false],
    ['nothing of a word in no list', 'QXZ', 'researcher', '', {}, false],
    ["the user's words", 'QXZ', 'recruiter', '', { words: ['qxz'] }, true],
    ['words of transcripts, in plural too', 'reward models', 'recruiter', '', { heard: ['reward model'] }, true],
    ['words of the glossary', 'reward-model', 'recruiter', '', { glossary: [{ name: 'Reward model', expansion: 'a judge' }] }, true],
    ['words of the question', 'QXZ', 'recruiter', 'How did you use QXZs?', {}, true],
    ['not words of a title', 'QXZ', 'recruiter', 'Our use of QXZ', {}, false],
    ['not parts of words', 'QX', 'recruiter', 'What is QXZ?', {}, false],
  ])('%s', (_, term, audience, question, sources, expected) => {
    expect(vocabularyOf(sources).knows(term, audience, question)).toBe(expected);
  });
});

test('expansions come from the document, transcripts, the glossary and the list, in this order, none twice', () => {
  const sources: VocabularySources = {
    glossary: [
      { name: 'PPO', expansion: 'our policy' },
      { name: 'PPO', expansion: 'Proximal Policy Optimization' },
    ],
    transcript: [{ name: 'PPO', expansion: 'preferred provider' }],
  };
  const document = [{ name: 'PPO', expansion: 'proximal policy optimization' }];
  expect(vocabularyOf(sources, [], document).expansionsOf('PPO')).toEqual([
    { expansion: 'proximal policy optimization', from: 'document' },
    { expansion: 'preferred provider', from: 'transcript' },
    { expansion: 'our policy', from: 'glossary' },
  ]);
  expect(vocabularyOf({}).expansionsOf('PPO')).toEqual([{ expansion: 'proximal policy optimization', from: 'pack' }]);
});

test('an audience is read as somebody writes it', () => {
  expect(['recruiter', 'Hiring Manager', 'hiring-manager', 'Engineers', 'RESEARCHER'].map(parseAudience)).toEqual([
    'recruiter',
    'hiringManager',
    'hiringManager',
    'engineer',
    'researcher',
  ]);
  expect(['', 'manager', 'engineering'].map(parseAudience)).toEqual([undefined, undefined, undefined]);
});

describe('comments under a heading', () => {
  test.each([
    ['# A\n<!-- audience: recruiter -->\n\nHi.', 'recruiter', undefined],
    ['# A\n<!-- target: 30 s -->\n<!-- audience: recruiter -->\n\nHi.', 'recruiter', 30],
    ['# A\n<!-- audience: recruiter --><!-- ≈ 30 s -->\n\nHi.', 'recruiter', 30],
    ['# A\n\n<!-- audience: recruiter -->\n\n<!-- target: 30 s -->\n\nHi.', 'recruiter', 30],
    ['# A (30 s)\n<!-- audience = Researchers -->\n\nHi.', 'researcher', 30],
    ['# A\n\nHi.\n\n<!-- audience: recruiter -->', undefined, undefined],
    ['# A\n<!-- no audience -->\n\nHi.', undefined, undefined],
  ])('%j', (text, audience, seconds) => {
    const [answer] = parseAnswers(text, { tables: false }).answers;
    expect(answer!.content.audience?.audience).toBe(audience);
    expect(answer!.content.target?.maxSeconds).toBe(seconds);
    expect(answer!.content.malformedTarget).toBeUndefined();
  });
});

describe('the front matter', () => {
  const lines = fc.constantFrom(
    'target: 30 s',
    'vocabulary: [a, "b c"]',
    'vocabulary: []',
    'vocabulary:',
    'vocabulary: SFT',
    'vocabulary:\n  - a\n  - "b: c"',
    'vocabulary:\n- a',
    'vocabulary: [\n  a,\n  b\n]',
    'audience: engineer',
    'audience: "recruiter"',
    'audience:',
    'audience: somebody # else',
    'lang: en',
    '# a comment',
  );
  const texts = fc.oneof(
    fc.constantFrom('', '# A\n\nHi.', '\ufeff# A', '+++\na = 1\n+++\n# A'),
    fc
      .uniqueArray(lines, { selector: (line) => line.slice(0, 5), maxLength: 4 })
      .map((block) => `---\n${block.map((line) => `${line}\n`).join('')}---\n\n# A\n\nHi.`),
  );
  const words = fc.constantFrom('SFT', 'reward model', 'C++', 'it\'s: "so"', '- x', 'A/B');

  test('takes a word beside those it has', () => {
    fc.assert(
      fc.property(texts, words, (text, word) => {
        fc.pre(!text.startsWith('+++'));
        const before = readFrontMatter(text);
        const after = readFrontMatter(applyEdits(text, [before.addToVocabulary(word)]));
        expect([...after.vocabulary].sort()).toEqual([word, ...before.vocabulary].sort());
        expect(after.audience).toBe(before.audience);
        expect(after.problems.map(({ kind }) => kind)).toEqual(before.problems.map(({ kind }) => kind));
      }),
    );
  });

  test('takes an audience in place of the one it has', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...AUDIENCES), (text, audience) => {
        fc.pre(!text.startsWith('+++'));
        const before = readFrontMatter(text);
        const after = readFrontMatter(applyEdits(text, [before.setAudience(audience)]));
        expect(after.audience).toBe(audience);
        expect(after.vocabulary).toEqual(before.vocabulary);
        expect(after.problems).toEqual([]);
      }),
    );
  });
});
