/** Quick fixes that write a target into a heading. */

import type { AnalysedAnswer } from '../analysis.ts';
import { inFile } from '../answers/parseAnswers.ts';
import { t } from '../locale/locale.ts';
import type { Fix } from '../rules/rule.ts';
import { insertion } from '../text/edit.ts';
import { formatSeconds, writeSeconds } from '../text/format.ts';
import type { Measured } from './measure.ts';

/** The target that an estimate suggests: whole steps of 5 seconds, at least one. */
export function roundToTarget(seconds: number): number {
  return Math.max(STEP_SECONDS, Math.round(seconds / STEP_SECONDS) * STEP_SECONDS);
}

/** Sets the target to what the answer takes now, in the words the target is written in. */
export function setTargetFix(measured: Measured, text: string): Fix {
  const seconds = roundToTarget(measured.estimate.seconds);
  const { answer } = measured.answer;
  const { target } = answer.content;
  if (target === undefined) return addTargetFix(measured.answer, seconds);
  const span = inFile(answer, target.span);
  return {
    title: t('Set the target to {0}', formatSeconds(seconds)),
    edits: [{ span, newText: rewriteTarget(text.slice(span.start, span.end), seconds) }],
  };
}

/** Adds a target behind a heading's text. */
export function addTargetFix(analysed: AnalysedAnswer, seconds: number): Fix {
  const { answer } = analysed;
  const at = answer.base + answer.content.headingTextEnd;
  return {
    title: t('Add a target of {0}', formatSeconds(seconds)),
    edits: [insertion(at, ` (≈ ${writeSeconds(seconds)})`)],
    isPreferred: true,
  };
}

const STEP_SECONDS = 5;

/** Keeps brackets, "about" and the unit's word where the target is one number of seconds or minutes. */
function rewriteTarget(written: string, seconds: number): string {
  const single = /^([^\d]*)(\d+(?:[.,]\d+)?)(\s*)(\p{L}+)(\P{L}*)$/u.exec(written);
  if (single !== null) {
    const [, before, , space, unit, after] = single as unknown as [string, string, string, string, string, string];
    if (/^s/i.test(unit)) return `${before}${seconds}${space}${unit}${after}`;
    if (/^min/i.test(unit) && seconds % 60 === 0) return `${before}${seconds / 60}${space}${unit}${after}`;
  }
  const comment = written.startsWith('<!--');
  const bracket = /^[[(（【{]/.exec(written)?.[0];
  const about = `≈ ${writeSeconds(seconds)}`;
  if (comment) return `<!-- target: ${about} -->`;
  if (bracket !== undefined) return `${bracket}${about}${written.at(-1)!}`;
  return `${/^[^\d\p{L}≈~]*/u.exec(written)![0]}${about}`;
}
