/** Reads transcripts with times at the start of lines, on lines of their own, or behind the speaker's name. */

import { CueText } from '../cueText.ts';
import { LINES_OF_STEP } from '../lines.ts';
import { parseTime, TIME } from '../times.ts';
import type { Cue } from '../transcript.ts';
import { sentenceCues, type SourceStretch } from './prose.ts';
import { speakerOf } from './speakers.ts';
import { sum } from '../../text/sum.ts';

/** The zero-based line of the first stamp; undefined when the file isn't of this shape. */
export function firstStampLine(lines: readonly string[]): number | undefined {
  let first: number | undefined;
  let stamps = 0;
  let written = 0;
  let previous = -1;
  let backwards = 0;
  for (const [i, line] of lines.entries()) {
    if (written >= 400) break;
    if (line.trim() === '') continue;
    const stamp = stampOf(line);
    if (stamp === undefined) {
      if (first !== undefined) written++;
      continue;
    }
    first ??= i;
    written++;
    stamps++;
    if (stamp.seconds < previous) backwards++;
    previous = stamp.seconds;
  }
  // A schedule or a list of scores has times as well, but they don't go on and on in order.
  return stamps >= 2 && stamps >= written / 12 && backwards <= stamps / 10 ? first : undefined;
}

/**
 * Whether stamps are those of a recording, not of an agenda, a log or a list of chapters in a longer text: it begins near zero, the
 * stamps go on through the text, and they aren't all round.
 */
export function isRecording(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '');
  const stamps = written.flatMap((line) => stampOf(line) ?? []);
  if (stamps.length < FEWEST_STAMPS || stamps.length < written.length / 5 || stamps[0]!.seconds > LATEST_BEGINNING) return false;
  const isRound = stamps.every(({ seconds, speaker }) => seconds % 5 === 0 && speaker === undefined);
  const length = sum(written, (line) => line.length);
  return !isRound || length / stamps.length >= TEXT_BETWEEN_ROUND_STAMPS;
}

/** Fewer stamps are chapters, or chance. */
const FEWEST_STAMPS = 4;
/** Seconds. Times of day, read as minutes and seconds, begin later. */
const LATEST_BEGINNING = 300;
/** UTF-16 units: what is said in half a minute is longer than a line of an agenda. */
const TEXT_BETWEEN_ROUND_STAMPS = 150;

/** One cue for each line, or for each sentence of a long one; all that follows a stamp has its time. Yields every few milliseconds. */
export function* readStamped(lines: readonly string[], from: number): Generator<void, readonly Cue[]> {
  const cues: Cue[] = [];
  let seconds: number | undefined;
  let speaker: string | undefined;
  const names = yield* namesBehindTimes(lines, from);
  for (let i = from; i < lines.length; i++) {
    if (i % LINES_OF_STEP === 0) yield;
    const line = lines[i]!;
    if (line.trim() === '' || SECTION.test(line)) continue;
    const stamp = stampOf(line);
    let character: number;
    if (stamp !== undefined) {
      seconds = stamp.seconds;
      if (stamp.speaker !== undefined) speaker = stamp.speaker;
      character = stamp.length;
      const rest = line.slice(character).trim();
      if (names.has(rest)) {
        speaker = rest;
        continue;
      }
    } else if (SPOKEN_TIME.test(line) && isLoneStamp(lines[i - 1])) {
      // YouTube's page copies the time a second time, in words for screen readers.
      continue;
    } else character = HEADING.exec(line)?.[0].length ?? 0;
    const named = speakerOf(line.slice(character));
    if (named !== undefined && (stamp !== undefined || named.isMarked)) {
      speaker = named.name;
      character += named.length;
    }
    const stretch: SourceStretch = { line: i, character, text: line.slice(character) };
    cues.push(
      ...(stretch.text.length > LONG_LINE ? sentenceCues([stretch], { seconds, speaker }) : lineCue(stretch, { seconds, speaker })),
    );
  }
  return cues;
}

/** Names that stand alone behind a time, with what is said on the lines below; each at least twice. */
function* namesBehindTimes(lines: readonly string[], from: number): Generator<void, ReadonlySet<string>> {
  const counts = new Map<string, number>();
  for (let i = from; i < lines.length; i++) {
    if (i % LINES_OF_STEP === 0) yield;
    const line = lines[i]!;
    const stamp = stampOf(line);
    const rest = stamp === undefined ? '' : line.slice(stamp.length).trim();
    if (rest.length > 60 || !IS_NAME.test(rest) || /[.,!?…]$/.test(rest)) continue;
    const next = lines[i + 1]?.trim() ? lines[i + 1]! : (lines[i + 2] ?? '');
    if (next.trim() !== '' && stampOf(next) === undefined) counts.set(rest, (counts.get(rest) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([name]) => name));
}

interface Stamp {
  readonly seconds: number;
  readonly speaker: string | undefined;
  /** UTF-16 units of the line that belong to the stamp. */
  readonly length: number;
}

function stampOf(line: string): Stamp | undefined {
  const leading = LEADING.exec(line);
  if (leading !== null) {
    const seconds = parseTime(leading[1]!);
    if (/^[ap]\.?m\b/i.test(line.slice(leading[0].length))) return undefined;
    if (seconds !== undefined) return { seconds, speaker: undefined, length: leading[0].length };
  }
  const trailing = (line.length <= 120 ? TRAILING.exec(line) : null) ?? NAME_AND_TIME.exec(line.slice(0, 160));
  if (trailing === null) return undefined;
  const seconds = parseTime(trailing[2]!);
  const name = trailing[1]!.replaceAll('*', '').trim();
  return seconds === undefined || !IS_NAME.test(name) ? undefined : { seconds, speaker: name, length: trailing[0].length };
}

/** A caption's line, which is no sentence of its own. */
function lineCue({ line, character, text }: SourceStretch, rest: Pick<Cue, 'seconds' | 'speaker'>): readonly Cue[] {
  const cueText = new CueText();
  cueText.addMarkup(text, line, character);
  const cue = cueText.finish(rest);
  return cue === undefined ? [] : [cue];
}

function isLoneStamp(line: string | undefined): boolean {
  if (line === undefined) return false;
  return stampOf(line)?.length === line.trimEnd().length;
}

/** Beyond this a line is a paragraph, and its sentences are better places to go to. */
const LONG_LINE = 240;
/** A heading that only names a stretch of time, such as "### [00:00 - 01:00]". */
const SECTION = new RegExp(String.raw`^\s*#{1,6}\s*[\[(]?${TIME}\s*[-–—]+\s*${TIME}[\])]?\s*$`);
const LEADING = new RegExp(
  String.raw`^\s*(?:[-*+>]\s+)?(?:\*\*|__)?[\[(]?(?:\*\*)?(${TIME})(?:\s*(?:-->|-|–|—)\s*${TIME})?(?:\*\*)?[\])]?(?:\(https?:[^()\s]{1,300}\))?(?:\*\*|__)?(?:(?=\s|$)|[:–—-](?=\s|$))\s*`,
);
const TRAILING = new RegExp(String.raw`^\s*((?:\*\*)?\p{L}[^:\n<>{}]{0,60}?)[\s|,·–—([*-]+(${TIME})[\])*]*:?[\])*]*\s*$`, 'u');
/** "Ann (00:12): text" and "Ann: [00:12] text", where only the brackets tell that the time isn't said. */
const NAME_AND_TIME = new RegExp(
  String.raw`^\s*((?:\*\*)?\p{L}[^:\n<>{}()[\]]{0,60}?):?\*{0,2}\s*[([](${TIME})[\])]\*{0,2}:?\*{0,2}\s+`,
  'u',
);
/** Up to six words with capitals, or "speaker 1"; a sentence can end in a time as well. */
const IS_NAME = /^(?:\p{Lu}\S*|\p{Lo}+|speaker)(?: (?:\p{Lu}\S*|\p{Lo}+|\d+|\(.+\)|de|van|von|der|la|bin|al|of|and|&|[-–—|])){0,5}$/u;
const HEADING = /^\s{0,3}#{1,6}\s+/;
const SPOKEN_TIME = /^\s*\d+ (?:hours?|minutes?|seconds?)(?:,? (?:and )?\d+ (?:minutes?|seconds?)){0,2}\s*$/;
