/** Plain prose of any length for tests that count words. */

/** So many everyday words without punctuation between them. */
export function words(count: number): string {
  return Array.from({ length: count }, (_, i) => COMMON[i % COMMON.length]!).join(' ');
}

const COMMON = 'we built the new system with a small team and it runs every day for all of our users'.split(' ');

/** So many words in sentences of varied length, different for every seed. */
export function prose(seed: number, count: number): string {
  const sentences: string[] = [];
  for (let i = 0; i < count;) {
    const length = Math.min(count - i, 8 + ((seed * 7 + sentences.length * 5) % 14));
    const start = (seed * 13 + i) % COMMON.length;
    const list = Array.from({ length }, (_, j) => COMMON[(start + j * (1 + (seed % 3))) % COMMON.length]!);
    sentences.push(`Number ${seed} ${list.join(' ')}.`);
    i += length;
  }
  return sentences.join(' ');
}
