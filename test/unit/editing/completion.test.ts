/** What is offered at the cursor, and what the text is once it was taken. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/src/core/analysis.ts';
import { readFrontMatter } from '../../../server/src/core/answers/frontMatter.ts';
import { parseTarget } from '../../../server/src/core/answers/target.ts';
import { completionsAt, type Completion } from '../../../server/src/core/editing/completion.ts';
import { FRONT_MATTER_KEYS, NOTES, TARGETS } from '../../../server/src/core/editing/completionWords.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/core/settings.ts';
import { markdown } from '../../support/markdownArbitrary.ts';
import { unmark } from '../../support/marked.ts';

function offered(marked: string, isAsked = false): readonly Completion[] {
  const { text, cursor } = unmark(marked);
  return completionsAt(analyse(text, { settings: DEFAULT_SETTINGS, isListed: false }), cursor, isAsked);
}

/** Takes what is offered under a label, or undefined when it isn't. */
function taken(marked: string, label: string): string | undefined {
  const { text } = unmark(marked);
  const one = offered(marked, true).find((candidate) => candidate.label === label);
  return one && `${text.slice(0, one.span.start)}${one.newText}${text.slice(one.span.end)}`;
}

/** Taking `label` at the cursor makes `expected` of the text. */
function check(marked: string, label: string, expected: string): void {
  expect(taken(marked, label)).toBe(expected);
}

function nothing(marked: string): void {
  expect(offered(marked, true).map(({ label }) => label)).toEqual([]);
}

const OTHER = '\n\nOh.\n\n# B (40 s)\n\nYes.\n';

describe('targets in headings', () => {
  test.each([
    ['after a bracket', '# A (‸', '(≈ 30 seconds)', '# A (≈ 30 seconds)'],
    ['in brackets that were closed', '# A (‸)', '(≈ 30 seconds)', '# A (≈ 30 seconds)'],
    ['in square brackets', '# A [‸]', '[≈ 1 minute]', '# A [≈ 1 minute]'],
    ['after its first digits', '# A (3‸', '(≈ 30 seconds)', '# A (≈ 30 seconds)'],
    ['in place of another', '# A (2‸0 s)', '(1–2 min)', '# A (1–2 min)'],
    ['before closing marks', '# A (‸ #', '(1–2 min)', '# A (1–2 min) #'],
    ['not in place of what comes after another bracket', '# A (‸ (b)', '(1–2 min)', '# A (1–2 min) (b)'],
  ])('%s', (_, marked, label, expected) => check(`${marked}${OTHER}`, label, `${expected}${OTHER}`));

  test('first what the answer takes now, then what the file has', () => {
    const [first, second] = offered(`# A (‸)${OTHER}`);
    expect(first).toMatchObject({ label: '(≈ 5 s)', detail: 'What the answer takes now' });
    expect(second).toMatchObject({ label: '(40 s)', detail: 'A target of this file' });
  });
  test('digits find targets that begin with a sign', () => {
    for (const { filterText } of offered(`# A (3‸${OTHER}`)) expect(filterText).toMatch(/^\d/);
    for (const { filterText, newText } of offered(`# A (≈ 3‸${OTHER}`)) expect(filterText).toBe(newText);
  });
  test('in a file without targets only where they are asked for', () => {
    expect(offered('# A (‸\n\nOh.\n')).toEqual([]);
    expect(offered('# A (‸\n\nOh.\n', true).length).toBeGreaterThan(3);
  });
  test.each([
    ['without a bracket', `# A ‸${OTHER}`],
    ['behind a closed bracket', `# A (30 s) ‸${OTHER}`],
  ])('none %s', (_, marked) => nothing(marked));
  test('none in the answer below', () => nothing(`# A (30 s)\n\nWe (‸ built it.\n`));
});

describe('front matter', () => {
  test.each([
    ['a key', '---\n‸\n---\n# A\n', 'lang', '---\nlang: \n---\n# A\n'],
    ['a key that was begun', '---\nta‸\n---\n# A\n', 'target', '---\ntarget: \n---\n# A\n'],
    ['a key of a map', '---\np‸\n---\n# A\n', 'pronunciations', '---\npronunciations:\n  \n---\n# A\n'],
    ['a key before the end is written', '---\nlang: en\n‸', 'target', '---\nlang: en\ntarget: '],
    ['a value', '---\ntarget: ‸\n---\n# A\n', '≈ 45 seconds', '---\ntarget: ≈ 45 seconds\n---\n# A\n'],
    ['a value right after the colon', '---\nlang:‸\n---\n# A\n', 'de', '---\nlang: de\n---\n# A\n'],
    ['a value in place of another', '---\nlang: e‸n # mine\n---\n# A\n', 'de', '---\nlang: de # mine\n---\n# A\n'],
    ['whether it is an answers file', '---\ninterviewAnswers: ‸\n---\n', 'true', '---\ninterviewAnswers: true\n---\n'],
  ])('%s', (_, marked, label, expected) => check(marked, label, expected));

  test('no key twice', () => expect(taken('---\nlang: en\n‸\n---\n# A\n', 'lang')).toBeUndefined());
  test.each([
    ['values of other keys', '---\ntitle: ‸\n---\n# A\n'],
    ['on the fences', '---\nlang: en\n---‸\n# A\n'],
    ['keys within a map', '---\npronunciations:\n  ‸\n---\n# A\n'],
    ['after a thematic break', '---\nSome text.\n‸'],
  ])('no %s', (_, marked) => nothing(marked));
});

describe('notes to self', () => {
  test.each([
    ['in a paragraph', 'We built it. [‸', '[pause 1s]', 'We built it. [pause 1s]'],
    ['in brackets that were closed', 'We built it. [‸] Bye.', '[pause 1s]', 'We built it. [pause 1s] Bye.'],
    ['in place of another', 'We [brea‸the] it.', '[slow down]', 'We [slow down] it.'],
    ['from elsewhere in the file', 'Oh [‸\n\n# B\n\nIt [wink] runs.', '[wink]', 'Oh [wink]\n\n# B\n\nIt [wink] runs.'],
  ])('%s', (_, marked, label, expected) => check(`# A (30 s)\n\n${marked}\n`, label, `# A (30 s)\n\n${expected}\n`));

  test.each([
    ['in a word', '# A (30 s)\n\nlist[‸\n'],
    ['in code', '# A (30 s)\n\n```\nx [‸\n```\n'],
    ['in code within a sentence', '# A (30 s)\n\nIt is `a [‸` here.\n'],
    ['in a comment', '# A (30 s)\n\nOh.\n\n<!-- [‸ -->\n'],
    ['where an escape makes it text', '# A (30 s)\n\nOh \\[‸\n'],
    ['before the first heading', 'Oh [‸\n\n# A (30 s)\n'],
  ])('none %s', (_, marked) => nothing(marked));
  test('none unasked in a file about something else', () => expect(offered('# A\n\nOh [‸\n')).toEqual([]));
});

describe('comments', () => {
  test.each([
    ['a target under a heading', '<‸', '<!-- target: ≈ 30 seconds -->'],
    ['in brackets that were closed', '<‸>', '<!-- target: ≈ 30 seconds -->'],
    ['after its beginning', '<!-- ta‸', '<!-- target: ≈ 30 seconds -->'],
    ['in a comment that was closed', '<!--‸-->', '<!-- target: ≈ 30 seconds -->'],
  ])('%s', (_, marked, expected) => check(`# A\n\n${marked}\n\n# B (40 s)\n`, expected, `# A\n\n${expected}\n\n# B (40 s)\n`));

  test('the target in a comment', () => {
    check('# A\n\n<!-- target: 3‸0 s -->\n\nOh.\n', '≈ 1 minute', '# A\n\n<!-- target: ≈ 1 minute -->\n\nOh.\n');
  });
  test('after another comment', () =>
    check('# A\n<!-- x -->\n<‸\n', '<!-- target: 1–2 min -->', '# A\n<!-- x -->\n<!-- target: 1–2 min -->\n'));
  test.each([
    ['where the heading has a target', '# A (30 s)\n\n<‸\n'],
    ['further below', '# A\n\nOh.\n\n<‸\n'],
    ['within a line', '# A\n\nOh <‸\n'],
  ])('no target %s', (_, marked) => expect(offered(marked, true).filter(({ label }) => label.includes('target'))).toEqual([]));
});

test('every target that is offered can be read', () => {
  for (const { text } of TARGETS) expect(parseTarget(text)?.problem, text).toBeUndefined();
  for (const { text } of TARGETS) expect(parseTarget(text), text).toBeDefined();
});

test('every value of the front matter is read', () => {
  for (const { name, values } of FRONT_MATTER_KEYS) {
    for (const { text } of values) {
      const { target, language, optIn } = readFrontMatter(`---\n${name}: ${text}\n---\n`);
      expect(
        [target, language, optIn].filter((one) => one !== undefined),
        `${name}: ${text}`,
      ).toHaveLength(1);
    }
  }
});

test('every note is one', () => {
  for (const { text } of NOTES) {
    const { file } = analyse(`# A (30 s)\n\nOh [${text}] yes.\n`, { settings: DEFAULT_SETTINGS, isListed: true });
    expect(file.answers[0]!.content.spoken.text, text).toBe('Oh yes.');
  }
});

test('property: what is replaced holds the cursor and stays on its line', () => {
  fc.assert(
    fc.property(markdown, fc.nat(), (text, at) => {
      const offset = at % (text.length + 1);
      const analysis = analyse(text, { settings: DEFAULT_SETTINGS, isListed: true });
      for (const { span } of completionsAt(analysis, offset, true)) {
        expect(span.start <= offset && offset <= span.end).toBe(true);
        expect(text.slice(span.start, span.end)).not.toMatch(/[\r\n]/);
      }
    }),
  );
});

describe('comments that silence', () => {
  const A = '# A (1 min)\n\nOur system never fails.\n\n';
  test.each([
    ['after their first mark', `${A}<‸`, '<!-- interview-answers-disable -->', `${A}<!-- interview-answers-disable -->`],
    ['after the mark', `${A}<!-- ‸`, '<!-- interview-answers-disable-next-line -->', `${A}<!-- interview-answers-disable-next-line -->`],
    [
      'in a mark that was closed',
      `${A}<!-- int‸ -->`,
      '<!-- interview-answers-disable-file -->',
      `${A}<!-- interview-answers-disable-file -->`,
    ],
    [
      'at the end of a line',
      '# A (1 min)\n\nYes. <!--‸',
      '<!-- interview-answers-disable-line -->',
      '# A (1 min)\n\nYes. <!-- interview-answers-disable-line -->',
    ],
    [
      'a rule',
      `${A}<!-- interview-answers-disable-next-line ‸ -->`,
      'speech/breath',
      `${A}<!-- interview-answers-disable-next-line speech/breath -->`,
    ],
    [
      'another rule',
      `${A}<!-- interview-answers-disable claim/causal, sp‸ -->`,
      'speech/breath',
      `${A}<!-- interview-answers-disable claim/causal, speech/breath -->`,
    ],
  ])('%s', (_, marked, label, expected) => check(marked, label, expected));
  test('first the rules that report something', () => {
    const [first, second] = offered(`${A}<!-- interview-answers-disable-next-line ‸ -->\nYes.\n`);
    expect([first!.label, second!.label].sort()).toEqual(['claim/absolute', 'duration/under']);
  });
  test.each([
    ['in code', `# A (1 min)\n\n\`\`\`\n<!-- interview-answers-disable-line ‸\n\`\`\`\n`],
    ['in inline code', '# A (1 min)\n\nYes `<!-- ‸`'],
    ['in the middle of words', '# A (1 min)\n\nIt is < ‸'],
    ['after a reason', `${A}<!-- interview-answers-disable-line claim/absolute: so ‸`],
    ['for a comment of another kind', `${A}<!-- todo ‸`],
  ])('nothing %s', (_, marked) => nothing(marked));
});
