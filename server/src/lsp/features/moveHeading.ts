/** interviewAnswers/moveSection: the edits that move a section to where it is dropped. */

import { moveIn, placeOfDrop } from '../../core/overview/moveSection.ts';
import { t } from '../../core/locale/locale.ts';
import type { MoveSectionParams, MoveSectionResult } from '../../protocol/overview.ts';
import type { Snapshot } from '../analyses.ts';
import { toTextEdit } from '../convert.ts';
import { headingAt } from './answers.ts';

export function moveHeading(snapshot: Snapshot, { version, line, onto }: MoveSectionParams): MoveSectionResult {
  if (version !== snapshot.version) return { refused: t('The file has changed in the meantime. Please try again.') };
  const { file } = snapshot.analysis;
  const from = headingAt(snapshot, line);
  const target = onto === null ? undefined : headingAt(snapshot, onto);
  if (from < 0 || target === -1) return { refused: t('The heading is no longer there.') };
  const move = moveIn(file, from, placeOfDrop(file, from, target));
  return 'refused' in move ? move : { edits: move.edits.map((edit) => toTextEdit(snapshot.lines, edit)) };
}
