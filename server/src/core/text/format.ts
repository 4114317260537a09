/** Writes durations and counts the way the product shows them. */

import { t } from '../locale/locale.ts';

/** Whole minutes ("1 min"), else seconds below a minute and a half ("41 s"), minutes and seconds above ("2 min 5 s"). */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 90 && whole !== 60) return t('{0} s', whole);
  const minutes = Math.floor(whole / 60);
  return whole % 60 === 0 ? t('{0} min', minutes) : t('{0} min {1} s', minutes, whole % 60);
}

/** "30 s", "1 min to 2 min", "at most 90 s", "at least 2 min": the seconds that a target allows. No upper end is Infinity, or null in JSON. */
export function formatRange(minSeconds: number, maxSeconds: number | null): string {
  if (maxSeconds === null || maxSeconds === Infinity) return t('at least {0}', formatSeconds(minSeconds));
  if (minSeconds === maxSeconds) return formatSeconds(minSeconds);
  if (minSeconds === 0) return t('at most {0}', formatSeconds(maxSeconds));
  return t('{0} to {1}', formatSeconds(minSeconds), formatSeconds(maxSeconds));
}

/** "2 over, 1 under, 3 not written": how many of several answers miss their targets; empty where none does. */
export function formatShortfalls({ over, under, unwritten }: Readonly<Record<'over' | 'under' | 'unwritten', number>>): string {
  return listed([
    ...(over > 0 ? [t('{0} over', over)] : []),
    ...(under > 0 ? [t('{0} under', under)] : []),
    ...(unwritten > 0 ? [t('{0} not written', unwritten)] : []),
  ]);
}

/** As `formatSeconds`, in the form in which targets stand in a file, whatever the user's language. */
export function writeSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 90 && whole !== 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
}

/** "today", "yesterday", "5 days ago", "3 months ago". */
export function daysAgo(days: number): string {
  if (days === 0) return t('today');
  if (days === 1) return t('yesterday');
  if (days < 60) return t('{0} days ago', days);
  return t('{0} months ago', Math.floor(days / 30));
}

/** "1 word", "27 words": in English, for what programs read. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The first few different wordings at some places, quoted: “basically”, “you know”. */
export function quoteWords(text: string, places: readonly { readonly start: number; readonly end: number }[]): string {
  const different = new Set(places.map(({ start, end }) => text.slice(start, end).toLowerCase()));
  return listed([...different].slice(0, QUOTED_WORDS).map((words) => t('“{0}”', words)));
}

/** "a, b, c", with the comma of the user's language. */
export function listed(items: readonly string[]): string {
  return items.length === 0 ? '' : items.reduce((before, item) => t('{0}, {1}', before, item));
}

/** "a or b or c". */
export function either(items: readonly string[]): string {
  return items.length === 0 ? '' : items.reduce((before, item) => t('{0} or {1}', before, item));
}

const QUOTED_WORDS = 4;
