/** Plain prose of any length for tests that count words. */

/** So many everyday words without punctuation between them. */
export function words(count: number): string {
  return Array.from({ length: count }, (_, i) => COMMON[i % COMMON.length]!).join(' ');
}

const COMMON = 'we built the new system with a small team and it runs every day for all of our users'.split(' ');
