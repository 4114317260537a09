/** Says how long an inflected English word is from the length of its stem. */

/** What a duration depends on: sounds, and syllables among them. */
export interface WordLength {
  readonly phones: number;
  readonly syllables: number;
}

/**
 * The length of a plural, possessive, past tense, participle or adverb in lower case, when the stem's is known to `lookUp`;
 * undefined otherwise. Written consonants tell whether an ending is a syllable of its own ("boxes", "wanted").
 */
export function inflect(word: string, lookUp: (stem: string) => WordLength | undefined): WordLength | undefined {
  for (const { ending, stems, added } of ENDINGS) {
    if (!word.endsWith(ending) || word.length < ending.length + 2) continue;
    const rest = word.slice(0, -ending.length);
    for (const stem of stems(rest)) {
      const known = lookUp(stem);
      if (known === undefined) continue;
      const { phones, syllables } = added(stem);
      return { phones: known.phones + phones, syllables: known.syllables + syllables };
    }
  }
  return undefined;
}

interface Ending {
  readonly ending: string;
  readonly stems: (rest: string) => readonly string[];
  readonly added: (stem: string) => WordLength;
}

const PHONE: WordLength = { phones: 1, syllables: 0 };
const SYLLABLE: WordLength = { phones: 2, syllables: 1 };

const ENDINGS: readonly Ending[] = [
  { ending: "'s", stems: (rest) => [rest], added: sibilant },
  { ending: "s'", stems: (rest) => [rest], added: sibilant },
  { ending: 'ies', stems: (rest) => [`${rest}y`], added: () => PHONE },
  { ending: 'es', stems: (rest) => [`${rest}e`, rest], added: sibilant },
  { ending: 's', stems: (rest) => [rest], added: sibilant },
  { ending: 'ied', stems: (rest) => [`${rest}y`], added: () => PHONE },
  { ending: 'ed', stems: verbStems, added: (stem) => (/[td]e?$/.test(stem) ? SYLLABLE : PHONE) },
  { ending: 'ing', stems: verbStems, added: () => SYLLABLE },
  { ending: 'ly', stems: (rest) => [rest], added: () => SYLLABLE },
];

function sibilant(stem: string): WordLength {
  return /(?:[sxz]|[cs]h|[cgsz]e)$/.test(stem) ? SYLLABLE : PHONE;
}

/** "making" from "make", "running" from "run", "walking" from "walk". */
function verbStems(rest: string): readonly string[] {
  const isDoubled = rest.length > 2 && rest.at(-1) === rest.at(-2);
  return isDoubled ? [rest.slice(0, -1), rest, `${rest}e`] : [rest, `${rest}e`];
}
