/** Tells the language of a text. */

/** Primary language subtag of a text: what is stated, else English. */
export function languageOf(_text: string, stated: string | undefined): string {
  return stated === undefined ? 'en' : stated.toLowerCase().split(/[-_]/)[0]!;
}
