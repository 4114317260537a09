/** Reads the JSON of Whisper, whisper.cpp, WhisperX and caption downloaders: lists of segments with a start and a text. */

import { isRecord } from '../../text/record.ts';
import { CueText } from '../cueText.ts';
import { parseTime } from '../times.ts';
import type { Cue, TranscriptProblem } from '../transcript.ts';
import { t } from '../../locale/locale.ts';

/** The cues of a JSON transcript; a problem when it is no JSON, or no transcript. Never throws. */
export function readJson(text: string): { readonly cues: readonly Cue[]; readonly problems: readonly TranscriptProblem[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return problem(t('This is not valid JSON: {0}', (error as Error).message.slice(0, 120)), text, (error as Error).message);
  }
  const segments = segmentsOf(value);
  if (segments === undefined) return problem(t('This JSON has no segments with a start and a text, so it is not a transcript.'));
  return { cues: locate(text, segments), problems: [] };
}

/** Whether a text is meant to be JSON, right or wrong: `{`, or `[` before what a list begins with. "[Music]" isn't. */
export function isMeantAsJson(text: string): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*(?:[[{"\]]|$))/.test(text.slice(0, 1000));
}

/** Whether JSON text looks like a transcript at its beginning, without parsing it. */
export function looksLikeJsonTranscript(text: string): boolean {
  return (
    /^\s*[[{]/.test(text.slice(0, 100)) &&
    /"(?:(?:segments|transcription)"\s*:\s*\[|timestamps?"\s*:\s*[[{]|start"\s*:\s*"?\d)/.test(text.slice(0, 20_000)) &&
    /"text"\s*:\s*"/.test(text.slice(0, 200_000))
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
  if (typeof first !== 'string') return undefined;
  return /^\d{1,7}(?:\.\d{1,9})?$/.test(first) ? Number(first) : parseTime(first);
}

/**
 * Finds each segment's text in the source, in order: the next string below the key "text" that reads the same and is as deep as
 * segments are. Words within segments, and the text of the whole, are deeper or less deep.
 */
function locate(source: string, segments: readonly Segment[]): readonly Cue[] {
  const cues: Cue[] = [];
  let next = 0;
  let line = 0;
  let lineStart = 0;
  let scanned = 0;
  const wanted = /^\s*\[/.test(source.slice(0, 1000)) ? 2 : 3;
  let depth = 0;
  let isBelowText = false;
  for (const { 0: token, 1: written, 2: colon, index } of source.matchAll(TOKEN)) {
    const segment = segments[next];
    if (segment === undefined) break;
    if (written === undefined) {
      depth += token === '{' || token === '[' ? 1 : -1;
      isBelowText = false;
      continue;
    }
    const isText = isBelowText && depth === wanted;
    isBelowText = colon !== undefined && written === 'text';
    if (!isText || unescape(written) !== segment.text) continue;
    next++;
    const start = index + 1;
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

/** A string, with the colon behind it if it is a key; or a bracket. */
const TOKEN = /"([^"\\]*(?:\\[\s\S][^"\\]*)*)"(\s{0,20}:)?|[[\]{}]/g;

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
