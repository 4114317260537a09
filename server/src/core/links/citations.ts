/** Citations of transcripts in answers: `[GR00T](transcripts/talk.md#t=255)`, from a term to a place and back. */

import type { Span } from '../text/span.ts';
import { parseTime } from '../transcripts/times.ts';
import type { TranscriptIndex } from './index.ts';

export interface Citation {
  /** The destination between the brackets, by UTF-16 offsets in the file. */
  readonly span: Span;
  /** As written, without the fragment. */
  readonly path: string;
  readonly seconds: number;
}

/** The citations of a text, in order. */
export function citationsIn(text: string): readonly Citation[] {
  return [...text.matchAll(CITATION)].flatMap((match) => {
    const destination = match[1]!;
    const start = match.index + match[0].length - 1 - destination.length;
    const [path = '', fragment = ''] = destination.split('#t=');
    const seconds = fragment.includes(':') ? parseTime(fragment) : Number(fragment);
    return seconds === undefined ? [] : [{ span: { start, end: start + destination.length }, path, seconds }];
  });
}

/** The destination that cites a second of a transcript, seen from the folder of an answers file; both are URIs. */
export function citationTo(fromUri: string, transcriptUri: string, seconds: number | undefined): string {
  const from = fromUri.split('/').slice(0, -1);
  const to = transcriptUri.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const path = [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
  // Brackets would end the link.
  return `${path.replaceAll('(', '%28').replaceAll(')', '%29')}${seconds === undefined ? '' : `#t=${Math.floor(seconds)}`}`;
}

/** The URI that a destination means, seen from an answers file. */
export function resolveCitation(fromUri: string, path: string): string {
  const parts = fromUri.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The zero-based line of the cue that is said at a second; undefined when the transcript isn't there. */
export function lineAt(index: TranscriptIndex, uri: string, seconds: number): number | undefined {
  const shard = index.get(uri);
  if (shard === undefined) return undefined;
  let best: number | undefined;
  for (let cue = 0; cue < shard.cueCount; cue++) {
    const at = shard.data.seconds[cue]!;
    if (Number.isNaN(at) || at > seconds + 0.5) continue;
    if (best === undefined || at > shard.data.seconds[best]!) best = cue;
  }
  return best === undefined ? undefined : shard.lineOf(best);
}

/** Seconds, as completion writes them, or a time as people do: `#t=90`, `#t=1:30`. */
const CITATION = /\]\(((?![a-z][a-z\d+.-]*:)[^\s()<>#]{1,400}#t=(?:\d{1,3}:){0,2}\d{1,6}(?:\.\d{1,3})?)\)/gi;
