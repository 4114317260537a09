/** Merges the repetitions of captions: the same line again, and rolling captions that show the line before once more. */

import { placeInCue, type Cue } from './transcript.ts';

/**
 * Each caption once, with the lines of its repetitions. Only whole captions are compared with the one right before, never
 * parts of them, so what a speaker truly says twice in one breath stays.
 */
export function mergeRepeats(cues: readonly Cue[]): readonly Cue[] {
  const rolls = isRolling(cues);
  const kept: Mutable[] = [];
  /** How many of the cues kept last the previous caption showed. */
  let shown = 0;
  for (const cue of cues) {
    const last = kept.at(-1);
    if (last === undefined || last.cue.isHead || cue.isHead) {
      kept.push({ cue, repeats: [] });
      shown = 1;
      continue;
    }
    if (cue.text === last.cue.text) {
      repeat(last, cue.pieces[0]!.line);
      shown = 1;
      continue;
    }
    const before = rolls ? prefixLength(kept, shown, cue.text) : 0;
    if (before === 0) {
      kept.push({ cue, repeats: [] });
      shown = 1;
      continue;
    }
    const { line } = cue.pieces[0]!;
    const tail = kept.slice(-before);
    for (const one of tail) repeat(one, line);
    const length = tail.reduce((sum, one) => sum + one.cue.text.length + 1, 0);
    shown = before;
    if (length >= cue.text.length) continue;
    kept.push({ cue: cutStart(cue, length), repeats: [] });
    shown = before + 1;
  }
  return kept.map(({ cue, repeats }) => (repeats.length === 0 ? cue : { ...cue, repeats: [...cue.repeats, ...repeats] }));
}

interface Mutable {
  readonly cue: Cue;
  readonly repeats: number[];
}

/** In a file of rolling captions a good part of the captions begins with the one before. */
function isRolling(cues: readonly Cue[]): boolean {
  let pairs = 0;
  let rolling = 0;
  for (let i = 1; i < Math.min(cues.length, 400); i++) {
    const before = cues[i - 1]!.text;
    const { text } = cues[i]!;
    if (cues[i]!.isHead || text === before) continue;
    pairs++;
    if (text.startsWith(`${before} `) || before.endsWith(` ${text}`)) rolling++;
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

function repeat({ cue, repeats }: Mutable, line: number): void {
  if (line !== cue.pieces[0]!.line && repeats.at(-1) !== line) repeats.push(line);
}

/** What is new in a caption, behind the text of the one before. */
function cutStart(cue: Cue, length: number): Cue {
  const place = placeInCue(cue, length);
  const later = cue.pieces.filter(({ at }) => at > length).map((piece) => ({ ...piece, at: piece.at - length }));
  return { ...cue, text: cue.text.slice(length), pieces: [{ at: 0, ...place }, ...later] };
}
