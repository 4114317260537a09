/** Quick fixes that keep a flagged word beyond its file: in the user's settings, and in the workspace's glossary. */

import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../../core/analysis.ts';
import { addTerm } from '../../core/glossary/editGlossary.ts';
import { meaningsOf } from '../../core/jargon/pack.ts';
import { flaggedWord, isTerm } from '../../core/suppressions/flaggedWord.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import { t } from '../../core/locale/locale.ts';
import { ADD_TO_VOCABULARY_COMMAND } from '../../protocol/index.ts';
import type { Snapshot } from '../analyses.ts';
import { toTextEdit } from '../convert.ts';

/** What the client and the workspace offer for keeping words. */
export interface WordKeeping {
  /** Whether the client has the command that writes its settings. */
  readonly keepsWords: boolean;
  /** Whether the client creates files in an edit. */
  readonly createsFiles: boolean;
  /** The glossary to write to, for an answers file; undefined while nobody knows it. */
  readonly glossaryFile?: ((uri: string) => GlossaryFile | undefined) | undefined;
}

/** A glossary as it is now; an empty text where it is yet to be made. */
export interface GlossaryFile {
  readonly uri: string;
  readonly text: string;
  readonly exists: boolean;
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
  const change = toTextEdit(new LineIndex(glossary.text), { span: edit, newText: edit.newText });
  const textDocument = { uri: glossary.uri, version: null };
  actions.push({
    ...base,
    title: t('Add "{0}" to the glossary', word),
    edit: glossary.exists
      ? { changes: { [glossary.uri]: [change] } }
      : {
          documentChanges: [
            { kind: 'create', uri: glossary.uri, options: { ignoreIfExists: true } },
            { textDocument, edits: [change] },
          ],
        },
  });
  return actions;
}
