/** The user's readings beside the built-in ones: the exact case first, then any case, then plurals and possessives of an entry. */

import { knownReading, pluralOf } from './acronyms.ts';

export interface Lexicon {
  /** The reading of a written form, from the user or the tables. */
  readonly readingOf: (written: string) => string | undefined;
  /** The user's reading only. */
  readonly userReadingOf: (written: string) => string | undefined;
  /** The most words that an entry has. */
  readonly mostWords: number;
}

/** Prepares the user's readings; the same map is prepared once. */
export function lexiconOf(readings: ReadonlyMap<string, string>): Lexicon {
  let lexicon = prepared.get(readings);
  if (lexicon === undefined) prepared.set(readings, (lexicon = prepare(readings)));
  return lexicon;
}

const prepared = new WeakMap<ReadonlyMap<string, string>, Lexicon>();
const BUILT_IN: Lexicon = { readingOf: knownReading, userReadingOf: () => undefined, mostWords: 1 };

function prepare(readings: ReadonlyMap<string, string>): Lexicon {
  if (readings.size === 0) return BUILT_IN;
  const anyCase = new Map<string, string>();
  let mostWords = 1;
  let longest = 0;
  for (const [written, said] of readings) {
    anyCase.set(written.toLowerCase(), said);
    mostWords = Math.max(mostWords, written.trim().split(/\s+/).length);
    longest = Math.max(longest, written.length);
  }
  const find = (written: string): string | undefined => readings.get(written) ?? anyCase.get(written.toLowerCase());
  const userReadingOf = (written: string): string | undefined => {
    if (written.length > longest + 2) return undefined;
    const whole = find(written);
    if (whole !== undefined) return whole;
    const inflected = /^(.+?)(['’]s|s)$/su.exec(written);
    const said = inflected === null ? undefined : find(inflected[1]!);
    return said === undefined || said === '' ? said : inflected![2] === 's' ? pluralOf(said) : `${said}'s`;
  };
  return { userReadingOf, readingOf: (written) => userReadingOf(written) ?? knownReading(written), mostWords };
}
