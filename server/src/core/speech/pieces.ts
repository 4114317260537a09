/** Cuts a paragraph into pieces with what decides how each is said, so that what was made of a piece can be remembered. */

import { Memo, SENTENCES_KNOWN } from '../text/memo.ts';
import { LONGEST_JUDGED_SENTENCE } from './sentences.ts';
import { TOKENS_BEFORE } from './spokenForm.ts';
import { tokenise, type Token } from './tokens.ts';

/** About a sentence of a text, with the white space behind it. */
export interface Piece {
  readonly text: string;
  /** UTF-16 offset in the text. */
  readonly start: number;
  /** Those of the piece, with offsets in it, between those around it that decide how they are read. */
  readonly tokens: readonly Token[];
  /** Indices of the piece's own tokens, the end exclusive. */
  readonly from: number;
  readonly to: number;
  /** Equal for pieces that are said alike, as long as no reading has several words. */
  readonly key: string;
}

/** The pieces of a paragraph in order. Their own tokens are all tokens of the paragraph. */
export function piecesOf(paragraph: string): readonly Piece[] {
  const cut: { readonly text: string; readonly start: number; readonly tokens: readonly Token[] }[] = [];
  let start = 0;
  for (const { index, 0: end } of paragraph.matchAll(ENDS)) {
    push(index + end.length);
    start = index + end.length;
  }
  if (start < paragraph.length) push(paragraph.length);
  // Pieces of marks alone have no tokens, and there may be many in a row.
  const following: (Token | undefined)[] = [];
  for (let i = cut.length - 1, next: Token | undefined; i >= 0; i--) {
    following[i] = next;
    next = cut[i]!.tokens[0] ?? next;
  }
  let before: readonly Token[] = [];
  return cut.map(({ text, start: at, tokens }, i) => {
    const own = [...before, ...tokens];
    const after = following[i];
    const piece: Piece = {
      text,
      start: at,
      tokens: after === undefined ? own : [...own, after],
      from: before.length,
      to: own.length,
      // There is no line end in a token, and always the same number of them before the text.
      key: `${before.at(-2)?.text ?? ''}\n${before.at(-1)?.text ?? ''}\n${after?.text ?? ''}\n${text}`,
    };
    before = own.slice(-TOKENS_BEFORE);
    return piece;
  });

  function push(to: number): void {
    const text = paragraph.slice(start, to);
    cut.push({ text, start, tokens: text.length > LONGEST_JUDGED_SENTENCE ? tokenise(text) : tokensOf.of(text, tokenise) });
  }
}

/** Wherever a sentence may end. No token goes across white space, so any place behind some will do. */
const ENDS = /[.!?…]["'”’)]{0,4}\s+/g;

const tokensOf = new Memo<readonly Token[]>(SENTENCES_KNOWN);
