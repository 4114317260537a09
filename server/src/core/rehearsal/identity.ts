/** Tells whether an answer is one that was rehearsed before, though its text, its heading or its file's name may have changed. */

/** What is remembered of an answer, to know it again: no text, only hashes. */
export interface Fingerprint {
  /** The heading without its target. */
  readonly title: string;
  /** The smallest hashes of the pairs of words that follow each other, ascending. */
  readonly sketch: readonly number[];
  /** The file as the history names it. */
  readonly file: string;
}

export interface KnownAnswer extends Fingerprint {
  readonly id: string;
}

/** The fingerprint of an answer's heading and of what is said below it. */
export function fingerprintOf(title: string, text: string, file: string): Fingerprint {
  return { title, sketch: sketchOf(text), file };
}

/**
 * For each answer of a file the id that it had before, or undefined for one that is new. `known` may hold several
 * fingerprints of one id; no id is given to two answers, and the most alike find each other first.
 */
export function identify(known: readonly KnownAnswer[], answers: readonly Fingerprint[]): readonly (string | undefined)[] {
  const pairs: { readonly id: string; readonly answer: number; readonly score: number }[] = [];
  const read = known.map((one) => ({ ...one, words: titleWords(one.title) }));
  const places = placesOfHashes(known);
  answers.forEach((answer, index) => {
    const words = titleWords(answer.title);
    // Most texts have nothing in common, and need no closer look.
    const related = new Set(answer.sketch.flatMap((hash) => places.get(hash) ?? []));
    for (const [place, before] of read.entries()) {
      const score = likeness(
        likenessOfTitles(before.words, words),
        related.has(place) ? likenessOfSketches(before.sketch, answer.sketch) : 0,
        before.file === answer.file,
      );
      if (score !== undefined) pairs.push({ id: before.id, answer: index, score });
    }
  });
  // Sorting is stable: among equals the earlier answer has it.
  pairs.sort((a, b) => b.score - a.score);
  const ids: (string | undefined)[] = answers.map(() => undefined);
  const taken = new Set<string>();
  for (const { id, answer } of pairs) {
    if (ids[answer] !== undefined || taken.has(id)) continue;
    ids[answer] = id;
    taken.add(id);
  }
  return ids;
}

/** For each hash, in which of the sketches it is. */
function placesOfHashes(known: readonly Fingerprint[]): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  known.forEach(({ sketch }, place) => {
    for (const one of sketch) {
      const found = places.get(one);
      if (found === undefined) places.set(one, [place]);
      else found.push(place);
    }
  });
  return places;
}

/** From this share of common word pairs on, a text is the same, whatever it is called. */
const SAME_TEXT = 0.4;
/** A heading with so many words in common is the same question; elsewhere the text must have something in common, too. */
const SAME_TITLE = 0.75;
const RELATED_TEXT = 0.15;
/** In the same file, half a heading and a quarter of a text are enough together. */
const BOTH_CHANGED = { title: 0.4, text: 0.25 };

/** How sure it is that two answers are one, for comparing; undefined when they are not. */
function likeness(title: number, text: number, isSameFile: boolean): number | undefined {
  const isSame =
    text >= SAME_TEXT ||
    (title >= SAME_TITLE && (isSameFile || text >= RELATED_TEXT)) ||
    (isSameFile && title >= BOTH_CHANGED.title && text >= BOTH_CHANGED.text);
  // What is said weighs more than what it is called.
  return isSame ? title + 2 * text + (isSameFile ? 0.25 : 0) : undefined;
}

/** So many hashes estimate the share of common pairs to about 0.07 (one standard deviation), and exactly in short answers. */
const SKETCH_SIZE = 48;

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

function sketchOf(text: string): readonly number[] {
  const words = text.toLowerCase().match(WORD) ?? [];
  const pairs = words.length === 1 ? words : words.slice(1).map((word, i) => `${words[i]!} ${word}`);
  return [...new Set(pairs.map(hash))].sort((a, b) => a - b).slice(0, SKETCH_SIZE);
}

/** FNV-1a over UTF-16 units, 32 bits, with a final mix because the smallest values are taken. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** The share of pairs in common, of all pairs: by the smallest hashes of both together. Both ascend. */
function likenessOfSketches(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  let [i, j, common, all] = [0, 0, 0, 0];
  while (all < SKETCH_SIZE && (i < a.length || j < b.length)) {
    const [inA, inB] = [a[i] ?? Infinity, b[j] ?? Infinity];
    if (inA === inB) common++;
    if (inA <= inB) i++;
    if (inB <= inA) j++;
    all++;
  }
  return common / all;
}

/** The words of a heading without the number of its place in a list. */
function titleWords(title: string): ReadonlySet<string> {
  return new Set(
    title
      .toLowerCase()
      .replace(/^\W*\d{1,3}[.):]\s/, '')
      .match(WORD) ?? [],
  );
}

/** Words in common, of all: Dice's coefficient. */
function likenessOfTitles(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return (2 * common) / (a.size + b.size);
}
