/** The prompter's script: what is shown, where it stands in the file, and when it is due. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstLetters, keyPointOf, keyPoints } from '../../../server/src/core/rehearsal/recall.ts';
import { relocate } from '../../../server/src/core/rehearsal/relocate.ts';
import { scriptOf, type Scope } from '../../../server/src/core/rehearsal/script.ts';
import { markdown } from '../../support/markdownArbitrary.ts';
import { analysisOf, scriptFrom } from '../../support/scripts.ts';

const FILE: Scope = { kind: 'file', title: 'answers.md' };

describe('the script', () => {
  /** Words of the first answer as they are shown, one between bars each, sentences on lines. */
  function check(body: string, expected: string): void {
    const script = scriptFrom(`# Why?\n\n${body}\n`);
    const shown = script.sentences.map(({ firstWord, lastWord }) =>
      script.words
        .slice(firstWord, lastWord)
        .map(({ text }) => text)
        .join('|'),
    );
    expect(shown.join('\n')).toBe(expected);
  }

  test('words carry their punctuation', () => check('I did it, then I "left".', 'I |did |it, |then |I |"left".'));
  test('brackets go with the word they open at', () => check('It works (mostly) today.', 'It |works |(mostly) |today.'));
  test('a dash without spaces stays with the word before', () => check('This—that.', 'This—|that.'));
  test('what is not said is shown with the word before', () => check('Good 😀 news.', 'Good 😀 |news.'));
  test('notes are not in the text', () => check('One. [slow] Two.', 'One. \nTwo.'.replace(' \n', '\n')));
  test('Markdown marks are not shown', () => check('A **bold** [link](http://x.example).', 'A |bold |link.'));

  test('the words of a sentence joined are its text, and lie where they are written', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const script = scriptOf(analysisOf(text), FILE);
        if (script === undefined) return;
        for (const { firstWord, lastWord, text: sentence } of script.sentences) {
          const words = script.words.slice(firstWord, lastWord);
          expect(words.map((word) => word.text).join('')).toBe(sentence);
          expect(words.length).toBeGreaterThan(0);
        }
        for (const { span, from, to } of script.words) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(to).toBeGreaterThanOrEqual(from);
        }
        for (let i = 1; i < script.words.length; i++) expect(script.words[i]!.from).toBeGreaterThanOrEqual(script.words[i - 1]!.to - 1e-9);
        expect(JSON.parse(JSON.stringify(script))).toEqual(script);
      }),
      { numRuns: 150 },
    );
  });

  test('spans lead to the file', () => {
    const text = '# Why? (≈ 30 seconds)\n\nBecause *I* care.\n';
    const { words, sentences, parts } = scriptFrom(text);
    expect(words.map(({ span }) => text.slice(span.start, span.end))).toEqual(['Because', 'I', 'care']);
    expect(text.slice(sentences[0]!.span.start, sentences[0]!.span.end)).toBe('Because *I* care.');
    expect(text.slice(parts[0]!.headingSpan.start, parts[0]!.headingSpan.end)).toBe('# Why? (≈ 30 seconds)');
  });

  test('a note stands before a word; a pause among the notes takes its time', () => {
    const { words, cues, load, estimate } = scriptFrom('# Why?\n\nOne [smile] two. [pause 2s] Three. [end]\n');
    expect(cues.map(({ text, beforeWord, pauseSeconds }) => [text, beforeWord, pauseSeconds])).toEqual([
      ['smile', 1, 0],
      ['pause 2s', 2, 2],
      ['end', 3, 0],
    ]);
    expect(words[2]!.from - words[1]!.to).toBeCloseTo(2, 5);
    expect(load).toMatchObject({ words: 3, plannedSeconds: 2 });
    expect(load.modelSeconds).toBeCloseTo(estimate.seconds - 2, 5);
  });

  test('paragraphs and lines of lists break', () => {
    expect(scriptFrom('# Why?\n\nOne. Two.\n\nThree.\n\n- Four\n- Five\n').sentences.map((sentence) => sentence.break)).toEqual([
      'paragraph',
      'none',
      'paragraph',
      'paragraph',
      'line',
    ]);
  });
});

describe('scopes', () => {
  const text = '# All (2 min)\n\n## One (30 s)\n\nFirst answer.\n\n## Two\n\nSecond answer.\n\n# Other\n\nThird answer.\n';
  const parts = (scope: Scope) => scriptFrom(text, scope).parts.map(({ title }) => title);

  test('an answer', () => {
    expect(parts({ kind: 'answer', index: 1 })).toEqual(['One']);
    expect(scriptFrom(text, { kind: 'answer', index: 1 }).target).toEqual({ minSeconds: 30, maxSeconds: 30 });
  });
  test('a heading without a word of its own is all below it', () => expect(parts({ kind: 'answer', index: 0 })).toEqual(['One', 'Two']));
  test('a section has the target of its heading', () =>
    expect(scriptFrom(text, { kind: 'section', index: 0 }).target).toEqual({ minSeconds: 120, maxSeconds: 120 }));
  test('a file has no target when a part of it has none', () => {
    expect(parts(FILE)).toEqual(['One', 'Two', 'Other']);
    expect(scriptFrom(text, FILE).target).toBeNull();
  });
  test('a file whose parts all have a target has their sum', () =>
    expect(scriptFrom('# A (30 s)\n\nOne.\n\n# B (20 to 40 s)\n\nTwo.\n', FILE).target).toEqual({ minSeconds: 50, maxSeconds: 70 }));
  test('an open end stays open', () =>
    expect(scriptFrom('# A (at least 30 s)\n\nOne.\n').target).toEqual({ minSeconds: 30, maxSeconds: null }));
  test('parts follow each other', () => {
    const [one, two] = scriptFrom(text, FILE).parts;
    expect(two!.from).toBe(one!.to);
  });
  test('nothing said, no script', () => {
    expect(scriptOf(analysisOf('# A\n'), { kind: 'answer', index: 0 })).toBeUndefined();
    expect(scriptOf(analysisOf('# A\n\nOne.\n'), { kind: 'answer', index: 7 })).toBeUndefined();
    expect(scriptOf(analysisOf(''), FILE)).toBeUndefined();
  });
});

describe('first letters', () => {
  const check = (text: string, expected: string): void => expect(firstLetters(text)).toBe(expected);

  test('blanks', () => check('What did you do?', 'W__ d__ y__ d__?'));
  test('one letter stays', () => check('I saw a cat', 'I s__ a c__'));
  test('apostrophes are inside, hyphens between', () => check("I don't re-use", 'I d__ r__-u__'));
  test('numbers', () => check('25% of 7', '2__% o__ 7'));
  test('marks stay on their letter', () => check('e\u0301tude', 'e\u0301__'));
  test('letters beyond the basic plane stay whole', () => check('𝒜bc', '𝒜__'));
  test('nothing to hide', () => check('— …', '— …'));
});

describe('key points', () => {
  const check = (sentence: string, expected: string): void => expect(keyPointOf(sentence)).toBe(expected);

  test('content words of the first clause', () => check('I led the migration to Postgres, because it was slow.', 'led migration Postgres'));
  test('figures of the rest', () =>
    check('We rewrote the parser, which cut latency by 40 % for 3 teams.', 'rewrote parser … 40 % … 3 teams'));
  test('a short opening is not the point', () => check('Well, in 2023, we shipped the compiler.', '2023 shipped compiler'));
  test('a comma in a number ends nothing', () => check('It served 1,000 users daily.', 'served 1,000 users daily'));
  test('negations turn a point around', () => check('I did not sign the contract.', 'not sign contract'));
  test('not too many words', () =>
    check('Compilers parse tokens build trees check types emit code quickly', 'Compilers parse tokens build trees check'));
  test('nothing to remember', () => check('It is what it is.', ''));
  test('a year takes no small word along', () => check('Teams grew fast, since 2023 and before.', 'Teams grew fast … 2023'));
  test('each says which sentence it is of', () =>
    expect(keyPoints(scriptFrom('# Why?\n\nIt is. I wrote compilers.\n'))).toEqual([{ sentence: 1, text: 'wrote compilers' }]));
});

describe('keeping the place', () => {
  /** The marked word of the old text, and where it is in the new one. */
  function check(before: string, after: string): void {
    const read = (body: string) => {
      const script = scriptFrom(`# Why?\n\n${body.replace('^', '')}\n`);
      const count = body.includes('^') ? body.slice(0, body.indexOf('^')).split(/\s+/).length - 1 : 0;
      return { script, word: count };
    };
    const [old, now] = [read(before), read(after)];
    expect(relocate(old.script, now.script).words[old.word]).toBe(now.word);
  }

  test('nothing changed', () => check('One two. Three ^four.', 'One two. Three ^four.'));
  test('a sentence before is gone', () => check('One two. Three ^four.', 'Three ^four.'));
  test('a sentence before is new', () => check('One. Three ^four.', 'One. And two. Three ^four.'));
  test('the word moved within its sentence', () => check('One two ^three four.', 'One and two ^three four.'));
  test('the word is gone', () => check('One two ^three four.', 'One two ^four.'));
  test('the word was replaced', () => check('One two ^three four.', 'One two ^drei four.'));
  test('a comma makes no other word', () => check('One two ^three four.', 'One two, ^three, four.'));
  test('the sentence is gone', () => check('One two. Three ^four. Five.', 'One two. ^Five.'));
  test('two sentences became one', () => check('One two. Three ^four five.', 'One two and three ^four five.'));
  test('another text', () => check('One two ^three four.', 'Eins zwei ^drei vier.'));

  const body = fc
    .array(fc.constantFrom('one', 'two', 'three', 'four', 'stop.', 'end.', 'new\n\npart'), { minLength: 1, maxLength: 30 })
    .map((words) => `# Why?\n\nSo ${words.join(' ')}.\n`);

  test('every place is a place, and order is kept', () => {
    fc.assert(
      fc.property(body, body, (before, after) => {
        const [old, now] = [scriptFrom(before), scriptFrom(after)];
        const { words, sentences } = relocate(old, now);
        expect(words.length).toBe(old.words.length);
        words.forEach((word, i) => {
          expect(word).toBeGreaterThanOrEqual(words[i - 1] ?? 0);
          expect(word).toBeLessThanOrEqual(now.words.length);
        });
        for (const { to } of sentences) expect(now.sentences[to]).toBeDefined();
        for (const [i, { to, isSame }] of sentences.entries()) if (isSame) expect(now.sentences[to]!.text).toBe(old.sentences[i]!.text);
      }),
    );
  });
});
