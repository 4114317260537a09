/** Reads WebVTT and SubRip, sloppy ones too: blocks with a line `start --> end` and text below it. */

import { CueText } from '../cueText.ts';
import { LINES_OF_STEP } from '../lines.ts';
import { parseTime, TIME } from '../times.ts';
import type { Cue, TranscriptProblem } from '../transcript.ts';
import { speakerOf } from './speakers.ts';
import { t } from '../../locale/locale.ts';

/** The cues of a caption file. Never throws: a block that can't be read is a problem, and the rest is read. Yields every few milliseconds. */
export function* readCaptions(
  lines: readonly string[],
): Generator<void, { readonly cues: readonly Cue[]; readonly problems: readonly TranscriptProblem[] }> {
  const cues: Cue[] = [];
  const problems: TranscriptProblem[] = [];
  const isWebVtt = lines.slice(0, 200).some((line) => WEBVTT.test(line));
  let rested = 0;
  for (let i = 0; i < lines.length; i++) {
    if (i - rested >= LINES_OF_STEP) {
      rested = i;
      yield;
    }
    if (/^(?:NOTE|STYLE|REGION)\b/.test(lines[i]!) && !isTiming(lines[i + 1])) {
      while (i + 1 < lines.length && lines[i + 1]!.trim() !== '' && !isTiming(lines[i + 1])) i++;
      continue;
    }
    if (!isTiming(lines[i])) continue;
    const seconds = startOf(lines[i]!);
    if (seconds === undefined) problems.push({ line: i, message: t("This time can't be read: {0}", shorten(lines[i]!.trim())) });
    const from = i + 1;
    while (i + 1 < lines.length && !endsCue(lines, i + 1, isWebVtt)) i++;
    for (const cue of readPayload(lines, from, i + 1, seconds)) cues.push(cue);
  }
  return { cues, problems };
}

/** What is said in one block, from one line to before another: one cue, or one for each of its voices. */
function readPayload(lines: readonly string[], from: number, to: number, seconds: number | undefined): readonly Cue[] {
  const cues: Cue[] = [];
  let text = new CueText();
  let speaker: string | undefined;
  const finish = (): void => {
    const cue = text.finish({ seconds, speaker });
    if (cue !== undefined) cues.push(cue);
    text = new CueText();
  };
  for (let i = from; i < to; i++) {
    const line = lines[i]!;
    const named = text.isEmpty && speaker === undefined && !VOICE.test(line) ? speakerOf(line) : undefined;
    if (named !== undefined) speaker = named.name;
    let at = named?.length ?? 0;
    for (const voice of line.matchAll(VOICES)) {
      text.addMarkup(line.slice(at, voice.index), i, at);
      at = voice.index + voice[0].length;
      const name = voice[1]!.trim() || undefined;
      if (name !== speaker) finish();
      speaker = name;
    }
    text.addMarkup(line.slice(at), i, at);
    text.breakLine();
  }
  finish();
  return cues;
}

/** Whether a line is the timing of a cue, as far as one can tell without reading it: SubRip in the wild has all kinds of arrows. */
export function isTiming(line: string | undefined): boolean {
  return line !== undefined && line.length < 400 && (line.includes('>') || line.includes('»')) && TIMING.test(line);
}

/** Both times have a colon; the first has hours or a fraction, or the arrow is WebVTT's, which "9:00 -> 9:30" in an agenda isn't. */
const TIMING =
  /^\s*(?:\d{1,3}:\d{1,2}:\d{1,2}[\d:.,]{0,6}\s*-{1,2}[>»]|\d{1,3}:\d{1,2}[.,]\d{1,4}\s*-{1,2}[>»]|\d{1,3}:\d{1,2}\s*--[>»])\s*\d{1,3}:[\d:.,]{1,14}/;
const WEBVTT = /^\uFEFF?WEBVTT(?:\s|$)/;
const VOICE = /<v(?:\.[^\s>]{0,80})?\s+([^>]{1,80})>/;
const VOICES = new RegExp(VOICE, 'g');
const START = new RegExp(String.raw`^\s*(${TIME})`);

function startOf(line: string): number | undefined {
  const written = START.exec(line)?.[1];
  if (written === undefined) return undefined;
  return parseTime(written);
}

/** A cue ends where the next block begins, and at an empty line, unless it is SubRip and more text follows that is no block. */
function endsCue(lines: readonly string[], at: number, isWebVtt: boolean): boolean {
  const line = lines[at]!;
  if (isTiming(line) || isLabel(lines, at)) return true;
  if (line.trim() !== '') return false;
  // YouTube writes a line of one blank inside a cue; an empty one is the end.
  if (isWebVtt) return line === '' || (lines[at + 1] ?? '').trim() === '';
  let next = at;
  while (next < lines.length && next - at <= MOST_EMPTY_LINES && lines[next]!.trim() === '') next++;
  const following = lines[next]?.trim() ?? '';
  if (following === '' || isTiming(following) || isLabel(lines, next)) return true;
  // The number of a block that isn't there any more.
  return /^\d+$/.test(following) && lines.slice(next + 1, next + 1 + MOST_EMPTY_LINES).every((later) => later.trim() === '');
}

/** Whether a line is a number or an identifier above a timing. */
function isLabel(lines: readonly string[], at: number): boolean {
  return /^\s*(?:\d{1,9}|[\da-f]{8}-[\da-f-]{20,}\S{0,20})\s*$/i.test(lines[at]!.slice(0, 100)) && isTiming(lines[at + 1]);
}

/** Lines; people leave one or two empty within a cue, and more before what isn't one. */
const MOST_EMPTY_LINES = 3;

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
