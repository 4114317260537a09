/** What a page of the extension speaks: data in the page, read by `readLocale.ts` before anything is said. */

import { currentLocale } from '../../server/src/core/locale/locale.ts';

export const LOCALE_ID = 'locale';

/** An element of a page's body that holds the language and its translations. It is data, and never run. */
export function localeElement(): string {
  // A translation must not be able to end the element.
  return `<script type="application/json" id="${LOCALE_ID}">${JSON.stringify(currentLocale()).replaceAll('<', '\\u003c')}</script>`;
}

/** Text of a translation as text of a page. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
