/** Which of the translations fits what a system calls its language: `de_AT.UTF-8`, `zh-Hans-CN`, `es-419`. */

/** The languages with translations, as VS Code names them and the files of `l10n/` end. English needs none. */
export const TRANSLATED = ['de', 'es', 'zh-cn'] as const;
export type Translated = (typeof TRANSLATED)[number];

/** Undefined where English is to be spoken, because it is asked for or because there is nothing nearer. */
export function translationFor(language: string): Translated | undefined {
  // "de_AT.UTF-8@euro": the encoding and the variant say nothing about words.
  const [tag = ''] = language.toLowerCase().split(/[.@]/);
  const [name, ...parts] = tag.split(/[-_]/);
  if (name === 'zh') return parts.some((part) => TRADITIONAL.has(part)) && !parts.includes('hans') ? undefined : 'zh-cn';
  return TRANSLATED.find((known) => known === name);
}

/** Who reads traditional characters is not served by simplified ones. */
const TRADITIONAL: ReadonlySet<string> = new Set(['hant', 'tw', 'hk', 'mo']);
