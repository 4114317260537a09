/** Fix all: what is safe, that edits never meet, and that doing it twice is doing it once. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse, AnalysisCache, type Analysis } from '../../server/src/core/analysis.ts';
import { readSettings } from '../../server/src/core/settings.ts';
import { fixAll, type FixedAll } from '../../server/src/core/suppressions/fixAll.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';

const { settings } = readSettings({ audience: 'recruiter', rules: { 'speech/readability': 'off' } });

function fixed(text: string): FixedAll | undefined {
  const cache = new AnalysisCache();
  const again = (changed: string): Analysis => analyse(changed, { settings, isListed: true }, cache);
  return fixAll(again(text), again);
}

/** Fixing all makes `after` of the text; what is not changed is left alone. */
function check(before: string, after = before): void {
  expect(fixed(before)?.text ?? before).toBe(after);
}

describe('safe are', () => {
  test.each([
    ['an acronym with its head again', '# A\n\nI used the ATM machine.\n', '# A\n\nI used the ATM.\n'],
    ['a phrase with one plain word for it', '# A\n\nI did it in order to win.\n', '# A\n\nI did it to win.\n'],
    [
      'both, and several of them',
      '# A\n\nThe ATM machine. In order to win.\n\n# B\n\nIn order to pay.\n',
      '# A\n\nThe ATM. To win.\n\n# B\n\nTo pay.\n',
    ],
    ['a range the wrong way round', '# A (2–1 min)\n\nYes.\n', '# A (1–2 min)\n\nYes.\n'],
    ['a range with both units', '# A (2 min – 30 s)\n\nYes.\n', '# A (30 s – 2 min)\n\nYes.\n'],
    ['a range in a comment', '# A\n<!-- target: 60-30 s -->\n\nYes.\n', '# A\n<!-- target: 30-60 s -->\n\nYes.\n'],
    ['a range in the front matter', '---\ntarget: 60-30 s\n---\n\n# A\n\nYes.\n', '---\ntarget: 30-60 s\n---\n\n# A\n\nYes.\n'],
    ['what silences nothing', '# A\n\n<!-- interview-answers-disable-next-line -->\nYes.\n', '# A\n\nYes.\n'],
    [
      'a block that silences nothing, with both ends',
      '# A\n\n<!-- interview-answers-disable claim/causal -->\n\nYes.\n\n<!-- interview-answers-enable claim/causal -->\n',
      '# A\n\nYes.\n',
    ],
    [
      'what silences nothing, between Windows line ends',
      '# A\r\n\r\nYes.\r\n\r\n<!-- interview-answers-disable-file -->\r\n',
      '# A\r\n\r\nYes.\r\n',
    ],
    ['several that stand in one list', '---\ndisable: [claim/causal, claim/absolute]\n---\n\n# A\n\nYes.\n', '---\n---\n\n# A\n\nYes.\n'],
  ])('%s', (_, before, after) => check(before, after));
});

describe('left alone are', () => {
  test.each([
    ['a target without a number', '# A (some seconds)\n\nYes.\n'],
    ['a clock that can mean two things', '# A (1:75)\n\nYes.\n'],
    ['a claim', '# A\n\nOur system never fails.\n'],
    ['an acronym that is not explained', '# A\n\nWe did SFT.\n'],
    ['what the file silences', '# A\n\n<!-- interview-answers-disable-next-line jargon/wordy -->\nI did it in order to win.\n'],
    ['a name that is no rule', '# A\n\n<!-- interview-answers-disable-next-line claim/nothing -->\nYes.\n'],
    ['a comment before words on its line, which are not said', '# A\n\n<!-- interview-answers-disable-line --> Yes.\n'],
    ['a file without findings', '# A\n\nYes.\n'],
  ])('%s', (_, text) => check(text));
});

describe('together', () => {
  const PIECES = [
    'the ATM machine',
    'In order to win',
    'in order to',
    'an LLM model',
    'the HIV virus',
    'at this point in time',
    'a PIN number',
    'we never fail',
    'due to the fact that',
    '<!-- interview-answers-disable-line jargon/wordy -->',
    '<!-- interview-answers-disable-line -->',
  ];
  const BLOCKS = [
    '\n\n',
    ' ',
    '\n\n# B (2–1 min)\n\n',
    '\n\n<!-- interview-answers-disable-next-line claim/causal jargon/wordy jargon/redundant-acronym -->\n',
    '\n\n<!-- interview-answers-disable jargon/wordy -->\n\n',
    '\n\n<!-- interview-answers-enable -->\n\n',
  ];
  const files = fc
    .tuple(
      fc.constantFrom(
        '',
        '---\ndisable: [claim/causal, claim/absolute, jargon/wordy]\nignored:\n  - "jargon/wordy 01234567 in order"\n---\n\n',
      ),
      fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...BLOCKS)), { maxLength: 10 }),
    )
    .map(([head, parts]) => `${head}# A\n\n${parts.flat().join('')}end.\n`);

  test('doing it twice is doing it once, and edits never meet', () => {
    fc.assert(
      fc.property(files, (text) => {
        const once = fixed(text);
        if (once === undefined) return;
        expect(applyEdits(text, once.edits)).toBe(once.text);
        let last = { start: -1, end: 0 };
        for (const { span } of once.edits) {
          expect(span.start).toBeGreaterThanOrEqual(last.end);
          expect(span.start).toBeGreaterThan(last.start);
          last = span;
        }
        expect(fixed(once.text)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
