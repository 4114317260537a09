/** Reads the hand-written lists: acronyms with their meanings, technical terms with their glosses, and who knows them. */

import { AUDIENCES, type Audience } from './audience.ts';
import { ACRONYM_PACK } from './data/acronymPack.ts';
import { EVERYONES_ACRONYMS } from './data/everyonesAcronyms.ts';
import { TRADE_ACRONYMS } from './data/tradeAcronyms.ts';
import { REDUNDANT_HEADS } from './data/redundant.ts';
import { TECHNICAL_TERMS } from './data/technicalTerms.ts';
import { TRADE_TERMS } from './data/tradeTerms.ts';

/** One thing that an acronym stands for. */
export interface Meaning {
  readonly expansion: string;
  /** Who knows the acronym in this meaning. */
  readonly audiences: ReadonlySet<Audience>;
}

export interface TechnicalTerm {
  /** In every spelling and part of speech that is matched, in lower case. */
  readonly forms: readonly string[];
  readonly audiences: ReadonlySet<Audience>;
  /** What it means, in plain words. */
  readonly gloss: string;
  /** Whether it is of a trade outside technology, where it is less sure who knows it. */
  readonly isTrade: boolean;
}

/** What an acronym stands for, by its name; letters in another case are tried too ("MOE", "Saas"). */
export function meaningsOf(name: string): readonly Meaning[] {
  const { exact, anyCase } = acronyms();
  return exact.get(name) ?? anyCase.get(name.toLowerCase()) ?? [];
}

/** The names of the acronyms of technology and hiring, in the order of the list. */
export function acronymNames(): readonly string[] {
  return acronyms().names;
}

/** All technical terms, in the order of the lists. */
export function technicalTerms(): readonly TechnicalTerm[] {
  return (terms ??= [TECHNICAL_TERMS, TRADE_TERMS].flatMap((list) =>
    lines(list).map((line) => {
      const [forms = '', rest = ''] = split(line, ' = ');
      const [audiences = '', gloss = ''] = split(rest, ' ');
      return { forms: forms.toLowerCase().split(', '), audiences: readAudiences(audiences), gloss, isTrade: list === TRADE_TERMS };
    }),
  ));
}

/** The nouns, in the singular, that an acronym already holds. */
export function redundantHeads(name: string): ReadonlySet<string> {
  heads ??= new Map(
    lines(REDUNDANT_HEADS).map((line) => {
      const [acronym = '', nouns = ''] = split(line, ' ');
      return [acronym, new Set(nouns.split(', '))];
    }),
  );
  return heads.get(name) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();

interface Acronyms {
  readonly names: readonly string[];
  readonly exact: ReadonlyMap<string, readonly Meaning[]>;
  readonly anyCase: ReadonlyMap<string, readonly Meaning[]>;
}

// Read at first use: an extension that starts up has no use for them yet.
let known: Acronyms | undefined;
let terms: readonly TechnicalTerm[] | undefined;
let heads: ReadonlyMap<string, ReadonlySet<string>> | undefined;

function acronyms(): Acronyms {
  if (known !== undefined) return known;
  const pack = lines(ACRONYM_PACK);
  const entries = [...pack, ...lines(TRADE_ACRONYMS), ...lines(EVERYONES_ACRONYMS)].map((line): [string, readonly Meaning[]] => {
    const [name = '', meanings = ''] = split(line, ' = ');
    return [
      name,
      meanings.split(' | ').map((meaning) => {
        const [audiences = '', expansion = ''] = split(meaning, ' ');
        return { expansion, audiences: readAudiences(audiences) };
      }),
    ];
  });
  known = {
    names: entries.slice(0, pack.length).map(([name]) => name),
    exact: new Map(entries),
    anyCase: new Map(entries.map(([name, meanings]) => [name.toLowerCase(), meanings])),
  };
  return known;
}

function lines(data: string): readonly string[] {
  return data.trim().split('\n');
}

/** The two sides of the first separator. */
function split(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

const LETTERS: Readonly<Record<string, Audience>> = { r: 'recruiter', m: 'hiringManager', e: 'engineer', s: 'researcher' };
const EVERYONE: ReadonlySet<Audience> = new Set(AUDIENCES);

function readAudiences(letters: string): ReadonlySet<Audience> {
  if (letters === '*') return EVERYONE;
  return new Set([...letters].map((letter) => LETTERS[letter]).filter((audience) => audience !== undefined));
}
