/** The translations that lie beside the programs, read from disk. */

import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The sentences of `l10n/bundle.l10n.LANGUAGE.json`, English → translation; undefined where there is no such file. `folder` is the
 * one of the running program, which is beside `l10n`.
 */
export function readTranslations(folder: string, language: string): Readonly<Record<string, string>> | undefined {
  try {
    return JSON.parse(readFileSync(path.join(folder, '../l10n', `bundle.l10n.${language}.json`), 'utf8')) as Record<string, string>;
  } catch {
    // A program that was copied elsewhere by itself speaks English.
    return undefined;
  }
}
