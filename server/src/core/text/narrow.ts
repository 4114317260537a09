/** Keeps texts in one byte a character where they can be, since engines compile expressions for each width by itself. */

/**
 * The same text, in one byte for each character where that is enough. Where one character of a file is typographic, all of its
 * parts have two, and V8 compiles every expression for those once more, with all the alphabets that a class such as `\p{L}` has.
 */
export function narrow(text: string): string {
  const units: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > LAST_NARROW || at >= LONGEST_NARROWED) return text;
    units.push(unit);
  }
  return String.fromCharCode(...units);
}

const LAST_NARROW = 0xff;
/** UTF-16 units: longer than sentences are, and few enough for one call. */
const LONGEST_NARROWED = 2000;
