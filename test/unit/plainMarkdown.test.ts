/** The plain reader: exactly the parser's tree where a text has no marks, and a rough one for any text. */

import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../server/src/core/answers/markdown.ts';
import { parseIfPlain, parseRoughly } from '../../server/src/core/answers/plainMarkdown.ts';
import { markdown } from '../support/markdownArbitrary.ts';

describe('texts without marks', () => {
  /** Reads a text both ways. */
  function check(text: string): void {
    expect(parseIfPlain(text)).toEqual(parseMarkdown(text));
  }

  test('a heading', () => check('# Why us?'));
  test('a heading and paragraphs', () => check('# Why us? (≈ 30 s)\n\nWe built it.\nIt runs.\n\nIt scales.\n'));
  test('a heading close to its text', () => check('Before\n## A\nAfter\n### B'));
  test('other line ends', () => check('# A\r\rWe built it.\r\n\r\nIt runs.\rNow'));
  test('single tildes, dashes and quotation marks', () => check('# A (~30 s)\n\n“About ~30 s – or ~45 s”, I said; it\'s "fine"!'));
  test('numbers and signs within a line', () => check('# 3 things\n\nIn 2024. 1) first - and + and > and = and #5 or 1. or :\n'));
  test('wide gaps', () => check('# A  B\n\nWe  built   it.\n'));
  test('no-break spaces and line separators', () => check('# A\u00a0\n\n\u00a0We\u2028built it.\u00a0\n\u3000\n'));
  test('nothing', () => check(''));
  test('blank lines alone', () => check('\n\n'));

  test.each([
    '# A #',
    '#A',
    '#',
    '####### A',
    ' # A',
    '#  A',
    'A\n===',
    'A\n---',
    '- a',
    '1. a',
    '> a',
    '    code',
    'a  \nb',
    'a *b*',
    '`a`',
    '[a]',
    'http://a.b',
    'WWW.a.b',
    'a@b.co',
    '~~a~~',
    '&amp;',
    'a\\',
    '<b>',
    '|a|\n|-|',
    'a\n:-',
    'a\u0000',
    '\ufeffa',
    '\ta',
    ' ',
    'a\r#',
  ])('leaves %j to the parser', (text) => {
    expect(parseIfPlain(text)).toBeUndefined();
  });

  const plain = fc
    .array(
      fc.constantFrom(
        '#',
        ' ',
        'a',
        'B ',
        '\n',
        '\r',
        '\r\n',
        '## x',
        '.',
        '1',
        '-',
        '~',
        ':',
        '!',
        '(',
        '^',
        '$',
        "'",
        'é',
        '\u2028',
        '\u00a0',
        '{',
        '漢',
        '\ud800',
        '\f',
        'www',
        '/',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));
  test('property: what is read plainly is what the parser reads', () => {
    fc.assert(
      fc.property(plain, (text) => {
        const read = parseIfPlain(text);
        if (read !== undefined) expect(read).toEqual(parseMarkdown(text));
      }),
      { numRuns: 1000 },
    );
  });
  test('property: so it is among all Markdown', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const read = parseIfPlain(text);
        if (read !== undefined) expect(read).toEqual(parseMarkdown(text));
      }),
    );
  });
});

describe('any text, roughly', () => {
  /** The nodes below the root with their source. */
  function check(text: string, expected: readonly string[]): void {
    const { children } = parseRoughly(text);
    expect(children.map((node) => `${node.type} ${sourceOf(node, text)}`)).toEqual(expected);
  }

  test('headings', () => check('# A #\n  ## B\n#\n#C', ['heading # A #', 'heading ## B', 'heading #', 'paragraph #C']));
  test('fences', () => check('a\n```js\n# b\n```\nc', ['paragraph a', 'code ```js\n# b\n```', 'paragraph c']));
  test('fences that are never closed', () => check('~~~\n# b\n```', ['code ~~~\n# b\n```']));
  test('comments', () =>
    check('<!-- a -->\nb\n\n<!-- c\n\n# d -->\ne', ['html <!-- a -->', 'paragraph b', 'html <!-- c\n\n# d -->', 'paragraph e']));
  test('all else is a paragraph', () => check('- [a](b)\n> c\n\n    d', ['paragraph - [a](b)\n> c', 'paragraph d']));

  test('property: nodes stand in order, within their parents, and texts are their source', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const visit = (node: Nodes, from: number, to: number): void => {
          const [start, end] = [node.position!.start.offset!, node.position!.end.offset!];
          expect(from <= start && start <= end && end <= to).toBe(true);
          if (node.type === 'text') expect(node.value).toBe(text.slice(start, end));
          let at = start;
          if ('children' in node) {
            for (const child of node.children) {
              visit(child, at, end);
              at = child.position!.end.offset!;
            }
          }
        };
        visit(parseRoughly(text), 0, text.length);
      }),
    );
  });
});

function sourceOf(node: Nodes, text: string): string {
  return text.slice(node.position!.start.offset, node.position!.end.offset);
}
