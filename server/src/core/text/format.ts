/** Writes durations and counts the way the product shows them. */

/** Whole minutes ("1 min"), else seconds below a minute and a half ("41 s"), minutes and seconds above ("2 min 5 s"). */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 90 && whole !== 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
}

/** "1 word", "27 words". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The first few different wordings at some places, quoted: “basically”, “you know”. */
export function quoteWords(text: string, places: readonly { readonly start: number; readonly end: number }[]): string {
  const different = new Set(places.map(({ start, end }) => text.slice(start, end).toLowerCase()));
  return [...different]
    .slice(0, QUOTED_WORDS)
    .map((words) => `“${words}”`)
    .join(', ');
}

const QUOTED_WORDS = 4;
