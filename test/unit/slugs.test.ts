/** Anchors of headings, the links to them, and what a renamed heading does to these. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headingLinkAt, headingLinksIn, renameHeading, titleSpan } from '../../server/src/core/answers/headingLinks.ts';
import { parseAnswers } from '../../server/src/core/answers/parseAnswers.ts';
import { headingFinder, headingSlugs, slugOf, slugsOf } from '../../server/src/core/answers/slugs.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { markdown } from '../support/markdownArbitrary.ts';
import { mark, unmark } from '../support/marked.ts';

const parse = (text: string): ReturnType<typeof parseAnswers> => parseAnswers(text, { tables: false });

describe('anchors', () => {
  test.each([
    ['Why us', 'why-us'],
    ['Why us (≈ 30 seconds)', 'why-us--30-seconds'],
    ['Why us? — 1–2 min', 'why-us--12-min'],
    ['C++ & Rust', 'c--rust'],
    ['snake_case, kebab-case', 'snake_case-kebab-case'],
    ['Größe über alles', 'größe-über-alles'],
    ['为什么选择我们（30 秒）', '为什么选择我们30-秒'],
    ['½ a 2² day 🙂', '-a-2-day-'],
    ['', ''],
  ])('%s', (heading, slug) => expect(slugOf(heading)).toBe(slug));

  test.each([
    [
      ['Why us', 'Why us', 'Why us'],
      ['why-us', 'why-us-1', 'why-us-2'],
    ],
    [
      ['Why us', 'Why us 1', 'Why us'],
      ['why-us', 'why-us-1', 'why-us-2'],
    ],
    [
      ['Why us', 'Why us', 'Why us 1'],
      ['why-us', 'why-us-1', 'why-us-1-1'],
    ],
    [
      ['?', '!'],
      ['', '-1'],
    ],
  ])('%j', (headings, slugs) => expect(slugsOf(headings)).toEqual(slugs));

  test('no two headings of a file have the same', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[ab1 -]{0,4}$/)), (headings) => {
        const slugs = slugsOf(headings);
        expect(new Set(slugs).size).toBe(slugs.length);
      }),
    );
  });

  test.each([
    ['why-us--30-seconds', 0, 'full'],
    ['why-us', 0, 'title'],
    ['Why-Us', 0, 'title'],
    ['why-us-30-seconds', 0, 'loose'],
    ['why-us-%E2%89%88-30-seconds', 0, 'loose'],
    ['why-us-1', 1, 'title'],
    ['gr%C3%B6%C3%9Fe', 2, 'full'],
  ] as const)('#%s is heading %i by its %s anchor', (fragment, index, by) => {
    const slugs = headingSlugs(parse('# Why us (≈ 30 seconds)\n\n# Why us (1 min)\n\n# Größe\n'));
    expect(headingFinder(slugs)(fragment)).toEqual({ index, by });
  });

  test.each(['', 'why', 'why-us-2', '%', '%E2%89', '--', 'l12'])('#%s is none', (fragment) => {
    expect(headingFinder(headingSlugs(parse('# Why us (30 s)\n\n# Why us (30 s)\n\n# ?\n')))(fragment)).toBeUndefined();
  });
});

/** The links of a file are those that are marked. */
function checkLinks(marked: string): void {
  const { text } = unmark(marked);
  expect(
    mark(
      text,
      headingLinksIn(parse(text)).map(({ span }) => span),
    ),
  ).toBe(marked);
}

describe('links to headings', () => {
  test('in text, lists, headings and before the first heading', () => {
    checkLinks(
      '- [Why](«#why-us»)\n\n# Why us (30 s)\n\nSee [x](«#why-us--30-s» "title") and **[y]( «#why-us» )**.\n\n## As in [z](<«#why-us»>)\n',
    );
  });
  test('definitions and wiki links', () => {
    checkLinks('# Why us (30 s)\n\nSee [[«#Why us»]], [[«#why us»|there]] and [that].\n\n[that]: «#why-us»\n');
  });
  test('with front matter before them', () => checkLinks('---\npace: slow\n---\n\n[x](«#why-us»)\n\n# Why us\n'));

  test('not to headings that are not there, to other files or out of code', () => {
    checkLinks(
      '# Why us (30 s)\n\n[a](#no) [b](other.md#why-us) [[#No]] `[c](#why-us)` ``a ` [d](#why-us)`` #why-us (#why-us) [e] (#why-us)\n\n' +
        '```\n[f](#why-us)\n```\n\n<!-- [g](#why-us) -->\n\n    [h](#why-us)\n',
    );
  });
  test('beside code', () => checkLinks('# Why us\n\n`a` [x](«#why-us») `b`\n'));
  test('one is where the cursor is anywhere in it', () => {
    const at = (marked: string): string | undefined => headingLinkAt(parse(unmark(marked).text), unmark(marked).cursor)?.fragment;
    expect(at('# Why us\n\n[wh‸y](#why-us)\n')).toBe('why-us');
    expect(at('# Why us\n\n[why](#why-us)‸\n')).toBe('why-us');
    expect(at('# Why us\n\n[why](#why-us) ‸\n')).toBeUndefined();
  });
});

/** Renames the heading whose title is marked. */
function checkRename(marked: string, title: string, expected: string): void {
  const { text, ranges } = unmark(marked);
  const file = parse(text);
  const index = file.answers.findIndex((_, i) => titleSpan(file, i).start === ranges[0]!.start);
  expect(mark(text, [titleSpan(file, index)])).toBe(marked);
  expect(applyEdits(text, renameHeading(file, index, title))).toBe(expected);
}

describe('renaming a heading', () => {
  test('keeps the target, and the form of each link', () => {
    checkRename(
      '# «Why us» (≈ 30 s)\n\n[a](#why-us) [b](#why-us--30-s) [c](#why-us-30-s) [[#Why us]] [[#Why us|d]]\n',
      'Why Acme',
      '# Why Acme (≈ 30 s)\n\n[a](#why-acme) [b](#why-acme--30-s) [c](#why-acme--30-s) [[#Why Acme]] [[#Why Acme|d]]\n',
    );
  });
  test('with closing marks, underlined, with the target first, and with none', () => {
    checkRename('## «Why us» (30 s) ##\n', 'X', '## X (30 s) ##\n');
    checkRename('«Why us» (30 s)\n=====\n', 'X', 'X (30 s)\n=====\n');
    checkRename('# (30 s) «Why us»\n', 'X', '# (30 s) X\n');
    checkRename('# «Why us»\n\nA [b](#why-us).\n', 'X?', '# X?\n\nA [b](#x).\n');
  });
  test('with the target in the middle, which moves behind the title', () => {
    checkRename('# «Why (30 s) us»\n\n[a](#why-us)\n', 'Why Acme', '# Why Acme (30 s)\n\n[a](#why-acme)\n');
  });
  test('links to headings of the same name follow their numbers', () => {
    checkRename('# «Why»\n\n[a](#why) [b](#why-1)\n\n# Why\n', 'How', '# How\n\n[a](#how) [b](#why)\n\n# Why\n');
    checkRename('# How\n\n[a](#how) [b](#why)\n\n# «Why»\n', 'How', '# How\n\n[a](#how) [b](#how-1)\n\n# How\n');
  });
  test('leaves other links alone', () => {
    checkRename(
      '# «Why»\n\n[a](#how) [b](x.md#why) `[c](#why)`\n\n# How\n',
      'What',
      '# What\n\n[a](#how) [b](x.md#why) `[c](#why)`\n\n# How\n',
    );
  });
});

test('on any text, links lie within it and say what is written there', () => {
  fc.assert(
    fc.property(fc.oneof(markdown, fc.stringMatching(/^(?:# a|\[a\]\(#a\)|\[\[#a\]\]|`|\n| ){0,12}$/)), (text) => {
      const file = parse(text);
      for (const { span, whole, fragment } of headingLinksIn(file)) {
        expect(text.slice(span.start, span.end)).toBe(`#${fragment}`);
        expect(whole.start <= span.start && span.end <= whole.end).toBe(true);
      }
      file.answers.forEach((_, i) => {
        for (const { span } of renameHeading(file, i, 'New'))
          expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
      });
    }),
  );
});
