/** Reads WebVTT and SubRip, sloppy ones too: blocks with a line `start --> end` and text below it. */

import { CueText } from '../cueText.ts';
import { parseTime, TIME } from '../times.ts';
import type { Cue, TranscriptProblem } from '../transcript.ts';

/** The cues of a caption file. Never throws: a block that can't be read is a problem, and the rest is read. */
export function readCaptions(lines: readonly string[]): { readonly cues: readonly Cue[]; readonly problems: readonly TranscriptProblem[] } {
  const cues: Cue[] = [];
  const problems: TranscriptProblem[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (/^(?:NOTE|STYLE|REGION)\b/.test(lines[i]!) && !isTiming(lines[i + 1])) {
      while (i + 1 < lines.length && lines[i + 1]!.trim() !== '' && !isTiming(lines[i + 1])) i++;
      continue;
    }
    if (!isTiming(lines[i])) continue;
    const seconds = startOf(lines[i]!);
    if (seconds === undefined) problems.push({ line: i, message: `This time can't be read: ${shorten(lines[i]!.trim())}` });
    const text = new CueText();
    let speaker: string | undefined;
    while (i + 1 < lines.length && !endsCue(lines, i + 1)) {
      i++;
      const line = lines[i]!;
      const voice = VOICE.exec(line);
      if (voice !== null) {
        const named = voice[1]!.trim();
        // One cue of two voices is two cues.
        if (!text.isEmpty && named !== speaker) {
          push(cues, text, seconds, speaker);
          cues.push(...readVoices(lines, i, seconds));
          continue;
        }
        speaker = named || undefined;
      }
      const name = text.isEmpty && speaker === undefined ? SPEAKER.exec(line) : null;
      if (name !== null) speaker = name[1]!.trim();
      const from = name === null ? 0 : name[0].length;
      text.addMarkup(line.slice(from), i, from);
      text.breakLine();
    }
    push(cues, text, seconds, speaker);
  }
  return { cues, problems };
}

/** Whether a line is the timing of a cue, as far as one can tell without reading it: SubRip in the wild has all kinds of arrows. */
export function isTiming(line: string | undefined): boolean {
  return line !== undefined && line.length < 400 && (line.includes('>') || line.includes('»')) && TIMING.test(line);
}

const TIMING = /^\s*[\d:.,]{3,16}\s*-{1,2}[>»]\s*[\d:.,]{3,16}/;
const START = new RegExp(String.raw`^\s*(${TIME})`);
const VOICE = /<v(?:\.[^\s>]*)?\s+([^>]{1,80})>/;
/** Zoom writes `Name: text`; the name has capitals, or it is words before a colon. */
const SPEAKER = /^\s*((?:\p{Lu}[\p{L}\p{M}'’.-]*)(?: (?:\p{Lu}[\p{L}\p{M}'’.-]*|\([^)]{1,40}\)|de|van|von|der|la|bin|al)){0,4}):\s+/u;

function startOf(line: string): number | undefined {
  const written = START.exec(line)?.[1];
  if (written === undefined) return undefined;
  return parseTime(written);
}

/** A cue ends at an empty line, unless text follows that isn't a new block (SubRip with empty lines in cues), or where the next begins. */
function endsCue(lines: readonly string[], at: number): boolean {
  const line = lines[at]!;
  if (isTiming(line)) return true;
  const isLabel = isTiming(lines[at + 1]) && /^\s*\S{1,60}\s*$/.test(line);
  if (isLabel && (/^\s*\d+\s*$/.test(line) || /^[\da-f]{8}-[\da-f-]{20,}/i.test(line.trim()))) return true;
  // YouTube writes a line of one blank inside a cue; an empty one is the end.
  return line === '' || (line.trim() === '' && (lines[at + 1] ?? '').trim() === '');
}

function readVoices(lines: readonly string[], at: number, seconds: number | undefined): readonly Cue[] {
  const text = new CueText();
  text.addMarkup(lines[at]!, at, 0);
  const cue = text.finish({ seconds, speaker: VOICE.exec(lines[at]!)?.[1]?.trim() });
  return cue === undefined ? [] : [cue];
}

function push(cues: Cue[], text: CueText, seconds: number | undefined, speaker: string | undefined): void {
  const cue = text.finish({ seconds, speaker });
  if (cue !== undefined) cues.push(cue);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
