/** interviewAnswers/export and interviewAnswers/importQuestions: files made of answers, and answers made of a list. */

import { cueCards } from '../../core/overview/cueCards.ts';
import { handout } from '../../core/overview/handout.ts';
import { importQuestions } from '../../core/overview/importQuestions.ts';
import { outlineOf } from '../../core/overview/outline.ts';
import { timelineSvg } from '../../core/overview/timelineSvg.ts';
import type { ExportParams, ExportResult, ImportQuestionsParams, ImportQuestionsResult } from '../../protocol/overview.ts';
import type { Snapshot } from '../analyses.ts';
import { headingAt } from './answers.ts';

export function exportAnswers(snapshot: Snapshot, { kind, title, rehearsed = [] }: ExportParams): ExportResult {
  const { analysis, settings, text } = snapshot;
  const outline = outlineOf(analysis, settings);
  const { frontMatter } = analysis.file;
  const language = frontMatter.language ?? analysis.answers[0]?.analysis.language ?? 'en';
  switch (kind) {
    case 'timeline': {
      const runs = rehearsed.flatMap(({ line, last }) => (last === undefined ? [] : [[headingAt(snapshot, line), last] as const]));
      return { text: timelineSvg(outline, { title, rehearsed: new Map(runs) }), extension: 'svg' };
    }
    case 'cueCards':
      return { text: cueCards(outline, { title, language }), extension: 'html' };
    case 'handout':
      return { text: handout(text, outline, { title, language, textStart: frontMatter.end }), extension: 'html' };
  }
}

export function importList({ text, targetSeconds }: ImportQuestionsParams): ImportQuestionsResult {
  return importQuestions(text, { targetSeconds: targetSeconds ?? undefined });
}
