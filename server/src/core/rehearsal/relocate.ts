/** Finds the speaker's place again after the file was edited in the middle of a rehearsal. */

import { diffArrays } from 'diff';
import type { Script, ScriptSentence } from './script.ts';
import { sentenceOfWord } from './sessionState.ts';

/** Where the parts of the old script are in the new one. */
export interface Relocation {
  /** The new index of each old word; of a word that is gone, that of the first kept one behind it (or the number of words). */
  readonly words: readonly number[];
  /** Where each old sentence went, and whether its text is still the same. */
  readonly sentences: readonly MovedSentence[];
}

export interface MovedSentence {
  /** Index into the new sentences; the last one where everything behind is gone. */
  readonly to: number;
  readonly isSame: boolean;
}

/** Lays an old script beside a new one: by whole sentences first, and by words where sentences changed. */
export function relocate(before: Script, after: Script): Relocation {
  const words = new Array<number>(before.words.length).fill(0);
  const same = new Set<number>();
  for (const { old, now, isSame } of regions(before.sentences, after.sentences)) {
    if (isSame) {
      for (let i = old.start; i < old.end; i++) {
        const [from, to] = [before.sentences[i]!, after.sentences[now.start + i - old.start]!];
        for (let word = from.firstWord; word < from.lastWord; word++) words[word] = to.firstWord + word - from.firstWord;
        same.add(i);
      }
    } else relocateWords(before, after, wordsOf(before, old), wordsOf(after, now), words);
  }
  const sentences = before.sentences.map(({ firstWord, lastWord }, i) => {
    // A sentence whose beginning is gone is where most of its words went.
    const middle = words[(firstWord + lastWord - 1) >> 1]!;
    return { to: sentenceOfWord(after, middle), isSame: same.has(i) };
  });
  return { words, sentences };
}

/** Beyond this many changes it is another text, and the place is kept by proportion. Keeps the time of a whole file at some 0.1 s. */
const MOST_CHANGES = 500;

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Region {
  readonly old: Range;
  readonly now: Range;
  readonly isSame: boolean;
}

/** Stretches of sentences that are the same, and between them what replaced what. */
function regions(before: readonly ScriptSentence[], after: readonly ScriptSentence[]): readonly Region[] {
  return align(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  );
}

function align(before: readonly string[], after: readonly string[]): readonly Region[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: MOST_CHANGES });
  // There is no result when the changes are too many.
  if (changes === undefined) {
    return [{ old: { start: 0, end: before.length }, now: { start: 0, end: after.length }, isSame: false }];
  }
  const found: Region[] = [];
  let [old, now] = [0, 0];
  let open = { old, now };
  const close = (): void => {
    if (open.old < old || open.now < now)
      found.push({ old: { start: open.old, end: old }, now: { start: open.now, end: now }, isSame: false });
  };
  for (const { added, removed, value } of changes) {
    if (removed) old += value.length;
    else if (added) now += value.length;
    else {
      close();
      found.push({ old: { start: old, end: old + value.length }, now: { start: now, end: now + value.length }, isSame: true });
      old += value.length;
      now += value.length;
      open = { old, now };
    }
  }
  close();
  return found;
}

function relocateWords(before: Script, after: Script, old: Range, now: Range, words: number[]): void {
  const written = (script: Script, { start, end }: Range): string[] => script.words.slice(start, end).map(({ text }) => bare(text));
  const found = align(written(before, old), written(after, now));
  const isOtherText = found.every(({ isSame }) => !isSame);
  for (const region of found) {
    for (let i = region.old.start; i < region.old.end; i++) {
      const inside = i - region.old.start;
      const share = inside / (region.old.end - region.old.start);
      const length = region.now.end - region.now.start;
      // Words without a counterpart: in another text the same share of it, in a changed passage as far into what replaced it.
      const moved = region.isSame ? inside : isOtherText ? Math.floor(share * length) : Math.min(inside, length);
      words[old.start + i] = now.start + region.now.start + moved;
    }
  }
}

function wordsOf({ sentences, words }: Script, { start, end }: Range): Range {
  const first = sentences[start]?.firstWord ?? words.length;
  return { start: first, end: start < end ? sentences[end - 1]!.lastWord : first };
}

/** A capital at a new beginning, or a comma that came or went, makes no other word. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
