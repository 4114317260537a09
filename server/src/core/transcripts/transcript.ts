/** What a transcript is, whatever shape its file has: cues in order, each with its place in the source, its time and its speaker. */

export interface Transcript {
  /** From the head of the file or its front matter. */
  readonly title: string | undefined;
  /** Address of the video or the sound. */
  readonly mediaUrl: string | undefined;
  /** Everybody who is named as speaking, in order of first mention. */
  readonly speakers: readonly string[];
  readonly shape: TranscriptShape;
  readonly cues: readonly Cue[];
  readonly problems: readonly TranscriptProblem[];
}

/**
 * `captions` is WebVTT or SubRip, `json` what Whisper and WhisperX write, `stamped` has times at the start of lines or on
 * lines of their own, `phrases` has `<b>` elements, `speakers` has names before colons, `prose` is everything else.
 */
export type TranscriptShape = 'captions' | 'json' | 'stamped' | 'phrases' | 'speakers' | 'prose';

/** A stretch of speech as the file gives it: a caption, a phrase, a sentence, or a line of the head. */
export interface Cue {
  /** What is said, without markup, entities decoded, white space single. */
  readonly text: string;
  /** Seconds from the start of the recording, where the file says them. */
  readonly seconds: number | undefined;
  readonly speaker: string | undefined;
  /** Where the characters of `text` stand in the file: each piece goes on, one to one, until the next; the first is at 0. */
  readonly pieces: readonly Piece[];
  /** Zero-based lines on which the same caption is repeated, after the first. */
  readonly repeats: readonly number[];
  /** Whether it belongs to the head of the file (title, summary, topics) and isn't said. */
  readonly isHead: boolean;
}

export interface Piece {
  /** UTF-16 offset in the cue's text. */
  readonly at: number;
  /** Zero-based, in the file. */
  readonly line: number;
  /** Zero-based, in UTF-16 units. */
  readonly character: number;
}

/** Why a file, or a part of it, can't be read. */
export interface TranscriptProblem {
  readonly message: string;
  /** Zero-based line of the file. */
  readonly line: number;
}

/** Where a UTF-16 offset of a cue's text stands in the file. */
export function placeInCue({ pieces }: Pick<Cue, 'pieces'>, offset: number): { readonly line: number; readonly character: number } {
  let piece = pieces[0]!;
  for (const next of pieces) {
    if (next.at > offset) break;
    piece = next;
  }
  return { line: piece.line, character: piece.character + (offset - piece.at) };
}
