/** Says abbreviations: "e.g." as "for example", "U.S." by its letters; and tells the sentence splitter which dots are theirs. */

/** What is said for an abbreviation, with or without its dot; undefined for other words. `next` is the word after it. */
export function sayAbbreviation(written: string, next: string): string | undefined {
  const hasDot = written.endsWith('.');
  const key = written.toLowerCase();
  if (key === 'st.') return /^\p{Lu}/u.test(next) ? 'saint' : 'street';
  if (key === 'no.') return /^\d/.test(next) ? 'number' : undefined;
  const bare = hasDot ? key.slice(0, -1) : key;
  const always = ALWAYS.get(bare);
  if (always !== undefined) return always;
  if (hasDot) {
    const dotted = DOTTED.get(bare);
    if (dotted !== undefined && (!BEFORE_NAMES.has(bare) || (/^\p{Lu}/u.test(written) && /^\p{Lu}/u.test(next)))) return dotted;
  }
  if (/^\p{L}(?:\.\p{L})+\.?$/u.test(written)) return bare.replaceAll('.', ' ');
  return key === 'ph.d.' || key === 'ph.d' ? 'p h d' : undefined;
}

/** Whether a dot after this word belongs to it, so that a sentence ends there only if the text goes on with a new one. */
export function isAbbreviated(word: string): boolean {
  const bare = word.toLowerCase();
  return ALWAYS.has(bare) || DOTTED.has(bare) || /^(?:\p{L}|ph\.d|no|st)$/u.test(bare) || /^\p{L}(?:\.\p{L})+$/u.test(bare);
}

/** Whether this abbreviation stands before what it belongs to ("Dr. Smith", "e.g. this"), so that no sentence ends with it. */
export function isTitle(word: string): boolean {
  return TITLES.has(word.toLowerCase());
}

const TITLES: ReadonlySet<string> = new Set(
  'dr mr mrs ms prof vs e.g i.e eg ie cf approx fig no gen rep sen gov capt lt sgt rev hon st'.split(' '),
);

/** Of these, only what stands before a name is an abbreviation: "one more rep." is none. */
const BEFORE_NAMES: ReadonlySet<string> = new Set('gen gov sen rep capt lt sgt rev hon ms'.split(' '));

/** Read so even without a dot. */
const ALWAYS: ReadonlyMap<string, string> = new Map([
  ['e.g', 'for example'],
  ['i.e', 'that is'],
  ['etc', 'et cetera'],
  ['vs', 'versus'],
  ['mr', 'mister'],
  ['mrs', 'missus'],
  ['dr', 'doctor'],
  ['approx', 'approximately'],
  ['w/', 'with'],
  ['w/o', 'without'],
  ['b/c', 'because'],
]);

/** Read so only with their dot. */
const DOTTED: ReadonlyMap<string, string> = new Map([
  ['ms', 'miz'],
  ['prof', 'professor'],
  ['eg', 'for example'],
  ['ie', 'that is'],
  ['cf', 'compare'],
  ['fig', 'figure'],
  ['inc', 'incorporated'],
  ['incl', 'including'],
  ['excl', 'excluding'],
  ['corp', 'corporation'],
  ['ltd', 'limited'],
  ['co', 'company'],
  ['jr', 'junior'],
  ['sr', 'senior'],
  ['ave', 'avenue'],
  ['blvd', 'boulevard'],
  ['dept', 'department'],
  ['est', 'estimated'],
  ['gen', 'general'],
  ['gov', 'governor'],
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['capt', 'captain'],
  ['lt', 'lieutenant'],
  ['sgt', 'sergeant'],
  ['rev', 'reverend'],
  ['hon', 'honorable'],
  ['sec', 'section'],
  ['eq', 'equation'],
  ['ch', 'chapter'],
  ['vol', 'volume'],
  ['ed', 'edition'],
  ['min', 'minutes'],
  ['max', 'maximum'],
  ['avg', 'average'],
  ['al', 'al'],
]);
