/** Goes through the matches of an expression, of which most are plain words that need no expression to be found. */

/**
 * Where something that begins at an offset ends, as far as units of ASCII tell: behind the offset where it is a match, at the offset
 * where no match begins with this unit, UNSURE where only the expression can tell.
 */
export type PlainEnd = (text: string, at: number) => number;

export const UNSURE = -1;

/**
 * Visits the matches of an expression, with the flag `g` and never empty, in order; `plainEnd` must say of each what the expression
 * would. Asking the engine for each word costs more than reading it, and its classes of letters milliseconds to compile.
 */
export function eachMatch(text: string, pattern: RegExp, plainEnd: PlainEnd, visit: (start: number, end: number) => void): void {
  for (let at = 0; at < text.length;) {
    const end = plainEnd(text, at);
    if (end === at) {
      at++;
      continue;
    }
    if (end !== UNSURE) {
      visit(at, end);
      at = end;
      continue;
    }
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return;
    at = match.index + match[0].length;
    visit(match.index, at);
  }
  pattern.lastIndex = 0;
}

/** What a unit is, if it is one of ASCII. */
export const SMALL = 1;
export const CAPITAL = 2;
export const DIGIT = 4;
export const LETTER = SMALL | CAPITAL;
export const ALPHANUMERIC = LETTER | DIGIT;
export const BEYOND = 8;

const SORTS = Uint8Array.from({ length: 128 }, (_, unit) => {
  if (unit >= 0x61 && unit <= 0x7a) return SMALL;
  if (unit >= 0x41 && unit <= 0x5a) return CAPITAL;
  return unit >= 0x30 && unit <= 0x39 ? DIGIT : 0;
});

/** SMALL, CAPITAL, DIGIT, BEYOND ASCII, or 0 for any other and behind the end. */
export function sortAt(text: string, at: number): number {
  if (at >= text.length) return 0;
  const unit = text.charCodeAt(at);
  return unit < 128 ? SORTS[unit]! : BEYOND;
}

/** The end of a run of units of some sorts. */
export function runEnd(text: string, from: number, sorts: number): number {
  let at = from;
  while ((sortAt(text, at) & sorts) !== 0) at++;
  return at;
}

export function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019;
}

/** Whether what stands behind a run may still belong to it: any unit beyond ASCII but the apostrophe. */
export function mayGoOn(text: string, at: number): boolean {
  return sortAt(text, at) === BEYOND && !isApostrophe(text.charCodeAt(at));
}
