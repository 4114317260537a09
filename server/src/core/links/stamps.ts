/** The written times of an open transcript, each with the address of the recording at that second. */

import { readTranscript } from '../transcripts/readTranscript.ts';
import { parseTime, TIME } from '../transcripts/times.ts';
import type { Span } from '../text/span.ts';
import { mediaUrlAt } from './mediaUrl.ts';

export interface Stamp {
  /** UTF-16 offsets in the file. */
  readonly span: Span;
  readonly seconds: number;
  readonly url: string;
}

/** The times at the start of lines; empty when the transcript doesn't say where its recording is. */
export function stampsIn(text: string): readonly Stamp[] {
  const { mediaUrl } = readTranscript(text.slice(0, HEAD_LENGTH));
  if (mediaUrl === undefined) return [];
  const stamps: Stamp[] = [];
  for (const match of text.matchAll(STAMP)) {
    const written = match[1]!;
    const seconds = parseTime(written);
    const url = seconds === undefined ? undefined : mediaUrlAt(mediaUrl, seconds);
    if (url === undefined) continue;
    const start = match.index + match[0].length - written.length;
    stamps.push({ span: { start, end: start + written.length }, seconds: seconds!, url });
  }
  return stamps;
}

/** The address of a recording stands in the head. */
const HEAD_LENGTH = 20_000;
const STAMP = new RegExp(String.raw`^[ \t]*(?:[-*+>][ \t]+)?(?:\*\*|__)?[\[(]?(${TIME})(?=[\])*_\s:.,–-]|$)`, 'gm');
