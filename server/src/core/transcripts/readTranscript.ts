/** Reads a transcript of any shape: finds out which it is, reads its head and its cues, and merges repeated captions. */

import { finish } from '../text/steps.ts';
import { mergeRepeats } from './dedupe.ts';
import { headCues, readHead } from './head.ts';
import { BYTE_ORDER_MARK, linesOf } from './lines.ts';
import { isTiming, readCaptions } from './readers/captions.ts';
import { isMeantAsJson, looksLikeJsonTranscript, readJson } from './readers/json.ts';
import { firstPhraseLine, readPhrases } from './readers/phrases.ts';
import { readProse } from './readers/prose.ts';
import { firstTurnLine, isDialogue, readTurns } from './readers/speakers.ts';
import { firstStampLine, isRecording, readStamped } from './readers/stamped.ts';
import type { Cue, Transcript, TranscriptProblem, TranscriptShape } from './transcript.ts';
import { t } from '../locale/locale.ts';

/** Reads a file that is a transcript. Never throws: what can't be read is a problem, and the rest is read. */
export function readTranscript(text: string): Transcript {
  return finish(readTranscriptInSteps(text));
}

/** As `readTranscript`; yields every few milliseconds, but for JSON, which is parsed at once. */
export function* readTranscriptInSteps(text: string): Generator<void, Transcript> {
  const unreadable = whyUnreadable(text);
  if (unreadable !== undefined) return nothing('prose', [{ message: unreadable, line: 0 }]);
  const lines = linesOf(text);
  const { shape, firstLine } = shapeOf(text, lines);
  yield;
  const { cues, problems } = yield* read(shape, text, lines, firstLine);
  const head = shape === 'json' ? undefined : readHead(lines, shape === 'prose' ? Math.min(firstLine + 12, lines.length) : firstLine);
  const beforeCues = head === undefined || shape === 'prose' || shape === 'captions' ? [] : headCues(lines, head.end, firstLine);
  const said = yield* mergeRepeats(cues);
  const missing: readonly TranscriptProblem[] =
    said.length === 0 && problems.length === 0 ? [{ message: t('Nothing spoken was found in this file.'), line: 0 }] : [];
  return {
    title: hasTitle(shape, lines) ? head?.title : undefined,
    mediaUrl: head?.mediaUrl,
    speakers: [...new Set([...(head?.speakers ?? []), ...said.flatMap(({ speaker }) => speaker ?? [])])].slice(0, MOST_SPEAKERS),
    shape,
    cues: [...beforeCues, ...said],
    problems: [...problems, ...missing],
  };
}

/**
 * The shape that a text clearly has; undefined for prose, which can be anything, and for what only resembles a transcript, such as an
 * agenda or a configuration. Looks at its beginning only.
 */
export function recognise(text: string): Exclude<TranscriptShape, 'prose'> | undefined {
  if (whyUnreadable(text) !== undefined) return undefined;
  const start = text.slice(0, RECOGNISED_LENGTH);
  const lines = linesOf(start);
  const { shape, firstLine } = shapeOf(start, lines);
  const body = lines.slice(firstLine, firstLine + RECOGNISED_LINES);
  if (shape === 'prose' || (shape === 'json' && !looksLikeJsonTranscript(start))) return undefined;
  if ((shape === 'stamped' && !isRecording(body)) || (shape === 'speakers' && !isDialogue(body))) return undefined;
  return shape;
}

function shapeOf(text: string, lines: readonly string[]): { shape: TranscriptShape; firstLine: number } {
  if (/^\uFEFF?WEBVTT(?:\s|$)/.test(text.slice(0, 20))) return { shape: 'captions', firstLine: Math.max(0, lines.findIndex(isTiming)) };
  if (isMeantAsJson(text)) return { shape: 'json', firstLine: 0 };
  const timing = lines.findIndex(isTiming);
  if (timing >= 0 && lines.slice(timing, timing + 200).filter(isTiming).length >= (timing <= 3 ? 1 : 2))
    return { shape: 'captions', firstLine: timing };
  const phrases = firstPhraseLine(lines);
  if (phrases !== undefined) return { shape: 'phrases', firstLine: phrases };
  const stamped = firstStampLine(lines);
  if (stamped !== undefined) return { shape: 'stamped', firstLine: stamped };
  const turns = firstTurnLine(lines);
  if (turns !== undefined) return { shape: 'speakers', firstLine: turns };
  return { shape: 'prose', firstLine: readHead(lines, 0).end };
}

function* read(
  shape: TranscriptShape,
  text: string,
  lines: readonly string[],
  firstLine: number,
): Generator<void, { readonly cues: readonly Cue[]; readonly problems: readonly TranscriptProblem[] }> {
  if (shape === 'captions') return yield* readCaptions(lines);
  if (shape === 'json') return readJson(text.startsWith(BYTE_ORDER_MARK) ? ` ${text.slice(1)}` : text);
  if (shape === 'phrases') return { cues: yield* readPhrases(lines, firstLine), problems: [] };
  if (shape === 'stamped') return { cues: yield* readStamped(lines, firstLine), problems: [] };
  if (shape === 'speakers') return { cues: yield* readTurns(lines, firstLine), problems: [] };
  return { cues: yield* readProse(lines, firstLine), problems: [] };
}

/** The first line of prose or of a caption file is a title only where it says so. */
function hasTitle(shape: TranscriptShape, lines: readonly string[]): boolean {
  return (
    (shape !== 'prose' && shape !== 'captions') ||
    lines.slice(0, 200).some((line) => /^#\s|^\s*\W{0,4}title\W{0,4}:|^\uFEFF?WEBVTT - /i.test(line))
  );
}

/** Files that people take for text. */
function whyUnreadable(text: string): string | undefined {
  if (text.length > LONGEST) return t('This file has more than {0} characters. It was not read: divide it.', LONGEST);
  const start = text.slice(0, 4000);
  if (start.startsWith('PK\u0003\u0004'))
    return t('This is a Word document or an archive, not text. Save it as plain text, or export captions (VTT or SRT).');
  if (start.startsWith('%PDF-')) return t('This is a PDF, not text. Save it as plain text, or export captions (VTT or SRT).');
  if (start.startsWith('{\\rtf')) return t('This is an RTF document, not text. Save it as plain text, or export captions (VTT or SRT).');
  // Decoders put U+FFFD where bytes are no text.
  if (start.includes('\0') || (start.match(/[^\P{Cc}\s]|\uFFFD/gu)?.length ?? 0) > start.length / 20) return t('This is not a text file.');
  if (text.trim() === '' || text === BYTE_ORDER_MARK) return t('This file is empty.');
  return undefined;
}

function nothing(shape: TranscriptShape, problems: readonly TranscriptProblem[]): Transcript {
  return { title: undefined, mediaUrl: undefined, speakers: [], shape, cues: [], problems };
}

/** UTF-16 units of the longest transcript that is read: 200 hours of captions, or 20 hours of JSON with a time for each word. */
const LONGEST = 20_000_000;
/** Enough of a file to tell its shape. */
const RECOGNISED_LENGTH = 16_000;
const RECOGNISED_LINES = 300;
/** A list of speakers is for people to read; a file that names more is not naming speakers. */
const MOST_SPEAKERS = 40;
