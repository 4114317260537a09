/** What is said of an answer and what is not, and how it maps back to the file. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAnswers } from '../../server/src/core/answers/parseAnswers.ts';
import { toSource } from '../../server/src/core/answers/sourceMap.ts';
import { markdown } from '../support/markdownArbitrary.ts';

/** The body of an answer in Markdown, and what is said of it; pauses stand as ⟨seconds⟩. */
function check(body: string, expected: string, tables = false): void {
  const { spoken } = parseAnswers(`# Q\n\n${body}`, { tables }).answers[0]!.content;
  let said = spoken.text;
  for (const { at, seconds } of [...spoken.stagePauses].reverse()) said = `${said.slice(0, at)}⟨${seconds}⟩${said.slice(at)}`;
  expect(said).toBe(expected);
}

describe('says', () => {
  test.each([
    ['A paragraph.\n\nAnother one.', 'A paragraph.\n\nAnother one.'],
    ['One\nparagraph   over\nlines.', 'One paragraph over lines.'],
    ['*Emphasis*, **strong** and ***both***.', 'Emphasis, strong and both.'],
    ['A [link](http://example.org "title").', 'A link.'],
    ['A [reference][r] and [short].\n\n[r]: http://a\n[short]: http://b', 'A reference and short.'],
    ['Inline `code` too, even `list[0]`.', 'Inline code too, even list[0].'],
    ['- one\n- two\n  - three', 'one\ntwo\nthree'],
    ['1. one\n2. two', 'one\ntwo'],
    ['- [ ] open\n- [x] done', 'open\ndone'],
    ['> A quote\n> goes on', 'A quote goes on'],
    ['> - list in\n>   a quote', 'list in a quote'],
    ['A &amp; B &lt;3 &#8364;5 \\*literal\\*', 'A & B <3 €5 *literal*'],
    ['Hard  \nbreak and\\\nanother', 'Hard break and another'],
    ['<b>Bold</b> by hand', 'Bold by hand'],
    ['See https://example.org/a', 'See https://example.org/a'],
    ['About ~30 of ~40', 'About ~30 of ~40'],
    ['array[0] and \\[literal\\]', 'array[0] and [literal]'],
    ['He said "no" and left.', 'He said "no" and left.'],
    ['"One" and "two"', '"One" and "two"'],
    ['Short answer: no.', 'Short answer: no.'],
    ['The plan: answer: none', 'The plan: answer: none'],
  ])('%j', (body, expected) => check(body, expected));
});

describe("doesn't say", () => {
  test.each([
    ['```js\ncode\n```\n\nText', 'Text'],
    ['    indented code\n\nText', 'Text'],
    ['Text <!-- inline comment --> here', 'Text here'],
    ['<!-- comment -->\n\nText', 'Text'],
    ['<div>\nblock\n</div>\n\nText', 'Text'],
    ['| a | b |\n|---|---|\n| c | d |\n\nText', 'Text'],
    ['![alt text](image.png) Text', 'Text'],
    ['Text[^1] on.\n\n[^1]: The note.', 'Text on.'],
    ['Text[^nowhere] on.', 'Text on.'],
    ['~~struck out~~ Text', 'Text'],
    ['> ## Heading in a quote\n>\n> Text', 'Text'],
    ['---\n\nText', 'Text'],
    ['Your Potential Answer: Text', 'Text'],
    ['Answer: Text', 'Text'],
    ['**Answer:** Text', 'Text'],
    ['**Answer**: Text', 'Text'],
    ['A: Text', 'Text'],
    ['Antwort: Text', 'Text'],
    ['回答：文字', '文字'],
    ['Answer:\n\nText', 'Text'],
    ['Q: Why?\n\nA: Text', 'Text'],
    ['"Text. More text."', 'Text. More text.'],
    ['“Text.\n\nMore text.”', 'Text.\n\nMore text.'],
    ['"I said "hi" to her."', 'I said "hi" to her.'],
    [`"A 'nested' one".`, `A 'nested' one.`],
    ['Answer: "Text."', 'Text.'],
    ['「はい。」', 'はい。'],
    ['> [!note] Smile\n> more\n\nText', 'Text'],
    ['[slow down] Text', 'Text'],
    ['Text [slow down].', 'Text.'],
    ['Text [look *up*] on', 'Text on'],
  ])('%j', (body, expected) => check(body, expected));
});

describe('pauses', () => {
  test.each([
    ['One. [pause 2s] Two.', 'One. ⟨2⟩Two.'],
    ['One. [pause: 1.5 sec] Two.', 'One. ⟨1.5⟩Two.'],
    ['One.\n\n[2 second pause]\n\nTwo.', 'One.⟨2⟩\n\nTwo.'],
    ['One [250ms] two', 'One ⟨0.25⟩two'],
    ['One [pause] two', 'One two'],
    ['One [breathe 3s] two', 'One ⟨3⟩two'],
    ['One [slow down for 2 s] two', 'One two'],
    ['One [停顿2秒] two', 'One ⟨2⟩two'],
    ['> [!note] smile, then [pause 1s]\n\nText', '⟨1⟩Text'],
  ])('%j', (body, expected) => check(body, expected));
});

test('tables are said when asked for', () => {
  check('| a | b |\n|---|---|\n| c | d |', 'a\nb\nc\nd', true);
});

describe('maps each word to where it is written', () => {
  test.each([
    ['plain words', 'plain|words'],
    ['a &amp; b', 'a|&amp;|b'],
    ['\\*star\\* &copy;2', '\\*star\\*|&copy;2'],
    ['**bold**ly `co de`', 'bold**ly|co|de'],
    ['> quoted\n> text', 'quoted|text'],
    ['say [pause 2s] more', 'say|more'],
    ['[link text](http://a)', 'link|text'],
    ['Answer: "Quoted."', 'Quoted.'],
  ])('%j', (body, expected) => {
    const text = `# Q\n\n${body}`;
    const { content, base } = parseAnswers(text, { tables: false }).answers[0]!;
    const { map, text: said } = content.spoken;
    const written = [...said.matchAll(/\S+/g)].map(({ index, 0: word }) => {
      const { start, end } = toSource(map, { start: index, end: index + word.length });
      return text.slice(base + start, base + end);
    });
    expect(written.join('|')).toBe(expected);
  });
});

test('whatever is said stands in the file: the map is ordered, inside the text, and true', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      for (const { content, base } of parseAnswers(text, { tables: true }).answers) {
        const { runs } = content.spoken.map;
        let spokenEnd = 0;
        let sourceEnd = 0;
        for (let i = 0; i < runs.length; i += 4) {
          const [spoken, length, source, sourceLength] = runs.slice(i, i + 4) as [number, number, number, number];
          expect(spoken).toBeGreaterThanOrEqual(spokenEnd);
          expect(source).toBeGreaterThanOrEqual(sourceEnd);
          spokenEnd = spoken + length;
          sourceEnd = source + sourceLength;
          const said = content.spoken.text.slice(spoken, spokenEnd);
          const written = text.slice(base + source, base + sourceEnd);
          if (length === sourceLength && /^[\p{L}\p{N} ]+$/u.test(said)) expect(written.replace(/\s/g, ' ')).toBe(said);
          expect(toSource(content.spoken.map, { start: spoken, end: spokenEnd })).toEqual({ start: source, end: sourceEnd });
        }
        expect(spokenEnd).toBeLessThanOrEqual(content.spoken.text.length);
        expect(base + sourceEnd).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 60 },
  );
});
