/** In which language the command line says what it has found: for people only, and only what it shares with the editor. */

import { setLocale } from '../core/locale/locale.ts';
import { translationFor } from '../core/locale/tags.ts';
import { readTranslations } from '../files/translations.ts';

/** Speaks what is asked for, else the terminal's language by the customs of POSIX, else English. */
export function speakIn(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): void {
  const named = asked ?? [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  const language = named === undefined ? undefined : translationFor(named);
  const messages = language === undefined ? undefined : readTranslations(__dirname, language);
  setLocale(language !== undefined && messages !== undefined ? { tag: language, messages } : undefined);
}
