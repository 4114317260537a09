/** Rule `duration/malformed-target`: something is written as a target but can't be read as one. */

import { inFile } from '../answers/parseAnswers.ts';
import { parseTarget, type TargetProblem } from '../answers/target.ts';
import { phrase, t } from '../locale/locale.ts';
import type { Span } from '../text/span.ts';
import type { FileRule, Found } from './rule.ts';
import { withoutTail } from '../text/tail.ts';

export const malformedTarget: FileRule<'duration/malformed-target'> = {
  id: 'duration/malformed-target',
  scope: 'file',
  severity: 'warning',
  summary: "Something is written as a target but can't be read as one.",
  *check({ file, answers }): Iterable<Found> {
    for (const problem of file.frontMatter.problems) {
      if (problem.kind === 'target') yield finding(file.text, problem.span, problem.problem);
      else if (problem.kind === 'syntax')
        yield { span: problem.span, message: t("The front matter can't be read from here on: {0}", problem.message) };
    }
    for (const { answer } of answers) {
      const { malformedTarget: malformed } = answer.content;
      if (malformed !== undefined) yield finding(file.text, inFile(answer, malformed.span), malformed.problem);
    }
  },
};

function finding(text: string, span: Span, problem: TargetProblem): Found {
  const turned = problem === 'reversed' ? turnAround(text.slice(span.start, span.end)) : undefined;
  const fixes =
    turned === undefined ? [] : [{ title: t('Write {0}', turned), isPreferred: true, isSafe: true, edits: [{ span, newText: turned }] }];
  return { span, message: t(MESSAGES[problem]), fixes };
}

/** "(2–1 min)" as "(1–2 min)": the two ends in the other order, where that can be read as a target. */
function turnAround(written: string): string | undefined {
  const ends = /^([^\d]{0,40})(\d[\d.,:]{0,9}(?: ?\p{L}{1,10})?)( ?(?:[-–—~]|to|bis|à) ?)(\d[\d.,:]{0,9})(\D{0,40})$/u.exec(written);
  if (ends === null) return undefined;
  const [, before, first, between, second, after] = ends as unknown as [string, string, string, string, string, string];
  // With a unit at each end, both units move.
  const unit = /\p{L}/u.test(first) ? /^ ?\p{L}{1,10}/u.exec(after)?.[0] : '';
  if (unit === undefined) return undefined;
  const turned = `${before}${second}${unit}${between}${first}${after.slice(unit.length)}`;
  const words = withoutTail(turned.replace(/^(?:<!--|[^\d\p{L}<≈~])*(?:target\s*[:=]?)?/iu, ''), /[^\d\p{L}]/u);
  const parsed = parseTarget(words);
  return parsed !== undefined && parsed.problem === undefined ? turned : undefined;
}

const MESSAGES: Readonly<Record<TargetProblem, string>> = {
  'no-number': phrase('This target has no number. Write it like (≈ 30 seconds) or (1–2 min).'),
  zero: phrase("A target of zero seconds can't be met."),
  reversed: phrase('The range of this target ends before it begins.'),
  clock: phrase('A clock has at most 59 seconds after the colon. Write the target like (1:30).'),
  'too-long': phrase('This target is longer than a day.'),
  unreadable: phrase("This target can't be read. Write it like 30 s, 1–2 min or 1:30."),
};
