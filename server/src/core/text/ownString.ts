/** Copies of parts of a text, for what is kept longer than the text. */

/**
 * The same string with memory of its own. Engines keep a part of a text as a place in the whole; a cache of parts would so keep every
 * version of a document that one of them was first seen in.
 */
export function ownString(part: string): string {
  // Joined with something, it is another text; a part of that keeps nothing else.
  return ` ${part}`.slice(1);
}
