/** Makes the extension speak the editor's language, and brings it to its pages. */

import * as vscode from 'vscode';
import { currentLocale, setLocale, type Locale } from '../../server/src/core/locale/locale.ts';

/** Speaks the language of the editor as far as there is a translation; to be called before anything else. Gives what is spoken. */
export function speakAsEditor(): Locale {
  setLocale({ tag: vscode.env.language, messages: vscode.l10n.bundle ?? {} });
  return currentLocale();
}
