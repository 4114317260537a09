/** Quick fixes that keep a flagged word beyond its file: in the user's settings, and in the workspace's glossary. */

import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../../core/findings.ts';
import { addTerm } from '../../core/glossary/editGlossary.ts';
import { meaningsOf } from '../../core/jargon/pack.ts';
import { flaggedWord, isTerm } from '../../core/suppressions/flaggedWord.ts';
import { t } from '../../core/locale/locale.ts';
import { ADD_TO_VOCABULARY_COMMAND } from '../../protocol/index.ts';
import type { Snapshot } from '../analyses.ts';
import { toFileEdit, type EditedFile } from '../convert.ts';

/** What the client and the workspace offer for keeping words. */
export interface WordKeeping {
  /** Whether the client has the command that writes its settings. */
  readonly keepsWords: boolean;
  /** Whether the client creates files in an edit. */
  readonly createsFiles: boolean;
  /** The glossary to write to, for an answers file; undefined while nobody knows it. */
  readonly glossaryFile?: ((uri: string) => EditedFile | undefined) | undefined;
}

export function wordActions(
  { uri, analysis }: Snapshot,
  finding: Pick<Finding, 'rule' | 'span'>,
  diagnostic: Diagnostic,
  { keepsWords, createsFiles, glossaryFile }: WordKeeping,
): readonly CodeAction[] {
  const word = flaggedWord(analysis, finding);
  if (word === undefined) return [];
  const base = { kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
  const actions: CodeAction[] = [];
  if (keepsWords) {
    const title = t('Add "{0}" to your dictionary, for all files', word);
    actions.push({ ...base, title, command: { title, command: ADD_TO_VOCABULARY_COMMAND, arguments: [word] } });
  }
  const glossary = isTerm(finding.rule) ? glossaryFile?.(uri) : undefined;
  if (glossary === undefined || (!glossary.exists && !createsFiles)) return actions;
  const edit = addTerm(glossary.text, word, meaningsOf(word)[0]?.expansion ?? `⟨what "${word}" means⟩`);
  if (edit === undefined) return actions;
  actions.push({ ...base, title: t('Add "{0}" to the glossary', word), edit: toFileEdit(glossary, edit) });
  return actions;
}
