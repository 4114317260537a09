/** Words: how they are cut, which are forms of one word, and how frequent they are. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formsOf, isNameLike, splitCase, termWords } from '../../server/src/core/links/forms.ts';
import { isInflection } from '../../server/src/core/links/inflection.ts';
import { Vocabulary } from '../../server/src/core/links/vocabulary.ts';
import { classOf, keyOf, wordsOf } from '../../server/src/core/links/words.ts';
import { frequencyOf } from '../../server/src/core/words/frequency.ts';

describe('cutting', () => {
  test.each([
    ['Ann’s state-of-the-art arm', 'ann state of the art arm'],
    ['C++, C# and F#.', 'c++ c# and f#'],
    ["don't we're rock'n'roll", "don't we're rock'n'roll"],
    ['Café MÜLLER naïve', 'cafe muller naive'],
    ['GR00T N1.5 v2', 'gr00t n1 5 v2'],
    ['机器人x学', '机 器 人 x 学'],
    ['#tag @name a_b', 'tag name a b'],
    ['…—!? ', ''],
  ])('%s', (text, expected) => {
    expect(wordsOf(text).map(({ key }) => key)).toEqual(expected.split(' ').filter(Boolean));
  });

  test('words stand where they say, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let end = 0;
        for (const word of wordsOf(text)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(word.end).toBeGreaterThan(word.start);
          expect(word.key).toBe(keyOf(text.slice(word.start, word.end)));
          end = word.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('forms of one word', () => {
  const isOne = (one: string, other: string): boolean => classOf(one) === classOf(other) && isInflection(one, other);

  test.each([
    ['policy', 'policies'],
    ['simulate', 'simulations'],
    ['deploy', 'deployment'],
    ['matrix', 'matrices'],
    ['analysis', 'analyses'],
    ['transfer', 'transferred'],
    ['three', '3'],
  ])('%s and %s are', (one, other) => {
    expect(isOne(one, other)).toBe(true);
  });

  test.each([
    ['policy', 'police'],
    ['transform', 'transformer'],
    ['general', 'generic'],
    ['general', 'generalist'],
    ['university', 'universe'],
    ['organ', 'organization'],
    ['one', 'two'],
    ['n1', 'n'],
  ])('%s and %s are not', (one, other) => {
    expect(isOne(one, other)).toBe(false);
  });
});

describe('terms', () => {
  test('articles around a term are none of its words', () => {
    expect(termWords('The sim-to-real gap')).toEqual(['sim', 'to', 'real', 'gap']);
    expect(termWords('the')).toEqual(['the']);
    expect(termWords('')).toEqual([]);
  });

  test('capitals within a word part it', () => {
    expect(splitCase('PyTorch')).toEqual(['py', 'torch']);
    expect(splitCase('DreamGen XYZModel')).toEqual(['dream', 'gen', 'xyz', 'model']);
    expect(splitCase('GPUs')).toEqual(['gpus']);
  });

  test('the first form is the term; all are different and not too many', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (term) => {
        const forms = formsOf(term, new Vocabulary()).map((form) => form.join(' '));
        if (termWords(term).length > 0 && termWords(term).length <= 12) expect(forms[0]).toBe(termWords(term).join(' '));
        expect(new Set(forms).size).toBe(forms.length);
        expect(forms.length).toBeLessThanOrEqual(40);
      }),
    );
  });

  test.each(['GR00T', 'PyTorch', 'Kubernetes', 'BEHAVIOR', 'Mercor', 'N1'])('%s is written like a name', (name) => {
    expect(isNameLike(name)).toBe(true);
  });

  test.each(['gripper', 'world', 'Scale', 'VLA', 'GPUs', 'The', 'policies'])('%s is not', (name) => {
    expect(isNameLike(name)).toBe(false);
  });
});

describe('frequency', () => {
  test.each([
    ['the', 'common'],
    ['House', 'common'],
    ['houses', 'common'],
    ["it's", 'common'],
    ['it’s', 'common'],
    ['running', 'common'],
    ['stopped', 'common'],
    ['cities', 'common'],
    ['abbreviate', 'unknown'],
    ['abbreviated', 'rare'],
    ['abbey', 'known'],
    ['kubernetes', 'unknown'],
    ['gr00t', 'unknown'],
    ['机', 'unknown'],
    ['', 'unknown'],
    ["don't", 'common'],
    ["we're", 'common'],
    ["abbey's", 'known'],
    ['constructor', 'unknown'],
    ['__proto__', 'unknown'],
  ])('%s is %s', (word, frequency) => {
    expect(frequencyOf(word)).toBe(frequency);
  });

  test('no word is rarer than what it is a plural of', () => {
    const order = ['common', 'known', 'rare', 'unknown'];
    for (const word of ['house', 'arm', 'city', 'box', 'aardvark', 'abdomen'])
      expect(order.indexOf(frequencyOf(`${word.replace(/y$/, 'ie')}s`)), word).toBeLessThanOrEqual(order.indexOf(frequencyOf(word)));
  });
});
