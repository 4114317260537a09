/** Lists of questions as people paste them, and the headings they become. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAnswers } from '../../../server/src/core/answers/parseAnswers.ts';
import { importQuestions, readQuestions } from '../../../server/src/core/overview/importQuestions.ts';

/** Each question with dashes for its depth, sections with a colon. */
function check(text: string, expected: readonly string[]): void {
  const found = readQuestions(text).map(({ kind, text: title, depth }) =>
    kind === 'section' ? `${title}:` : `${'-'.repeat(depth)}${title}`,
  );
  expect(found).toEqual(expected);
}

describe('reads', () => {
  test('plain lines', () => check('Why us?\nWhy now?\r\n\r\nWhat next?', ['Why us?', 'Why now?', 'What next?']));
  test('numbers', () => check('1. Why us?\n2) Why now?\n(3) What next?\n10. Ten', ['Why us?', 'Why now?', 'What next?', 'Ten']));
  test('numbers with parts', () => check('1.1. Why us?\n1.2. Why now?', ['Why us?', 'Why now?']));
  test('letters and hashes', () => check('a) Why us?\nb) Why now?\n#3 What next?', ['Why us?', 'Why now?', 'What next?']));
  test('bullets of every kind', () => check('- A\n* B\n+ C\n• D\n•E\n– F\n▪ G', ['A', 'B', 'C', 'D', 'E', 'F', 'G']));
  test('tasks', () => check('- [ ] Why us?\n- [x] Why now?', ['Why us?', 'Why now?']));
  test('labels', () => check('Q: Why us?\nQuestion 2: Why now?\nQ3. What next?', ['Why us?', 'Why now?', 'What next?']));
  test('two marks', () => check('- Q1: Why us?\n2. **Why now?**', ['Why us?', 'Why now?']));
  test('other languages', () => check('Frage 1: Warum wir?\n問1：どうして？', ['Warum wir?', 'どうして？']));
  test('quoted mails', () => check('> 1. Why us?\n> 2. Why now?', ['Why us?', 'Why now?']));
  test('quotation marks around a question', () => check('- “Why us?”\n- "Why now?"', ['Why us?', 'Why now?']));
});

describe('joins', () => {
  test('a line that goes on with its item', () =>
    check('1. Why do you\n   want this?\n2. Why now?', ['Why do you want this?', 'Why now?']));
  test('without an indent as well', () => check('1. Why do you\nwant this?\n2. Why now?', ['Why do you want this?', 'Why now?']));
  test('a paragraph below an item', () =>
    check('1. Why us?\n\n   Think of the team.\n2. Why now?', ['Why us? Think of the team.', 'Why now?']));
  test('no plain lines', () => check('Why us?\nand why now?', ['Why us?', 'and why now?']));
});

describe('keeps the shape', () => {
  test('of sections', () =>
    check('# Technical\n- LSM trees?\n\nBehavioural:\n- A conflict?', ['Technical:', 'LSM trees?', 'Behavioural:', 'A conflict?']));
  test('of follow-ups', () =>
    check('1. A failure?\n   - What did you learn?\n     - Really?\n2. Next', ['A failure?', '-What did you learn?', '--Really?', 'Next']));
  test('a colon without a list below is a question', () => check('- A\n\nTell me:\n\nWhy', ['A', 'Tell me:', 'Why']));
});

describe('leaves alone', () => {
  test('figures and years at the start', () => check('2024 was hard. Why?\n3D printing?', ['2024 was hard. Why?', '3D printing?']));
  test('hyphens in words', () => check('-fno-exceptions, and why?', ['-fno-exceptions, and why?']));
  test('emphasis within', () => check('- Why **us**?', ['Why **us**?']));
  test('rules and blank lines', () => check('Why us?\n\n---\n\n   \nWhy now?\n=====', ['Why us?', 'Why now?']));
  test('nothing', () => check(' \n\n', []));
  test('empty items', () => check('- \n1.\nWhy?', ['Why?']));
});

describe('writes', () => {
  const write = (text: string, targetSeconds?: number): string => importQuestions(text, { targetSeconds }).markdown;

  test('headings with targets', () => {
    expect(importQuestions('1. Why us?\n2. Why now?', { targetSeconds: 60 })).toEqual({
      markdown: '## Why us? (≈ 1 min)\n\n## Why now? (≈ 1 min)\n',
      questions: 2,
    });
  });
  test('a target that a question brings', () =>
    expect(write('Why us? (30 s)\nYou, 2 min?', 90)).toBe('## Why us? (30 s)\n\n## You, 2 min? (≈ 1 min 30 s)\n'));
  test('no targets where none are wanted', () => expect(write('Why us?')).toBe('## Why us?\n'));
  test('sections above', () => expect(write('Us:\n- Why?', 30)).toBe('# Us\n\n## Why? (≈ 30 s)\n'));
  test('a hash at the end', () => expect(write('Why C #')).toBe('## Why C \\#\n'));
  test('nothing for nothing', () => expect(importQuestions('\n', { targetSeconds: 60 })).toEqual({ markdown: '', questions: 0 }));
});

const LINES = [
  '1. One?',
  '2) Two?',
  '- Three',
  '  - Four',
  '   goes on',
  'Section:',
  '# Head',
  'Plain #',
  '',
  '> quoted',
  '**bold**',
  'Q: five',
  '***',
  'C#',
  '`x`',
];

test('every question of any list becomes one heading with a target', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...LINES), { maxLength: 15 }), (lines) => {
      const { markdown, questions } = importQuestions(lines.join('\n'), { targetSeconds: 45 });
      const { answers, preamble } = parseAnswers(markdown, { tables: false });
      expect(answers.filter(({ content }) => content.target !== undefined)).toHaveLength(questions);
      expect(answers.every(({ content }) => content.spoken.text === '')).toBe(true);
      expect(preamble).toEqual([]);
    }),
  );
});

test('any text at all', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void importQuestions(text, { targetSeconds: 45 })));
});
