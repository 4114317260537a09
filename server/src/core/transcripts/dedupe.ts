/** Merges the repetitions of captions: the same line again, and rolling captions that show the line before once more. */

import { LINES_OF_STEP } from './lines.ts';
import { placeInCue, type Cue } from './transcript.ts';

/**
 * Each caption once, with the lines of its repetitions. A caption is compared with the one right before: whole, and in a file of
 * rolling captions by how it begins. What two speakers say stays, and so does what one says twice in one breath.
 * Yields every few milliseconds.
 */
export function* mergeRepeats(cues: readonly Cue[]): Generator<void, readonly Cue[]> {
  const rolls = isRolling(cues);
  const kept: Mutable[] = [];
  /** How many of the cues kept last the previous caption showed. */
  let shown = 0;
  /** The previous caption as it was shown. */
  let previous = '';
  for (const [i, cue] of cues.entries()) {
    if (i % LINES_OF_STEP === LINES_OF_STEP - 1) yield;
    const last = kept.at(-1);
    const before = previous;
    previous = cue.text;
    if (last === undefined || last.cue.isHead || cue.isHead || last.cue.speaker !== cue.speaker) {
      kept.push({ cue, repeats: [] });
      shown = 1;
      continue;
    }
    if (cue.text === last.cue.text) {
      repeat(last, cue.pieces[0]!.line);
      shown = 1;
      continue;
    }
    const whole = rolls ? prefixLength(kept, shown, cue.text) : 0;
    const tail = kept.slice(kept.length - Math.max(1, whole));
    const length = whole > 0 ? tail.reduce((sum, one) => sum + one.cue.text.length + 1, 0) : rolls ? overlap(before, cue.text) : 0;
    if (length === 0) {
      kept.push({ cue, repeats: [] });
      shown = 1;
      continue;
    }
    for (const one of tail) repeat(one, cue.pieces[0]!.line);
    shown = tail.length;
    if (length >= cue.text.length) continue;
    kept.push({ cue: cutStart(cue, length), repeats: [] });
    shown++;
  }
  return kept.map(({ cue, repeats }) => (repeats.length === 0 ? cue : { ...cue, repeats: [...cue.repeats, ...repeats] }));
}

interface Mutable {
  readonly cue: Cue;
  readonly repeats: number[];
}

/** In a file of rolling captions a good part of the captions begins with the one before, or with the end of it. */
function isRolling(cues: readonly Cue[]): boolean {
  let pairs = 0;
  let rolling = 0;
  for (let i = 1; i < Math.min(cues.length, 400); i++) {
    const before = cues[i - 1]!.text;
    const { text } = cues[i]!;
    if (cues[i]!.isHead || text === before) continue;
    pairs++;
    if (text.startsWith(`${before} `) || before.endsWith(` ${text}`) || overlap(before, text) > 0) rolling++;
  }
  return rolling >= 3 && rolling >= pairs / 4;
}

/** How many of the last cues (at most those shown) a text begins with or consists of. */
function prefixLength(kept: readonly Mutable[], shown: number, text: string): number {
  for (let count = Math.min(shown, kept.length); count >= 1; count--) {
    const tail = kept
      .slice(-count)
      .map(({ cue }) => cue.text)
      .join(' ');
    if (text === tail || text.startsWith(`${tail} `)) return count;
  }
  return 0;
}

/** UTF-16 units at the start of a caption, with the blank behind them, with which the one before ended; 0 if only a few words are the same. */
function overlap(before: string, text: string): number {
  // Most captions begin with other words than the one before has anywhere.
  let shortest = -1;
  for (let words = 0; words < SHORTEST_OVERLAP && (words === 0 || shortest >= 0); words++) shortest = text.indexOf(' ', shortest + 1);
  if (!before.includes(shortest < 0 ? text.slice(0, LONGEST_OVERLAP) : text.slice(0, Math.min(shortest, LONGEST_OVERLAP)))) return 0;
  const lengths = [...text.slice(0, LONGEST_OVERLAP).matchAll(/ |$/g)].map(({ index }) => index).slice(SHORTEST_OVERLAP - 1);
  const length = lengths.findLast((at) => ` ${before}`.endsWith(` ${text.slice(0, at)}`) && /^(?: |$)/.test(text.slice(at)));
  return length === undefined ? 0 : length + 1;
}

/** Words; fewer are said twice now and then. */
const SHORTEST_OVERLAP = 3;
/** UTF-16 units; captions are two or three lines long. */
const LONGEST_OVERLAP = 300;

function repeat({ cue, repeats }: Mutable, line: number): void {
  if (line !== cue.pieces[0]!.line && repeats.at(-1) !== line) repeats.push(line);
}

/** What is new in a caption, behind the text of the one before. */
function cutStart(cue: Cue, length: number): Cue {
  const place = placeInCue(cue, length);
  const later = cue.pieces.filter(({ at }) => at > length).map((piece) => ({ ...piece, at: piece.at - length }));
  return { ...cue, text: cue.text.slice(length), pieces: [{ at: 0, ...place }, ...later] };
}
