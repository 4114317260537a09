/** What folds, and what a selection grows to. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse, type Analysis } from '../../../server/src/core/analysis.ts';
import { folds } from '../../../server/src/core/editing/folding.ts';
import { selectionsAt } from '../../../server/src/core/editing/selection.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/core/settings.ts';
import { markdown } from '../../support/markdownArbitrary.ts';
import { mark, unmark } from '../../support/marked.ts';

function analysed(text: string, isListed = true): Analysis {
  return analyse(text, { settings: DEFAULT_SETTINGS, isListed });
}

describe('folding', () => {
  /** `«…»` are the folds; they may nest. */
  function check(marked: string): void {
    const { text } = unmark(marked);
    expect(
      mark(
        text,
        folds(analysed(text)).map(({ span }) => span),
      ),
    ).toBe(marked);
  }

  test('answers and the sections that hold them, without the blank lines behind', () => {
    check('«# Part\n\n«## A (30 s)\n\nWe built it.»\n\n«## B\n\nIt runs.»»\n\n«# Last\n\nBye.»\n\n');
  });
  test('front matter', () => check('«---\ntarget: 30 s\n---»\n\n«# A\n\nWe built it.»\n'));
  test('lists and their items of several lines', () => {
    check('«# A\n\n«- one\n«- two\n  more»\n- three»»\n');
  });
  test('comments, before the first heading too', () => {
    check('«<!-- for\nme -->»\n\n«# A\n\n«<!-- check\nthe figure -->»\n\nWe built it.»\n');
    expect(folds(analysed('# A\n\n<!-- a\nb -->\n')).map(({ isComment }) => isComment)).toEqual([false, true]);
  });
  test('quotes, code and tables', () => {
    check('«# A\n\n«> one\n> two»\n\n«```\nx\n```»\n\n«| a |\n|---|\n| b |»»\n');
  });
  test('underlined headings', () => check('«A (30 s)\n========\n\nWe built it.»\n'));
  test('not what is one line', () => check('# A (30 s)\n'));
  test('not paragraphs', () => check('«# A\n\nWe built it\nwith care.»\n'));
  test('not one-line comments and items', () => check('«# A\n\n<!-- x -->\n\n- one»\n'));
  test('not a file that is about something else', () => expect(folds(analysed('# A\n\nOne.\n', false))).toEqual([]));

  test('an item with an open fence ends where the next begins', () => {
    check('«# A\n\n«- ```\n«- b\n  ```»»»');
  });
  test('property: folds nest, and begin and end at visible text', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const found = folds(analysed(text));
        for (const { span } of found) {
          expect(text.slice(span.start, span.end).trimEnd().length).toBe(span.end - span.start);
          for (const other of found) {
            const apart = other.span.end <= span.start || span.end <= other.span.start;
            const within = span.start <= other.span.start ? other.span.end <= span.end : span.end <= other.span.end;
            expect(apart || within || other.span.start === span.start).toBe(true);
          }
        }
      }),
    );
  });
});

describe('selection', () => {
  /** `‸` is the cursor; expected are the texts that are selected one after the other. */
  function check(marked: string, expected: readonly string[]): void {
    const { text, cursor } = unmark(marked);
    expect(selectionsAt(analysed(text), cursor).map(({ start, end }) => text.slice(start, end))).toEqual([...expected, text]);
  }

  test('word, clause, sentence, paragraph, answer, section', () => {
    check('# Part\n\n## A (30 s)\n\nWe bu‸ilt it, and it runs. Bye.\n\nMore.\n\n## B\n\nOh.\n', [
      'built',
      'We built it,',
      'We built it, and it runs.',
      'We built it, and it runs. Bye.',
      '## A (30 s)\n\nWe built it, and it runs. Bye.\n\nMore.',
      '# Part\n\n## A (30 s)\n\nWe built it, and it runs. Bye.\n\nMore.\n\n## B\n\nOh.',
    ]);
  });
  test('a sentence that is one clause', () => {
    check('# A\n\nWe ‸built it. Bye.\n', ['built', 'We built it.', 'We built it. Bye.', '# A\n\nWe built it. Bye.']);
  });
  test('the last clause, with its full stop', () => {
    check('# A\n\nWe built it, and it ru‸ns. Bye.\n', [
      'runs',
      'and it runs.',
      'We built it, and it runs.',
      'We built it, and it runs. Bye.',
      '# A\n\nWe built it, and it runs. Bye.',
    ]);
  });
  test('item and list', () => {
    check('# A\n\n- One ‸two. Three.\n- Four.\n', [
      'two',
      'One two.',
      'One two. Three.',
      '- One two. Three.',
      '- One two. Three.\n- Four.',
      '# A\n\n- One two. Three.\n- Four.',
    ]);
  });
  test('a heading without its marks and target first', () => {
    check('## Why ‸us (30 s)\n\nOh.\n', ['Why us', '## Why us (30 s)', '## Why us (30 s)\n\nOh.']);
  });
  test('what is emphasised', () => {
    check('# A\n\nWe **bui‸lt** it.\n', ['built', 'We **built** it.', '# A\n\nWe **built** it.']);
  });
  test('code that is not said', () => check('# A\n\n```\nx‸\n```\n', ['```\nx\n```', '# A\n\n```\nx\n```']));
  test('front matter', () => check('---\nta‸rget: 30 s\n---\n\n# A\n\nOh.\n', ['---\ntarget: 30 s\n---']));
  test('before the first heading', () => check('An in‸tro.\n\n# A\n\nOh.\n', ['An intro.']));
  test('a blank line', () => check('# A\n\nOne.\n‸\nTwo.\n', ['# A\n\nOne.\n\nTwo.']));

  test('property: each selection holds the cursor and all before it, and the last is the file', () => {
    fc.assert(
      fc.property(markdown, fc.nat(), fc.boolean(), (text, at, isListed) => {
        const offset = at % (text.length + 1);
        const spans = selectionsAt(analysed(text, isListed), offset);
        let inner = { start: offset, end: offset };
        spans.forEach((span, i) => {
          expect(span.start <= inner.start && inner.end <= span.end).toBe(true);
          if (i > 0) expect(span.end - span.start).toBeGreaterThan(inner.end - inner.start);
          inner = span;
        });
        expect(inner).toEqual({ start: 0, end: text.length });
      }),
    );
  });
});
