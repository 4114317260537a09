/** Reads the JSON of Whisper, whisper.cpp, WhisperX and caption downloaders: lists of segments with a start and a text. */

import { CueText } from '../cueText.ts';
import { parseTime } from '../times.ts';
import type { Cue, TranscriptProblem } from '../transcript.ts';

/** The cues of a JSON transcript; a problem when it is no JSON, or no transcript. Never throws. */
export function readJson(text: string): { readonly cues: readonly Cue[]; readonly problems: readonly TranscriptProblem[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return problem(`This is not valid JSON: ${(error as Error).message.slice(0, 120)}`, text, (error as Error).message);
  }
  const segments = segmentsOf(value);
  if (segments === undefined) return problem('This JSON has no segments with a start and a text, so it is no transcript.');
  return { cues: locate(text, segments), problems: [] };
}

/** Whether JSON text looks like a transcript at its beginning, without parsing it. */
export function looksLikeJsonTranscript(text: string): boolean {
  return (
    /^\s*[[{]/.test(text.slice(0, 100)) &&
    /"(?:segments|transcription|start|timestamps)"\s*:/.test(text.slice(0, 20_000)) &&
    /"text"\s*:/.test(text.slice(0, 200_000))
  );
}

interface Segment {
  readonly text: string;
  readonly seconds: number | undefined;
  readonly speaker: string | undefined;
}

function segmentsOf(value: unknown): readonly Segment[] | undefined {
  const list = Array.isArray(value)
    ? value
    : isRecord(value)
      ? (value['segments'] ?? value['transcription'] ?? value['results'])
      : undefined;
  if (!Array.isArray(list)) return undefined;
  const segments = (list as unknown[]).flatMap((one) => {
    if (!isRecord(one) || typeof one['text'] !== 'string') return [];
    const speaker = one['speaker'] ?? one['speaker_label'];
    return [{ text: one['text'], seconds: secondsOf(one), speaker: typeof speaker === 'string' && speaker !== '' ? speaker : undefined }];
  });
  return segments.length === 0 && list.length > 0 ? undefined : segments;
}

function secondsOf(segment: Readonly<Record<string, unknown>>): number | undefined {
  const { start, offset, timestamps, timestamp } = segment;
  const first: unknown =
    start ??
    offset ??
    (isRecord(timestamps) ? timestamps['from'] : undefined) ??
    (Array.isArray(timestamp) ? (timestamp as unknown[])[0] : timestamp);
  if (typeof first === 'number' && Number.isFinite(first) && first >= 0) return first;
  return typeof first === 'string' ? parseTime(first) : undefined;
}

/** Finds each segment's text in the source, in order. */
function locate(source: string, segments: readonly Segment[]): readonly Cue[] {
  const cues: Cue[] = [];
  let next = 0;
  let line = 0;
  let lineStart = 0;
  let scanned = 0;
  for (const match of source.matchAll(/"text"\s*:\s*"((?:[^"\\]|\\[\s\S])*)"/g)) {
    const segment = segments[next];
    if (segment === undefined) break;
    const written = match[1]!;
    if (unescape(written) !== segment.text) continue;
    next++;
    const start = match.index + match[0].length - 1 - written.length;
    for (; scanned < start; scanned++) {
      if (source.charCodeAt(scanned) !== 10) continue;
      line++;
      lineStart = scanned + 1;
    }
    const text = new CueText();
    let at = 0;
    for (const escape of written.matchAll(/\\(?:u[\da-fA-F]{4}|.)/g)) {
      text.add(written.slice(at, escape.index), line, start - lineStart + at);
      text.add(unescape(escape[0]), line, start - lineStart + escape.index);
      at = escape.index + escape[0].length;
    }
    text.add(written.slice(at), line, start - lineStart + at);
    const cue = text.finish({ seconds: segment.seconds, speaker: segment.speaker });
    if (cue !== undefined) cues.push(cue);
  }
  return cues;
}

function unescape(written: string): string {
  try {
    return JSON.parse(`"${written}"`) as string;
  } catch {
    return written;
  }
}

function problem(message: string, text = '', reason = ''): { cues: readonly Cue[]; problems: readonly TranscriptProblem[] } {
  const at = Number(/position (\d+)/.exec(reason)?.[1] ?? 0);
  return { cues: [], problems: [{ message, line: text.slice(0, at).split('\n').length - 1 }] };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
