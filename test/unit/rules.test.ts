/** Every rule: what it reports, where, and what it leaves alone. */

import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/core/analysis.ts';
import type { Finding } from '../../server/src/core/findings.ts';
import { readSettings } from '../../server/src/core/settings.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { mark, unmark } from '../support/marked.ts';
import { words } from '../support/words.ts';

function findings(text: string, settings: unknown = {}): readonly Finding[] {
  return analyse(text, { settings: readSettings(settings).settings, isListed: false }).findings;
}

/** A file in which what the rule reports is marked with «…»; nothing is marked where it must stay silent. */
function check(rule: string, marked: string, settings: unknown = {}): void {
  const { text } = unmark(marked);
  const spans = findings(text, settings).filter((finding) => finding.rule === rule);
  expect(
    mark(
      text,
      spans.map(({ span }) => span),
    ),
  ).toBe(marked);
}

describe('duration/over', () => {
  const rule = 'duration/over';
  test.each([
    ['an answer that takes longer', `# Why «(10 s)»\n\n${words(60)}.`],
    ['a range by its upper end', `# Why «(5–10 s)»\n\n${words(60)}.`],
    ['an upper bound', `# Why «(under 10 s)»\n\n${words(60)}.`],
    ['a target in a comment', `# Why\n«<!-- target: 10 s -->»\n\n${words(60)}.`],
    ['the default target, at the heading', `---\ntarget: 10 s\n---\n\n«# Why»\n\n${words(60)}.`],
    ['a section by all that is below it', `# Part «(20 s)»\n\n## A\n\n${words(50)}.\n\n## B\n\n${words(50)}.`],
    ['an answer with a part below it', `# Part «(15 s)»\n\n${words(40)}.\n\n## More\n\n${words(40)}.`],
    ['planned pauses count', `# Why «(10 s)»\n\n${words(10)}. [pause 20s] ${words(10)}.`],
  ])('reports %s', (_, marked) => check(rule, marked));

  test.each([
    ['an answer on target', `# Why (30 s)\n\n${words(122)}.`],
    ['one within the tolerance', `# Why (20 s)\n\n${words(55)}.`],
    ['one without a target', `# Why\n\n${words(500)}.\n\n# Other (5 s)\n\nShort.`],
    ['a lower bound', `# Why (at least 10 s)\n\n${words(60)}.`],
    ['a file that opts out', `---\ninterviewAnswers: false\n---\n\n# Why (10 s)\n\n${words(60)}.`],
    ['code and tables', `# Why (30 s)\n\n${words(122)}.\n\n\`\`\`\n${words(200)}\n\`\`\`\n\n| ${words(90)} |\n|---|\n| a |`],
    ['a child with its own target', `# Part (15 s)\n\n${words(35)}.\n\n## More (10 min)\n\n${words(300)}.`],
  ])('leaves alone %s', (_, marked) => check(rule, marked));

  test('says what to cut, and shows the word at which the target is reached', () => {
    const text = `# Why (10 s)\n\n${words(60)}.`;
    const [{ message, related }] = findings(text).filter((finding) => finding.rule === rule) as [Finding];
    const [, seconds, excess, cut] = /About (\d+) s to say .* (\d+) s over the target of 10 s: cut about (\d+) words\./
      .exec(message)!
      .map(Number);
    expect(excess).toBe(seconds! - 10);
    expect(cut! / 60).toBeCloseTo(excess! / seconds!, 1);
    const place = text.slice(0, related[0]!.span.start).split(/\s+/).length;
    expect(place).toBeGreaterThan(20);
    expect(place).toBeLessThan(60);
  });
});

describe('duration/under', () => {
  const rule = 'duration/under';
  test.each([
    ['an answer that is over early', `# Why «(1 min)»\n\n${words(40)}.`],
    ['a range by its lower end', `# Why «(1–2 min)»\n\n${words(40)}.`],
    ['a lower bound', `# Why «(at least 1 min)»\n\n${words(40)}.`],
  ])('reports %s', (_, marked) => check(rule, marked));

  test.each([
    ['an answer on target', `# Why (30 s)\n\n${words(122)}.`],
    ['an upper bound', `# Why (under 1 min)\n\n${words(10)}.`],
    ['an answer that is yet to be written', '# Why (1 min)\n\n'],
    ['one that is only a note', '# Why (1 min)\n\n[think about this]'],
  ])('leaves alone %s', (_, marked) => check(rule, marked));

  test('says "far" when there is no doubt', () => {
    expect(findings(`# Why (1 min)\n\n${words(10)}.`)[0]!.message).toContain('far under');
    expect(findings(`# Why (1 min)\n\n${words(120)}.`)[0]!.message).not.toContain('far under');
  });
});

describe('duration/missing-target', () => {
  const rule = 'duration/missing-target';
  test.each([['an answer among others that have one', '# A (5 s)\n\nOne two three.\n\n«# B»\n\nWords here.']])('reports %s', (_, marked) =>
    check(rule, marked),
  );

  test.each([
    ['a section', '# Part\n\n## A (5 s)\n\nWords.'],
    ['an answer below a target', '# Part (5 s)\n\n## A\n\nWords here.'],
    ['a file with a default', '---\ntarget: 5 s\n---\n# A (5 s)\n\nWords.\n\n# B\n\nWords.'],
    ['an answer yet to be written', '# A (5 s)\n\nWords.\n\n# B\n'],
    ['a malformed target', '# A (5 s)\n\nWords.\n\n# B (≈ seconds)\n\nWords.'],
    ['a file where none has one', '---\ninterviewAnswers: true\n---\n# A\n\nWords.\n\n# B\n\nWords.'],
  ])('leaves alone %s', (_, marked) => check(rule, marked));
});

describe('duration/malformed-target', () => {
  const rule = 'duration/malformed-target';
  test.each([
    ['no number', '# A «(≈ seconds)»\n\nWords.'],
    ['zero', '# A «(0 s)»\n\nWords.\n\n# B (5 s)'],
    ['a range upside down', '# A «(60–30 s)»\n\nWords.\n\n# B (5 s)'],
    ['a comment', '# A\n«<!-- target: soon -->»\n\nWords.\n\n# B (5 s)'],
    ['front matter', '---\ntarget: «soon»\ninterviewAnswers: true\n---\n# A\n\nWords.'],
    ['broken front matter', '---\ninterviewAnswers: true\n"unclosed: «x\n»---\n# A (5 s)\n\nWords.'],
  ])('reports %s', (_, marked) => {
    // Where broken YAML ends is the parser's business; that it is reported is ours.
    if (marked.includes('unclosed')) expect(findings(unmark(marked).text).map((finding) => finding.rule)).toContain(rule);
    else check(rule, marked);
  });

  test.each([
    ['a remark', '# A (seconds)\n\nWords.\n\n# B (5 s)'],
    ['another comment', '# A (5 s)\n<!-- soon -->\n\nWords.'],
  ])('leaves alone %s', (_, marked) => check(rule, marked));
});

describe('speech/breath', () => {
  const rule = 'speech/breath';
  test.each([
    ['a long stretch', `# A (5 min)\n\n«${words(50)}».`],
    ['the long stretch of a sentence', `# A (5 min)\n\nFirst of all, «${words(50)}», and that was it.`],
  ])('reports %s', (_, marked) => {
    const { text, ranges } = unmark(marked);
    const spans = findings(text).filter((finding) => finding.rule === rule);
    expect(spans).toHaveLength(1);
    expect(spans[0]!.span.start).toBe(ranges[0]!.start);
    expect(spans[0]!.span.end - ranges[0]!.end).toBeLessThanOrEqual(1);
  });

  test.each([
    ['short sentences', `# A (5 min)\n\n${words(12)}. ${words(12)}. ${words(12)}. ${words(12)}.`],
    ['a long sentence with places to breathe', `# A (5 min)\n\n${words(12)}, ${words(12)}, ${words(12)}; ${words(12)}.`],
    ['items of a list', `# A (5 min)\n\n- ${words(12)}\n- ${words(12)}\n- ${words(12)}\n- ${words(12)}`],
  ])('leaves alone %s', (_, marked) => check(rule, marked));

  test('takes the limit from the settings', () => check(rule, `# A (5 min)\n\n${words(50)}.`, { breath: { seconds: 60 } }));
});

describe('speech/readability', () => {
  const rule = 'speech/readability';
  const hard =
    'Notwithstanding considerable organisational heterogeneity, interdepartmental communication infrastructure necessitates comprehensive standardisation initiatives.';
  test('reports a sentence that is hard to follow', () => check(rule, `# A (5 min)\n\nIt was fine. «${hard}» We did it.`));
  test.each([
    ['plain speech', '# A (5 min)\n\nWe had one big problem. The old system was slow, so we made a new one that was fast.'],
    ['code', `# A (5 min)\n\n\`\`\`\n${hard}\n\`\`\`\n\nWords.`],
    ['another language', `---\nlang: de\n---\n# A (5 min)\n\n${hard}`],
    ['a long name in a short sentence', '# A (5 min)\n\nWe used Elasticsearch internationally.'],
  ])('leaves alone %s', (_, marked) => check(rule, marked));
});

test('a severity of off silences a rule, any other is taken over', () => {
  const text = `# Why (10 s)\n\n${words(60)}.`;
  const off = findings(text, { rules: { 'duration/over': 'off', 'speech/breath': 'off', 'speech/readability': 'off' } });
  expect(off).toEqual([]);
  expect(findings(text, { rules: { 'duration/over': 'hint' } }).find(({ rule }) => rule === 'duration/over')!.severity).toBe('hint');
});

describe('fixes', () => {
  test.each([
    ['Set the target', '# Why (10 s)', '# Why (N s)'],
    ['Set the target', '# Why (≈ 10 seconds)', '# Why (≈ N seconds)'],
    ['Set the target', '# Why — 10 sec', '# Why — N sec'],
    ['Set the target', '# Why (5–10 s)', '# Why (≈ N s)'],
    ['Set the target', '# Why [0:10]', '# Why [≈ N s]'],
    ['Set the target', '# Why\n<!-- target: 10 s -->', '# Why\n<!-- target: N s -->'],
    ['Set the target', 'Why (10 s)\n===', 'Why (N s)\n==='],
    ['Add a target', '---\ntarget: 10 s\n---\n# Why', '---\ntarget: 10 s\n---\n# Why (≈ N s)'],
    ['Add a target', '---\ntarget: 10 s\n---\n# Why *so* ##', '---\ntarget: 10 s\n---\n# Why *so* (≈ N s) ##'],
  ])('%s: %j becomes %j', (title, before, after) => {
    const text = `${before}\n\n${words(60)}.`;
    const finding = findings(text, { rules: { 'speech/breath': 'off' } }).find(({ rule }) => rule === 'duration/over')!;
    const fix = finding.fixes.find((one) => one.title.startsWith(title))!;
    const edited = applyEdits(text, fix.edits);
    expect(
      edited
        .slice(0, edited.indexOf('\n\n'))
        .replace(/(?<!target: )\b\d+(?= s|\b)(?!.*\n---)/g, 'N')
        .replace(/target: \d+(?= s -->)/, 'target: N'),
    ).toBe(after);
    expect(findings(edited).map(({ rule }) => rule)).not.toContain('duration/over');
  });
});
