/** The language of the server's messages: the client's, as far as there is a translation. */

import type { InitializeParams } from 'vscode-languageserver';
import { setLocale, type Locale } from '../core/locale/locale.ts';
import { translationFor } from '../core/locale/tags.ts';
import type { LocaleOffer } from '../protocol/index.ts';
import type { Runtime } from './runtime.ts';

/** Takes the translations that the client brings, else those of the language that it names, else English. */
export function takeClientLocale(
  { locale, initializationOptions }: Pick<InitializeParams, 'locale' | 'initializationOptions'>,
  runtime: Runtime,
): void {
  const offer = (initializationOptions ?? {}) as Partial<Record<keyof LocaleOffer, unknown>>;
  if (isLocale(offer.translations)) {
    setLocale(offer.translations);
    return;
  }
  const named = typeof offer.locale === 'string' ? offer.locale : locale;
  const language = named === undefined ? undefined : translationFor(named);
  const messages = language === undefined ? undefined : runtime.messages?.(language);
  setLocale(language !== undefined && messages !== undefined ? { tag: language, messages } : undefined);
}

/** What a client says is not checked by anybody else. */
function isLocale(value: unknown): value is Locale {
  if (typeof value !== 'object' || value === null) return false;
  const { tag, messages } = value as Partial<Record<keyof Locale, unknown>>;
  return typeof tag === 'string' && typeof messages === 'object' && messages !== null && Object.values(messages).every(isString);
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}
