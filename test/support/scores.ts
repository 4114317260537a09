/** Precision and recall, and the lines of a table that show them. */

export interface Tally {
  /** Found, and right. */
  right: number;
  found: number;
  /** What should have been found. */
  labelled: number;
}

export function tally(): Tally {
  return { right: 0, found: 0, labelled: 0 };
}

/** "precision  .85 (34/40)  recall  .71 (34/48)"; a dash where there is nothing to divide by. */
export function describeTally({ right, found, labelled }: Tally, recalled = right): string {
  return `precision ${share(right, found)}  recall ${share(recalled, labelled)}`;
}

/** "  .85 (34/40)" */
export function share(part: number, whole: number): string {
  const value = whole === 0 ? '   –' : (part / whole).toFixed(2).replace(/^0/, '');
  return `${value.padStart(4)} ${`(${part}/${whole})`.padEnd(9)}`;
}

/** How many there are in a hundred words. */
export function perHundred(count: number, words: number): string {
  return ((100 * count) / Math.max(1, words)).toFixed(2);
}
