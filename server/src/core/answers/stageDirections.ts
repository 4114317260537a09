/** Recognises notes to self in square brackets, and the length of a pause they may ask for. */

import type { Span } from '../text/span.ts';
import { Memo } from '../text/memo.ts';
import { parseTarget } from './target.ts';

/** A note to self: shown while rehearsing, never said. */
export interface StageDirection {
  /** UTF-16 offsets of the note with its brackets. */
  readonly span: Span;
  readonly text: string;
  /** Seconds of the pause it asks for; 0 when it asks for none. */
  readonly pauseSeconds: number;
}

/** The bracketed notes in a plain text: `[slow down]`, `[pause 2s]`, and `[^1]` anywhere; not `list[0]`, not across lines. */
export function findBracketed(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(/\[\^[^[\]\s]{1,200}\]|(?<![\p{L}\p{N}_\])])\[[^[\]\n]{1,200}\](?![([])/gu)) {
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Seconds that a note such as `pause 2s`, `beat: 1 sec` or `250ms` asks for; 0 for any other note. */
export function pauseSeconds(note: string): number {
  return SECONDS.of(note, readSeconds);
}

/** By the note, since one is written again and again. UTF-16 units: some hundred notes. */
const SECONDS = new Memo<number>(4_000);

function readSeconds(note: string): number {
  const words = note.replace(PAUSE_WORDS, ' ').replace(/[:=]/g, ' ').trim();
  if (words === '') return 0;
  const parsed = parseTarget(words);
  if (parsed === undefined || parsed.problem !== undefined || !Number.isFinite(parsed.maxSeconds)) return 0;
  return Math.min((parsed.minSeconds + parsed.maxSeconds) / 2, LONGEST_PAUSE);
}

/** A longer silence than this in an answer is a slip of the pen (`[pause 20 min]`), not a plan. */
const LONGEST_PAUSE = 120;

/** Words that make a note ask for a pause. */
export const PAUSE_WORDS =
  /(?<![\p{L}])(?:pause|paused?|break|wait|beat|silence|breathe?|breath|hold|rest|stop|pausa|respira|espera|atem|atmen|warten|silencio)(?![\p{L}])|停顿|停頓|暂停|暫停|停|間|ポーズ|쉬기|멈춤/giu;
