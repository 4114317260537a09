/** How dates are written: in the words of the product's language, and in the order of the user's region where that speaks it. */

import { currentLocale } from '../../server/src/core/locale/locale.ts';

/** A BCP 47 tag for `Intl.DateTimeFormat`: `en-GB` for English in Britain, and `de` for German wherever it is read. */
export function dateLocale(): string {
  const { tag } = currentLocale();
  const own = new Intl.DateTimeFormat().resolvedOptions().locale;
  return languageOf(own) === languageOf(tag) ? own : tag;
}

function languageOf(tag: string): string {
  return tag.toLowerCase().split('-')[0]!;
}
