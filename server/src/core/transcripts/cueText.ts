/** Builds the text of a cue from stretches of its source lines, and remembers where each stretch came from. */

import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Cue, Piece } from './transcript.ts';

/** Collects what is said in one cue; white space becomes single blanks, tags and entities become what they mean. */
export class CueText {
  #text = '';
  readonly #pieces: Piece[] = [];
  /** White space was seen since the last character. */
  #gap = false;

  get isEmpty(): boolean {
    return this.#text === '';
  }

  get text(): string {
    return this.#text;
  }

  /** Adds text as it is. `character` is where it begins on its zero-based line. */
  add(text: string, line: number, character: number): void {
    const { length } = text;
    if (length === 0) return;
    let start = 0;
    while (start < length && text.charCodeAt(start) === BLANK) start++;
    let end = length;
    while (end > start && text.charCodeAt(end - 1) === BLANK) end--;
    if (start === end) this.#gap = true;
    else if (hasSingleBlanks(text, start, end)) {
      this.#gap ||= start > 0;
      this.#append(text.slice(start, end), line, character + start);
      this.#gap = end < length;
    } else this.#addWords(text, line, character);
  }

  #addWords(text: string, line: number, character: number): void {
    for (const { 0: word, index } of text.matchAll(/\S+/g)) {
      this.#gap ||= index > 0;
      this.#append(word, line, character + index);
      this.#gap = index + word.length < text.length;
    }
    if (text.trim() === '') this.#gap ||= text !== '';
  }

  /** Adds text in which `<…>` are tags and `&…;` are characters. */
  addMarkup(text: string, line: number, character: number): void {
    if (!text.includes('<') && !text.includes('&') && !text.includes('{')) {
      this.add(text, line, character);
      return;
    }
    let at = 0;
    for (const match of text.matchAll(MARKUP)) {
      this.add(text.slice(at, match.index), line, character + at);
      at = match.index + match[0].length;
      const decoded = decodeEntity(match[0]);
      if (decoded !== undefined) this.add(decoded, line, character + match.index);
    }
    this.add(text.slice(at), line, character + at);
  }

  /** A line has ended. */
  breakLine(): void {
    this.#gap = true;
  }

  /** The cue, or undefined when nothing is said in it. */
  finish(rest: Partial<Pick<Cue, 'seconds' | 'speaker' | 'isHead'>>): Cue | undefined {
    if (this.isEmpty) return undefined;
    const { seconds, speaker, isHead = false } = rest;
    return { text: this.#text, pieces: this.#pieces, seconds, speaker, isHead, repeats: [] };
  }

  #append(word: string, line: number, character: number): void {
    if (this.#gap && this.#text !== '') this.#text += ' ';
    this.#gap = false;
    const last = this.#pieces.at(-1);
    const follows = last?.line === line && last.character + (this.#text.length - last.at) === character;
    if (!follows) this.#pieces.push({ at: this.#text.length, line, character });
    this.#text += word;
  }
}

/** Whether a stretch has no white space but single blanks, so that it can be taken as it is. */
function hasSingleBlanks(text: string, start: number, end: number): boolean {
  let wasBlank = false;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === BLANK) {
      if (wasBlank) return false;
      wasBlank = true;
    } else {
      if (unit < BLANK || (unit > 0x7f && SPACE.test(text.charAt(i)))) return false;
      wasBlank = false;
    }
  }
  return true;
}

const BLANK = 32;
const SPACE = /\s/;

/** A tag, which opens with a letter, a slash or (WebVTT's word times) a digit; one of SubRip's in braces; or an entity. */
const MARKUP = /\{\\[^{}]{1,60}\}|<\/?[A-Za-z0-9][^<>]{0,200}>|&(?:#x?[\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});/g;

function decodeEntity(markup: string): string | undefined {
  if (!markup.startsWith('&')) return undefined;
  const name = markup.slice(1, -1);
  if (name === 'nbsp') return ' ';
  if (!name.startsWith('#')) return decodeNamedCharacterReference(name) || markup;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : markup;
}
