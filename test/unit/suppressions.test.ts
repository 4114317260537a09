/** Silencing findings: every form, what it silences and what not, what is left over, and that nothing else changes. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse, type Analysis } from '../../server/src/core/analysis.ts';
import { sentenceOf } from '../../server/src/core/editing/sentenceOf.ts';
import { readSettings } from '../../server/src/core/settings.ts';
import { ignoredEntry, readIgnored, sentenceMark } from '../../server/src/core/suppressions/sentenceMark.ts';
import { nearestRule } from '../../server/src/core/suppressions/ruleNames.ts';
import { RULES } from '../../server/src/core/rules/registry.ts';
import { markdown } from '../support/markdownArbitrary.ts';
import { mark, unmark } from '../support/marked.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';

const SLOW_RULES_OFF = { rules: { 'speech/readability': 'off' } };

function analysed(text: string, settings: object = {}): Analysis {
  return analyse(text, { settings: readSettings(SLOW_RULES_OFF, settings).settings, isListed: true });
}

/** The findings of the rule `claim/absolute` are those marked with «…». */
function check(marked: string, rule = 'claim/absolute', settings: object = {}): void {
  const { text } = unmark(marked);
  const spans = analysed(text, settings)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ span }) => span);
  expect(mark(text, spans)).toBe(marked);
}

const CLAIM = 'Our system never fails.';
const FOUND = 'Our system «never fails».';

test('without a suppression the claims of these tests are reported', () => check(`# A\n\n${FOUND}\n\n${FOUND}\n`));

describe('comments silence', () => {
  test.each([
    ['the next line', `# A\n\n<!-- interview-answers-disable-next-line -->\n${CLAIM}\n\n${FOUND}\n`],
    ['the next line, one rule', `# A\n\n<!-- interview-answers-disable-next-line claim/absolute -->\n${CLAIM}\n\n${FOUND}\n`],
    ['the next line, a family', `# A\n\n<!-- interview-answers-disable-next-line claim/* -->\n${CLAIM}\n\n${FOUND}\n`],
    ['the next line behind a blank one', `# A\n\n<!-- interview-answers-disable-next-line -->\n\n${CLAIM}\n\n${FOUND}\n`],
    [
      'the next line behind another comment',
      `# A\n\n<!-- interview-answers-disable-next-line claim/absolute -->\n<!-- interview-answers-disable-next-line jargon/wordy -->\n${CLAIM}\n\n${FOUND}\n`,
    ],
    ['the line they end', `# A\n\n${CLAIM} <!-- interview-answers-disable-line claim/absolute -->\n${FOUND}\n`],
    [
      'a block',
      `# A\n\n<!-- interview-answers-disable claim/absolute -->\n\n${CLAIM}\n\n<!-- interview-answers-enable claim/absolute -->\n\n${FOUND}\n`,
    ],
    ['a block, all rules', `# A\n\n<!-- interview-answers-disable -->\n\n${CLAIM}\n\n<!-- interview-answers-enable -->\n\n${FOUND}\n`],
    [
      'all rules but one',
      `# A\n\n<!-- interview-answers-disable -->\n\n${CLAIM}\n\n<!-- interview-answers-enable claim/absolute -->\n\n${FOUND}\n`,
    ],
    ['everything from there on', `# A\n\n${FOUND}\n\n<!-- interview-answers-disable claim/absolute -->\n\n${CLAIM}\n\n# B\n\n${CLAIM}\n`],
    ['the file', `# A\n\n${CLAIM}\n\n# B\n\n${CLAIM}\n\n<!-- interview-answers-disable-file claim/absolute -->\n`],
    ['several rules', `# A\n\n<!-- interview-answers-disable-next-line jargon/wordy, claim/absolute -->\n${CLAIM}\n`],
    ['for a reason', `# A\n\n<!-- interview-answers-disable-next-line claim/absolute: it is in the contract -->\n${CLAIM}\n`],
    ['in a file with Windows line ends', `# A\r\n\r\n<!-- interview-answers-disable-next-line -->\r\n${CLAIM}\r\n\r\n${FOUND}\r\n`],
    ['before the first heading', `<!-- interview-answers-disable claim/absolute -->\n\n# A\n\n${CLAIM}\n`],
  ])('%s', (_, marked) => check(marked));

  test.each([
    ['another rule', `# A\n\n<!-- interview-answers-disable-next-line speech/breath -->\n${FOUND}\n`],
    ['the line after the next', `# A\n\n<!-- interview-answers-disable-next-line -->\nWe did it.\n${FOUND}\n`],
    ['in a code block', `# A\n\n\`\`\`\n<!-- interview-answers-disable-file -->\n\`\`\`\n\n${FOUND}\n`],
    ['in code in a sentence', `# A\n\nI write \`<!-- interview-answers-disable-file -->\` there. ${FOUND}\n`],
    ['that is not closed', `# A\n\n${FOUND}\n\n<!-- interview-answers-disable-file\n`],
    ['that says something else', `# A\n\n<!-- interview-answers-disabled-file -->\n\n${FOUND}\n`],
    ['of another product', `# A\n\n<!-- markdownlint-disable -->\n\n${FOUND}\n`],
  ])('and not: %s', (_, marked) => check(marked));
});

describe('the front matter silences', () => {
  const entry = JSON.stringify(ignoredEntry('claim/absolute', CLAIM));
  test.each([
    ['a rule', `---\ndisable: [claim/absolute]\n---\n\n# A\n\n${CLAIM}\n`],
    ['one rule without a list', `---\ndisable: claim/absolute\n---\n\n# A\n\n${CLAIM}\n`],
    ['a family', `---\ndisable:\n  - claim/*\n---\n\n# A\n\n${CLAIM}\n`],
    ['a rule by its severity', `---\nrules:\n  claim/absolute: off\n---\n\n# A\n\n${CLAIM}\n`],
    ['a sentence', `---\nignored:\n  - ${entry}\n---\n\n# A\n\n${CLAIM} Our service «never fails».\n`],
    ['a sentence that has moved', `---\nignored: [${entry}]\n---\n\n# A\n\nWe did it.\n\n- And more.\n- ${CLAIM}\n`],
    ['a sentence over two lines', `---\nignored: [${entry}]\n---\n\n# A\n\nOur system\nnever   fails.\n`],
    ['another rule', `---\ndisable: [claim/causal]\n---\n\n# A\n\n${FOUND}\n`],
    ['another sentence', `---\nignored: [${entry}]\n---\n\n# A\n\nOur service «never fails».\n`],
  ])('%s', (_, marked) => check(marked));

  test('a severity holds in the file', () => {
    const text = `---\nrules: { claim/absolute: error }\n---\n\n# A\n\n${CLAIM}\n`;
    expect(analysed(text).findings.find(({ rule }) => rule === 'claim/absolute')?.severity).toBe('error');
  });
});

describe('suppression/unused', () => {
  test.each([
    ['a comment above nothing to report', `# A\n\n«<!-- interview-answers-disable-next-line claim/absolute -->»\nWe did it.\n`],
    ['a comment at the end of a line', `# A\n\nWe did it. «<!-- interview-answers-disable-line -->»\n`],
    ['one name of two', `# A\n\n<!-- interview-answers-disable-next-line «jargon/wordy» claim/absolute -->\n${CLAIM}\n`],
    ['an end without a beginning', `# A\n\nWe did it.\n\n«<!-- interview-answers-enable -->»\n`],
    ['a rule of the front matter', `---\ndisable: [claim/absolute, «claim/causal»]\n---\n\n# A\n\n${CLAIM}\n`],
    ['a sentence that was changed', `---\nignored:\n  - «claim/absolute 0123abcd It never fails»\n---\n\n# A\n\n${CLAIM}\n`],
    ['a comment that names this rule', `# A\n\n«<!-- interview-answers-disable-file suppression/unused -->»\n\nWe did it.\n`],
  ])('reports %s', (_, marked) => check(marked, 'suppression/unused'));

  test.each([
    ['what silences something', `# A\n\n<!-- interview-answers-disable-next-line claim/absolute -->\n${CLAIM}\n`],
    [
      'a rule that is off',
      `# A\n\n<!-- interview-answers-disable-next-line jargon/wordy -->\nWe did it.\n`,
      { rules: { 'jargon/wordy': 'off' } },
    ],
    ['contradictions where nothing is known', `# A\n\n<!-- interview-answers-disable-file claim/contradicted -->\n\nWe did it.\n`],
    ['a name that is no rule', `# A\n\n<!-- interview-answers-disable-next-line claim/nothing -->\nWe did it.\n`],
    [
      'a file that is off',
      `---\nrules: { suppression/unused: off }\n---\n\n# A\n\n<!-- interview-answers-disable-file -->\n\nWe did it.\n`,
    ],
  ] as readonly [string, string, object?][])('leaves alone %s', (...[, marked, settings]) => check(marked, 'suppression/unused', settings));

  test.each([
    ['# A\n\n<!-- interview-answers-disable-next-line claim/absolute -->\nWe did it.\n', '# A\n\nWe did it.\n'],
    ['# A\n\nWe did it. <!-- interview-answers-disable-line -->\nAnd more.\n', '# A\n\nWe did it.\nAnd more.\n'],
    ['# A\n\nWe did it.\n<!-- interview-answers-disable-line -->\nAnd more.\n', '# A\n\nWe did it.\n\nAnd more.\n'],
    ['---\ndisable: [claim/causal]\ntarget: 30 s\n---\n\n# A\n\nWe did it.\n', '---\ntarget: 30 s\n---\n\n# A\n\nWe did it.\n'],
    ['---\ndisable:\n  - claim/causal\n---\n\n# A\n\nWe did it.\n', '---\n---\n\n# A\n\nWe did it.\n'],
  ])('is removed: %j', (before, after) => {
    const found = analysed(before).findings.find(({ rule }) => rule === 'suppression/unused')!;
    expect(applyEdits(before, found.fixes[0]!.edits)).toBe(after);
  });
});

describe('suppression/unknown-rule', () => {
  test.each([
    ['a name in a comment', `# A\n\n<!-- interview-answers-disable-next-line «claim/absolut» -->\n${CLAIM}\n`],
    ['a name in the front matter', `---\ndisable: [«absolute»]\n---\n\n# A\n\n${CLAIM}\n`],
    ['a severity of no rule', `---\nrules: { «speech/breathe»: off }\n---\n\n# A\n\n${CLAIM}\n`],
    ['a word that says nothing', `# A\n\n«<!-- interview-answers-disable-nextline -->»\n${CLAIM}\n`],
    ['an entry that can not be read', `---\nignored: [«everything»]\n---\n\n# A\n\n${CLAIM}\n`],
  ])('reports %s', (_, marked) => check(marked, 'suppression/unknown-rule'));

  test.each([
    ['rules', `# A\n\n<!-- interview-answers-disable-next-line claim/absolute claim/* -->\n${CLAIM}\n`],
    ['reasons', `# A\n\n<!-- interview-answers-disable-next-line claim/absolute: as said before -->\n${CLAIM}\n`],
    ['other comments', `# A\n\n<!-- eslint-disable nothing -->\n${CLAIM}\n`],
  ])('leaves alone %s', (_, marked) => check(marked, 'suppression/unknown-rule'));

  test('writes what was probably meant', () => {
    const text = `# A\n\n<!-- interview-answers-disable-next-line claim/absolut -->\n${CLAIM}\n`;
    const found = analysed(text).findings.find(({ rule }) => rule === 'suppression/unknown-rule')!;
    expect(applyEdits(text, found.fixes[0]!.edits)).toBe(text.replace('absolut ', 'absolute '));
    expect(nearestRule('breath', RULES)).toBe('speech/breath');
    expect(nearestRule('no-such-thing-at-all', RULES)).toBeUndefined();
  });
});

describe('the mark of a sentence', () => {
  test.each([
    ['It never fails.', 'it never fails!'],
    ['It’s “good”.', 'It\'s  "good".'],
    ['It\nnever fails', 'It never fails.'],
  ])('is the same for %j and %j', (a, b) => expect(sentenceMark(a)).toBe(sentenceMark(b)));
  test.each([
    ['It never fails.', 'It never failed.'],
    ['It took 5 s.', 'It took 6 s.'],
  ])('is another for %j and %j', (a, b) => expect(sentenceMark(a)).not.toBe(sentenceMark(b)));
  test('is read back', () => {
    fc.assert(
      fc.property(fc.string(), (sentence) => {
        expect(readIgnored(ignoredEntry('claim/absolute', sentence))).toEqual({ rule: 'claim/absolute', mark: sentenceMark(sentence) });
      }),
    );
  });
});

describe('nothing else changes', () => {
  const COMMENTS = ['disable-next-line', 'disable-line', 'disable', 'enable', 'disable-file'].flatMap((word) => [
    `<!-- interview-answers-${word} -->`,
    `<!-- interview-answers-${word} claim/absolute 30 s -->`,
  ]);
  const PARAGRAPHS = [
    CLAIM,
    'We did SFT in order to win.',
    'It took 30 s.',
    '- One item.\n- Two items.',
    '> Quoted words.',
    'Basically, you know, it is the best.',
  ];
  const files = fc
    .array(fc.oneof(fc.constantFrom(...PARAGRAPHS), fc.constantFrom('# Why us (10 s)', '## B', '## C\n<!-- target: 20 s -->')), {
      minLength: 1,
      maxLength: 8,
    })
    // Two lists in a row are one, and a comment between them makes two of it: that is Markdown's doing.
    .map((parts) => parts.filter((part, i) => !(part.startsWith('-') && parts[i - 1]?.startsWith('-') === true)))
    .map((parts) => ['# A', ...parts].map((part) => `${part}\n`));

  /** Findings but those about suppressions, without their places. */
  const told = (analysis: Analysis): readonly string[] =>
    analysis.findings
      .filter(({ rule }) => !rule.startsWith('suppression/'))
      .map(({ rule, message, span }) => `${rule} ${message} ${sentenceOf(analysis, span)}`);
  const times = ({ answers }: Analysis): readonly object[] =>
    answers.map(({ answer, analysis }) =>
      [answer.content.title, answer.content.target, analysis.speech.estimate].map((one) => ({ ...(one as object), span: 0 })),
    );

  test('a comment between paragraphs or at the end of a line changes no time, and takes findings out only', () => {
    fc.assert(
      fc.property(files, fc.constantFrom(...COMMENTS), fc.nat(), fc.boolean(), (parts, comment, at, isOwnLine) => {
        const index = at % parts.length;
        const before = analysed(parts.join('\n'));
        const changed = parts.map((part, i) =>
          i !== index ? part : isOwnLine ? `${comment}\n${part}` : part.replace(/\n$/, ` ${comment}\n`),
        );
        const after = analysed(changed.join('\n'));
        expect(times(after)).toEqual(times(before));
        const left = [...told(before)];
        for (const one of told(after)) {
          const found = left.indexOf(one.replace(` ${comment}`, ''));
          expect(found, one).toBeGreaterThanOrEqual(0);
          left.splice(found, 1);
        }
      }),
      { numRuns: 50 },
    );
  }, 60_000);

  test('any file with comments is read', () => {
    fc.assert(
      fc.property(markdown, fc.constantFrom(...COMMENTS), fc.nat(), (text, comment, at) => {
        const place = at % (text.length + 1);
        const { findings } = analysed(text.slice(0, place) + comment + text.slice(place));
        for (const { span, fixes } of findings) {
          expect(span.start).toBeLessThanOrEqual(span.end);
          for (const { edits } of fixes) for (const edit of edits) expect(edit.span.start).toBeLessThanOrEqual(edit.span.end);
        }
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});
