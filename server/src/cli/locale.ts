/** The language of findings on the command line: only where people read them, and only for what the editor says as well. */

import { setLocale } from '../core/locale/locale.ts';
import { translationFor } from '../core/locale/tags.ts';
import { readTranslations } from '../files/translations.ts';

/** Takes the language that is asked for, else the terminal's (in the order of POSIX), else English. */
export function takeTerminalLocale(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): void {
  const named = asked ?? [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  const language = named === undefined ? undefined : translationFor(named);
  const messages = language === undefined ? undefined : readTranslations(__dirname, language);
  setLocale(language !== undefined && messages !== undefined ? { tag: language, messages } : undefined);
}
