/** The edit that makes the time of a rehearsal the target of its answer. */

import type { Analysis } from '../analysis.ts';
import { inFile } from '../answers/parseAnswers.ts';
import { t } from '../locale/locale.ts';
import type { Fix } from '../rules/rule.ts';
import { addTargetFix, roundToTarget, setTargetFix } from '../targets/fixes.ts';

/**
 * Sets the target of an answer, by its index in the file, to so many seconds (in whole steps of five); undefined where
 * there is no such answer.
 */
export function setTargetToRun(analysis: Analysis, index: number, seconds: number): Fix | undefined {
  const answer = analysis.answers[index];
  if (answer === undefined || !(seconds >= 0 && seconds < Infinity)) return undefined;
  const { content } = answer.answer;
  if (content.malformedTarget !== undefined && content.target === undefined) {
    const span = inFile(answer.answer, content.malformedTarget.span);
    const [edit] = addTargetFix(answer, roundToTarget(seconds)).edits;
    return { title: t('Set the target to the rehearsed time'), edits: [{ span, newText: edit!.newText.trim() }] };
  }
  const measured = analysis.measured.get(answer);
  if (measured === undefined) return addTargetFix(answer, roundToTarget(seconds));
  return setTargetFix({ ...measured, estimate: { ...measured.estimate, seconds } }, analysis.file.text);
}
