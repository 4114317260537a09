/** Tells what a file of the workspace is to the links: a transcript, a glossary, evidence, an answers file, or nothing. */

import { isAnswersFile } from '../analysis.ts';
import { LONGEST_FILE, parseAnswers } from '../answers/parseAnswers.ts';
import type { Settings } from '../settings.ts';
import { matchesGlobs } from '../text/globs.ts';
import { recognise } from '../transcripts/readTranscript.ts';

export type FileKind = 'transcript' | 'glossary' | 'evidence' | 'answers' | 'other';

/** What a path (relative to its folder, with `/`) could be, by its name; `candidate` files are told by their text. */
export function kindByName(
  path: string,
  settings: Settings,
  named: readonly string[] = [],
): 'transcript' | 'glossary' | 'evidence' | 'candidate' | 'other' {
  if (matchesGlobs(path, settings.glossary.files)) return 'glossary';
  if (matchesGlobs(path, settings.evidence.files)) return 'evidence';
  const isListed = matchesGlobs(path, settings.transcripts.files) || matchesGlobs(path, named);
  if (isListed && !NOT_TEXT.test(path)) return 'transcript';
  return CANDIDATE.test(path) ? 'candidate' : 'other';
}

/** What a file is, by its name and its text. An answers file is never a transcript, wherever it lies. */
export function kindOf(path: string, text: string, byName: ReturnType<typeof kindByName>, settings: Settings): FileKind {
  if (byName === 'glossary' || byName === 'evidence' || byName === 'other') return byName;
  const isMarkdown = /\.(?:md|markdown)$/i.test(path);
  const shape = byName === 'candidate' && !settings.transcripts.detect ? undefined : recognise(text);
  // Captions with times are no answers, whatever their headings look like.
  if (isMarkdown && shape !== 'stamped' && shape !== 'captions' && shape !== 'phrases' && text.length <= LONGEST_FILE) {
    const isListed = matchesGlobs(path, settings.files);
    if (isAnswersFile(parseAnswers(text, { tables: settings.tables }), isListed)) return 'answers';
  }
  if (byName === 'transcript') return 'transcript';
  return shape === undefined ? 'other' : 'transcript';
}

/** Globs of all files that could be of interest. */
export function globsOfInterest(settings: Settings): readonly string[] {
  const detected = settings.transcripts.detect ? ['**/*.{md,markdown,txt,json}'] : ['**/*.{md,markdown}'];
  return [...settings.transcripts.files, ...settings.glossary.files, ...settings.evidence.files, ...detected];
}

/** Files that are told by their text. */
const CANDIDATE = /\.(?:md|markdown|txt|json)$/i;
/** Recordings and pictures lie beside transcripts, and nobody expects them to be read. */
const NOT_TEXT = /\.(?:mp3|mp4|m4a|m4v|wav|ogg|opus|flac|aac|mov|avi|mkv|webm|png|jpe?g|gif|webp|svg|ico|zip|gz|DS_Store)$/i;
