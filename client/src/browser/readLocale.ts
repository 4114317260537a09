/** Gives a page the language that the extension has put into it. Pages import this first, before anything makes a sentence. */

import { setLocale, type Locale } from '../../../server/src/core/locale/locale.ts';
import { LOCALE_ID } from '../localeElement.ts';

const text = document.getElementById(LOCALE_ID)?.textContent;
// A page without it, as in tests, speaks English.
if (text !== undefined && text !== '') setLocale(JSON.parse(text) as Locale);
