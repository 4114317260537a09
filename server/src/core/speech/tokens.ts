/** Cuts a text into the written tokens that are said one by one. */

import { ALPHANUMERIC, isApostrophe, sortAt, UNSURE } from '../text/eachMatch.ts';

/** A written token, without the punctuation around it. */
export interface Token {
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'word' | 'symbol' | 'cjk';
  /** Whether a full stop follows at once, which may belong to an abbreviation. */
  readonly hasDot: boolean;
}

/** Characters of the scripts that are written without spaces, and their long-vowel and repetition marks. */
const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〆`;

/**
 * The tokens of a text in order. Runs of Chinese, Japanese or Korean are one token each; signs that may be said and
 * emoji are tokens of their own; punctuation is in none.
 */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    if (isBlank(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const end = plainWordEnd(text, at);
    const behind = end === UNSURE ? at : marksEnd(text, end);
    // Nearly every word: letters, and marks behind it.
    if (end !== UNSURE && (behind === text.length || isBlank(text.charCodeAt(behind))) && behind - at <= LONGEST) {
      tokens.push({ start: at, end, text: text.slice(at, end), kind: 'word', hasDot: text[end] === '.' });
      at = behind;
      continue;
    }
    RAW.lastIndex = at;
    const match = RAW.exec(text);
    if (match === null) break;
    const [raw] = match;
    at = match.index + raw.length;
    if (CJK_START.test(raw)) tokens.push({ start: match.index, end: at, text: raw, kind: 'cjk', hasDot: false });
    else cut(raw, match.index, tokens);
  }
  return tokens;
}

/** The end of a word of letters, digits, hyphens and apostrophes that begins and ends with one of the former. */
function plainWordEnd(text: string, start: number): number {
  if ((sortAt(text, start) & ALPHANUMERIC) === 0) return UNSURE;
  let at = start + 1;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((sortAt(text, at) & ALPHANUMERIC) === 0 && unit !== HYPHEN && !isApostrophe(unit)) break;
    // Of what is longer only a part is taken, so that it would be gone through again and again.
    if (at - start > LONGEST) return UNSURE;
  }
  return (sortAt(text, at - 1) & ALPHANUMERIC) === 0 ? UNSURE : at;
}

const HYPHEN = 0x2d;

function marksEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && '.,;:!?'.includes(text[at]!)) at++;
  return at;
}

/** Those of ASCII; others are left to the expression. */
function isBlank(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}

// Within bounds, which no text of words reaches: over ten million characters without a space, a regular expression runs out of stack.
const RAW = new RegExp(`[${CJK}]{1,9000}|[^\\s${CJK}]{1,9000}`, 'gu');
const CJK_START = new RegExp(`^[${CJK}]`, 'u');

/** Longer chunks without a space are no word of any language: they are cut wherever they can be. */
const LONGEST = 300;

const ADDRESS = /^[("'<[]*(?:[a-z][a-z0-9+.-]{1,15}:\/\/|www\.|mailto:|[\w.+-]{1,64}@[\w-]{1,63}\.)/i;
/** Marks that part words even without a space. A comma or colon between digits, and a dot within a word, do not. */
const BREAK =
  // eslint-disable-next-line regexp/no-super-linear-move -- For one word of at most LONGEST units.
  /(?<!TL);|[-=]>|[—―…→⇒←↔⟶|{}¦•·]|--+|\.{2,}|,(?!\d)|(?<!\d),|[!?]+(?=[^\s=])|:(?![\d/])|(?<=[\p{L}\p{N}])–(?=\p{L})|\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\u200D|\uFE0F|\p{Extended_Pictographic})*|\p{Regional_Indicator}+/gu;
const SAID_BREAK = /^(?:[→⇒←↔⟶–]|[-=]>)$/u;
const PICTURE = /^[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

function cut(raw: string, start: number, tokens: Token[]): void {
  if (raw.length > LONGEST) {
    for (const piece of raw.matchAll(/[\p{L}\p{M}\p{N}'’]{1,300}/gu)) push(piece[0], start + piece.index, tokens);
    return;
  }
  if (PLAIN.test(raw) || ADDRESS.test(raw) || !/[\p{L}\p{N}]/u.test(raw)) {
    push(raw, start, tokens);
    return;
  }
  let from = 0;
  for (const mark of raw.matchAll(BREAK)) {
    push(raw.slice(from, mark.index), start + from, tokens);
    from = mark.index + mark[0].length;
    if (SAID_BREAK.test(mark[0]) || PICTURE.test(mark[0])) {
      tokens.push({ start: start + mark.index, end: start + from, text: mark[0], kind: 'symbol', hasDot: false });
    }
  }
  push(raw.slice(from), start + from, tokens);
}

const PLAIN = /^["“(]?[\p{L}\p{N}'’-]+[.,;:!?"”)]*$/u;
const COMPARISON = /^(?:[!=<>]==?|[-=]>|<-)$/;
const OPENING = /^[\p{Ps}\p{Pi}"`*_¿¡'‘’.,;:!?)\]}]+/u;
// eslint-disable-next-line regexp/no-super-linear-move -- For one word of at most LONGEST units.
const CLOSING = /[\p{Pe}\p{Pf}"'`*_.,;:!?…]+$/u;

/** Adds a piece without the punctuation around it. */
function push(piece: string, start: number, tokens: Token[]): void {
  if (piece === '') return;
  if (!/[\p{L}\p{N}]/u.test(piece)) {
    const symbol = COMPARISON.test(piece) ? piece : piece.replace(/[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"'`.,;:!?…]+/gu, '');
    if (symbol === '') return;
    const at = piece.indexOf(symbol[0]!);
    tokens.push({ start: start + at, end: start + piece.length, text: symbol, kind: 'symbol', hasDot: false });
    return;
  }
  const opening = OPENING.exec(piece)?.[0] ?? '';
  let from = opening.length;
  // ".5", ".NET" and "'90s" begin with their mark.
  if (/^[.][\p{L}\d]/u.test(piece.slice(from - 1)) && opening.endsWith('.') && !/^\.\p{Ll}{2}/u.test(piece.slice(from - 1))) from--;
  else if (/['’‘]$/.test(opening) && /^\d\d(?!\d)/.test(piece.slice(from))) from--;
  // A flag's hyphens are not said.
  while (/^-+\p{L}/u.test(piece.slice(from))) from++;
  const body = piece.slice(from);
  let closing = CLOSING.exec(body)?.[0] ?? '';
  // "O(1)" and "f(x)," keep the bracket that they open themselves.
  const inner = body.slice(0, body.length - closing.length);
  if (closing.startsWith(')') && inner.includes('(') && !inner.includes(')')) closing = closing.slice(1);
  const text = body.slice(0, body.length - closing.length);
  if (text === '') return;
  tokens.push({ start: start + from, end: start + from + text.length, text, kind: 'word', hasDot: closing.startsWith('.') });
}
