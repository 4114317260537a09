/** Finds the words of a text whose letters are ASCII, without regular expressions, which would take most of the time of an index. */

import { finishHash, HASH_SEED, mixUnit } from '../text/hash.ts';

/** How a word is written, compared with its key. */
export const PLAIN = 0;
export const CAPITAL = 1;
export const CAPITALS = 2;
/** In some other way. */
export const LITERAL = 3;

/** Goes through one text after another, and keeps the words of the last one in lists that it uses again and again. */
export class PlainWords {
  /** UTF-16 offsets. */
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  /** Where the key ends: before the end of a possessive. */
  keyEnds = new Int32Array(256);
  letterCases = new Uint8Array(256);
  /** Of the keys, as a StringTable makes them. */
  hashes = new Uint32Array(256);

  /** Finds the words of a text; how many they are, or -1 where a regular expression must tell. Keys are as written but for `fold`. */
  find(text: string): number {
    const { length } = text;
    let count = 0;
    for (let i = 0; i < length;) {
      const first = kindOf(text.charCodeAt(i));
      if (first === FOREIGN) return -1;
      if (first === NONE || first === APOSTROPHE) {
        i++;
        continue;
      }
      const start = i;
      let capitals = 0;
      let small = 0;
      let isPossessive = false;
      let isCurly = false;
      let hash = HASH_SEED;
      for (; i < length; i++) {
        const unit = text.charCodeAt(i);
        const kind = kindOf(unit);
        if (kind === LETTER) {
          small++;
          hash = mixUnit(hash, unit);
        } else if (kind === CAPITAL_LETTER) {
          capitals++;
          hash = mixUnit(hash, unit | 32);
        } else if (kind === DIGIT) hash = mixUnit(hash, unit);
        else if (kind === NONE) break;
        else if (kind === FOREIGN) return -1;
        else {
          const next = i + 1 < length ? kindOf(text.charCodeAt(i + 1)) : NONE;
          if (next === FOREIGN) return -1;
          if (next !== LETTER && next !== CAPITAL_LETTER) break;
          // After an apostrophe digits are words of their own.
          let end = i + 1;
          for (; end < length; end++) {
            const after = kindOf(text.charCodeAt(end));
            if (after === LETTER) small++;
            else if (after === CAPITAL_LETTER) capitals++;
            else break;
          }
          const after = end < length ? kindOf(text.charCodeAt(end)) : NONE;
          if (after === FOREIGN || after === DIGIT) return -1;
          // A second apostrophe within the word.
          if (after === APOSTROPHE && end + 1 < length && isLetter(text.charCodeAt(end + 1))) return -1;
          isPossessive = end === i + 2 && (text.charCodeAt(i + 1) | 32) === SMALL_S;
          isCurly = unit !== STRAIGHT;
          if (!isPossessive) {
            hash = mixUnit(hash, STRAIGHT);
            for (let j = i + 1; j < end; j++) hash = mixUnit(hash, text.charCodeAt(j) | 32);
          }
          i = end;
          break;
        }
      }
      // C++ and C#, which the regular expression knows about.
      const after = i < length ? text.charCodeAt(i) : 0;
      if (after === PLUS || after === HASH) return -1;
      if (count === this.starts.length) this.#grow();
      this.starts[count] = start;
      this.ends[count] = i;
      this.keyEnds[count] = isPossessive ? i - 2 : i;
      this.hashes[count] = finishHash(hash);
      this.letterCases[count] =
        isPossessive || isCurly
          ? LITERAL
          : capitals === 0
            ? PLAIN
            : capitals === 1 && first === CAPITAL_LETTER
              ? CAPITAL
              : small === 0
                ? CAPITALS
                : LITERAL;
      count++;
    }
    return count;
  }

  #grow(): void {
    const grown = (list: Int32Array) => {
      const longer = new Int32Array(list.length * 2);
      longer.set(list);
      return longer;
    };
    this.starts = grown(this.starts);
    this.ends = grown(this.ends);
    this.keyEnds = grown(this.keyEnds);
    const cases = new Uint8Array(this.letterCases.length * 2);
    cases.set(this.letterCases);
    this.letterCases = cases;
    const hashes = new Uint32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
  }
}

/** A UTF-16 unit of a plain word as its key has it: small, and with a straight apostrophe. Leaves a key as it is. */
export function fold(unit: number): number {
  return unit < 128 ? SMALL[unit]! : unit === CURLY ? STRAIGHT : unit;
}

const NONE = 0;
const LETTER = 1;
const CAPITAL_LETTER = 2;
const DIGIT = 3;
const APOSTROPHE = 4;
const FOREIGN = 5;
const STRAIGHT = 0x27;
const CURLY = 0x2019;
const PLUS = 0x2b;
const HASH = 0x23;
const SMALL_S = 0x73;

const SMALL = Uint8Array.from({ length: 128 }, (_, unit) => String.fromCharCode(unit).toLowerCase().charCodeAt(0));
const KINDS = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return /[a-z]/.test(character)
    ? LETTER
    : /[A-Z]/.test(character)
      ? CAPITAL_LETTER
      : /\d/.test(character)
        ? DIGIT
        : unit === STRAIGHT
          ? APOSTROPHE
          : NONE;
});

/** What a UTF-16 unit is to a word; beyond ASCII only the punctuation of well-set English is told from letters. */
function kindOf(unit: number): number {
  if (unit < 128) return KINDS[unit]!;
  if (unit === CURLY) return APOSTROPHE;
  return unit >= 0x2010 && unit <= 0x2026 ? NONE : FOREIGN;
}

function isLetter(unit: number): boolean {
  const kind = kindOf(unit);
  return kind === LETTER || kind === CAPITAL_LETTER;
}
