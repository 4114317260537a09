/** The language of the extension: the editor's, as far as there is a translation. */

import * as vscode from 'vscode';
import { currentLocale, setLocale, type Locale } from '../../server/src/core/locale/locale.ts';

/** Takes the editor's language; to be called before anything else is said. Returns the locale that holds from then on. */
export function takeEditorLocale(): Locale {
  setLocale({ tag: vscode.env.language, messages: vscode.l10n.bundle ?? {} });
  return currentLocale();
}
