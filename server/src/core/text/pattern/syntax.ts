/** Reads the syntax of regular expressions into a tree, as far as patterns of words use it. */

/** Which UTF-16 units a place may have. */
export interface Units {
  /** For each unit of ASCII whether it is one of them, 1 or 0. */
  readonly ascii: Uint8Array;
  /** Beyond ASCII: the first and the last of each stretch, one pair after the other, in order. */
  readonly wide: readonly number[];
}

export type Node =
  /** Some units one after the other; in small letters where case doesn't matter. */
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'unit'; readonly units: Units }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly options: readonly Node[] }
  | { readonly kind: 'repeat'; readonly body: Node; readonly least: number; readonly most: number; readonly isLazy: boolean }
  /** A group that is reported, by its number; group 0 is the whole. */
  | { readonly kind: 'group'; readonly body: Node; readonly number: number }
  | { readonly kind: 'look'; readonly body: Node; readonly isBehind: boolean; readonly isNegated: boolean }
  | { readonly kind: 'start' | 'end' | 'border' | 'inside' };

export interface Tree {
  readonly root: Node;
  /** The names of the reported groups, by their number; undefined for one without a name. The first is the whole. */
  readonly groups: readonly (string | undefined)[];
}

/** The tree of an expression, or undefined where it has something that isn't understood here. */
export function readPattern(source: string, flags: string): Tree | undefined {
  if (/[msuvy]/.test(flags)) return undefined;
  try {
    const reader = new Reader(source, flags.includes('i'));
    const root = reader.choice();
    return reader.at === source.length ? { root, groups: reader.groups } : undefined;
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}

class Unknown extends Error {}

class Reader {
  at = 0;
  readonly groups: (string | undefined)[] = [undefined];
  readonly #source: string;
  readonly #anyCase: boolean;
  /** Where groups aren't reported: around a place, and where they are repeated. */
  #reportsNothing = false;

  constructor(source: string, anyCase: boolean) {
    this.#source = source;
    this.#anyCase = anyCase;
  }

  choice(): Node {
    const options = [this.#sequence()];
    while (this.#takes('|')) options.push(this.#sequence());
    return options.length === 1 ? options[0]! : { kind: 'choice', options };
  }

  #sequence(): Node {
    const parts: Node[] = [];
    let text = '';
    for (;;) {
      const sign = this.#source[this.at];
      if (sign === undefined || sign === '|' || sign === ')') break;
      const before = this.groups.length;
      const item = this.#item(sign);
      const repeated = this.#repeated(item, this.groups.length > before);
      if (repeated === item && item.kind === 'text') {
        text += item.value;
        continue;
      }
      if (text !== '') parts.push({ kind: 'text', value: text });
      text = '';
      parts.push(repeated);
    }
    if (text !== '') parts.push({ kind: 'text', value: text });
    return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };
  }

  #repeated(body: Node, reports: boolean): Node {
    const sign = this.#source[this.at];
    let [least, most] = [0, Infinity];
    if (sign === '+') least = 1;
    else if (sign === '?') most = 1;
    else if (sign === '{') [least, most] = this.#counts();
    else if (sign !== '*') return body;
    if (sign !== '{') this.at++;
    if (body.kind === 'look' || !('body' in body || 'value' in body || 'units' in body || 'parts' in body || 'options' in body))
      throw new Unknown();
    // What an earlier round has reported would have to be forgotten.
    if (reports && most > 1) throw new Unknown();
    return { kind: 'repeat', body, least, most, isLazy: this.#takes('?') };
  }

  #counts(): [number, number] {
    COUNTS.lastIndex = this.at;
    const match = COUNTS.exec(this.#source);
    if (match === null) throw new Unknown();
    this.at += match[0].length;
    const least = Number(match[1]);
    return [least, match[2] === undefined ? least : match[3] === '' ? Infinity : Number(match[3])];
  }

  #item(sign: string): Node {
    this.at++;
    switch (sign) {
      case '^':
        return { kind: 'start' };
      case '$':
        return { kind: 'end' };
      case '(':
        return this.#group();
      case '[':
        return { kind: 'unit', units: this.#class() };
      case '.':
        return { kind: 'unit', units: NO_LINE_END };
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
      case '{':
        throw new Unknown();
      default:
        return this.#literal(sign);
    }
  }

  #group(): Node {
    if (!this.#takes('?')) return this.#reported(undefined);
    if (this.#takes(':')) return this.#closed();
    const isBehind = this.#takes('<');
    if (this.#isAt('=') || this.#isAt('!')) {
      const isNegated = this.#source[this.at++] === '!';
      const before = this.#reportsNothing;
      this.#reportsNothing = true;
      const body = this.#closed();
      this.#reportsNothing = before;
      return { kind: 'look', body, isBehind, isNegated };
    }
    const end = this.#source.indexOf('>', this.at);
    if (!isBehind || end < 0) throw new Unknown();
    const name = this.#source.slice(this.at, end);
    this.at = end + 1;
    return this.#reported(name);
  }

  #reported(name: string | undefined): Node {
    if (this.#reportsNothing) throw new Unknown();
    const number = this.groups.push(name) - 1;
    return { kind: 'group', body: this.#closed(), number };
  }

  #closed(): Node {
    const body = this.choice();
    if (!this.#takes(')')) throw new Unknown();
    return body;
  }

  #escape(): Node {
    const sign = this.#source[this.at];
    if (sign === 'b' || sign === 'B') {
      this.at++;
      return { kind: sign === 'b' ? 'border' : 'inside' };
    }
    const units = this.#shorthand();
    return units === undefined ? this.#literal(this.#escapedUnit()) : { kind: 'unit', units };
  }

  /** Behind a backslash. */
  #shorthand(): Units | undefined {
    const units = SHORTHANDS[this.#source[this.at] ?? ''];
    if (units !== undefined) this.at++;
    return units;
  }

  #escapedUnit(): string {
    const sign = this.#source[this.at++] ?? '';
    if (sign === 'u') {
      const digits = this.#source.slice(this.at, this.at + 4);
      if (!/^[\da-f]{4}$/i.test(digits)) throw new Unknown();
      this.at += 4;
      return String.fromCharCode(parseInt(digits, 16));
    }
    if (sign === 'n') return '\n';
    if (sign === 't') return '\t';
    if (sign === '' || /[\da-z]/i.test(sign)) throw new Unknown();
    return sign;
  }

  #literal(sign: string): Node {
    if (!this.#anyCase) return { kind: 'text', value: sign };
    return { kind: 'text', value: caseless(sign) ? sign : sign.toLowerCase() };
  }

  #class(): Units {
    const isNegated = this.#takes('^');
    const ascii = new Uint8Array(ASCII);
    const wide: [number, number][] = [];
    while (!this.#takes(']')) {
      const from = this.#member();
      if (typeof from !== 'number') {
        for (let code = 0; code < ASCII; code++) ascii[code]! |= from.ascii[code]!;
        for (let i = 0; i < from.wide.length; i += 2) wide.push([from.wide[i]!, from.wide[i + 1]!]);
        continue;
      }
      let to = from;
      if (this.#isAt('-') && this.#source[this.at + 1] !== ']') {
        this.at++;
        const last = this.#member();
        if (typeof last !== 'number') throw new Unknown();
        to = last;
      }
      for (let code = from; code <= to && code < ASCII; code++) this.#add(ascii, code);
      if (to < ASCII) continue;
      // Letters beyond ASCII have cases of many kinds.
      if (this.#anyCase && (from !== to || !caseless(String.fromCharCode(from)))) throw new Unknown();
      wide.push([Math.max(from, ASCII), to]);
    }
    const merged = merge(wide);
    return isNegated ? allBut(ascii, merged) : { ascii, wide: merged };
  }

  #add(ascii: Uint8Array, code: number): void {
    ascii[code] = 1;
    if (this.#anyCase && isLetter(code)) ascii[code ^ CASE] = 1;
  }

  #member(): number | Units {
    const sign = this.#source[this.at++];
    if (sign === undefined) throw new Unknown();
    if (sign !== '\\') return sign.charCodeAt(0);
    return this.#shorthand() ?? this.#escapedUnit().charCodeAt(0);
  }

  #isAt(sign: string): boolean {
    return this.#source[this.at] === sign;
  }

  #takes(sign: string): boolean {
    if (!this.#isAt(sign)) return false;
    this.at++;
    return true;
  }
}

const COUNTS = /\{(\d{1,4})(?:(,)(\d{0,4}))?\}/y;

/** As many units as ASCII has. */
export const ASCII = 128;
/** The bit that tells capitals from small letters. */
export const CASE = 0x20;
const LAST = 0xff_ff;

export function isLetter(code: number): boolean {
  const small = code | CASE;
  return code < ASCII && small >= 0x61 && small <= 0x7a;
}

/** Whether a sign needs no other handling where case doesn't matter; letters beyond ASCII do. */
function caseless(sign: string): boolean {
  if (sign.charCodeAt(0) < ASCII) return !isLetter(sign.charCodeAt(0));
  if (sign.toLowerCase() !== sign.toUpperCase()) throw new Unknown();
  return true;
}

function unitsOf(pattern: RegExp, wide: readonly number[]): Units {
  const ascii = new Uint8Array(ASCII);
  for (let code = 0; code < ASCII; code++) ascii[code] = Number(pattern.test(String.fromCharCode(code)));
  return { ascii, wide };
}

function merge(stretches: readonly (readonly [number, number])[]): readonly number[] {
  const merged: number[] = [];
  for (const [from, to] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last + 1) merged[merged.length - 1] = Math.max(last, to);
    else merged.push(from, to);
  }
  return merged;
}

function allBut(ascii: Uint8Array, wide: readonly number[]): Units {
  const others: number[] = [];
  let from = ASCII;
  for (let i = 0; i < wide.length; i += 2) {
    if (wide[i]! > from) others.push(from, wide[i]! - 1);
    from = wide[i + 1]! + 1;
  }
  if (from <= LAST) others.push(from, LAST);
  return { ascii: ascii.map((isIn) => 1 - isIn), wide: others };
}

/** The blanks of ECMAScript beyond ASCII. */
const WIDE_BLANKS = [0xa0, 0xa0, 0x16_80, 0x16_80, 0x20_00, 0x20_0a, 0x20_28, 0x20_29, 0x20_2f, 0x20_2f, 0x20_5f, 0x20_5f, 0x30_00, 0x30_00, 0xfe_ff, 0xfe_ff];
const WORD = unitsOf(/\w/, []);
const DIGIT = unitsOf(/\d/, []);
const BLANK = unitsOf(/\s/, WIDE_BLANKS);
const LINE_END = unitsOf(/[\n\r]/, [0x20_28, 0x20_29]);
const NO_LINE_END = allBut(LINE_END.ascii, LINE_END.wide);
const SHORTHANDS: Readonly<Record<string, Units>> = {
  w: WORD,
  W: allBut(WORD.ascii, WORD.wide),
  d: DIGIT,
  D: allBut(DIGIT.ascii, DIGIT.wide),
  s: BLANK,
  S: allBut(BLANK.ascii, BLANK.wide),
};

/** For each unit of ASCII whether words have it, 1 or 0. */
export const WORD_UNITS: Uint8Array = WORD.ascii;
