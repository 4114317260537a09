/** What can be written at the cursor: targets, front matter, notes to self, and comments that are read. */

import type { AnalysedAnswer, Analysis } from '../analysis.ts';
import type { BlockKind } from '../answers/blocks.ts';
import { inFile, type Answer } from '../answers/parseAnswers.ts';
import { silencers } from './silencerCompletion.ts';
import { phrase, t } from '../locale/locale.ts';
import { roundToTarget } from '../targets/fixes.ts';
import { writeSeconds } from '../text/format.ts';
import { touches, type Span } from '../text/span.ts';
import { FRONT_MATTER_KEYS, NOTES, TARGETS } from './completionWords.ts';

export interface Completion {
  readonly label: string;
  /** What it is for, in few words. */
  readonly detail: string;
  readonly kind: 'target' | 'key' | 'value' | 'note' | 'comment';
  /** What is replaced, in UTF-16 offsets of the file: what was typed of it, and a closing bracket that is already there. */
  readonly span: Span;
  readonly newText: string;
  /** What the writer's letters are compared with: it begins as `span` does. */
  readonly filterText: string;
}

/**
 * What fits at a UTF-16 offset, the most likely first. A file that isn't known to be an answers file gets something
 * only where the writer asked for it.
 */
export function completionsAt(analysis: Analysis, offset: number, isAsked: boolean): readonly Completion[] {
  const { file } = analysis;
  if (!analysis.isAnswersFile && !isAsked) return [];
  const line = lineAt(file.text, offset);
  const place: Place = { analysis, offset, before: file.text.slice(line.start, offset), after: file.text.slice(offset, line.end) };
  if (isInFrontMatter(analysis, line.start)) return frontMatter(place);
  const index = file.answers.findLastIndex((answer) => inFile(answer, answer.content.span).start <= offset);
  const answer = file.answers[index];
  if (answer === undefined) return [];
  if (touches(inFile(answer, answer.content.headingSpan), offset)) return headingTargets(place, analysis.answers[index]);
  const silencing = isCode(place, answer, CODE) ? [] : silencers(place);
  return [...comments(place, answer, analysis.answers[index]), ...silencing, ...notes(place, answer)];
}

export interface Place {
  readonly analysis: Analysis;
  readonly offset: number;
  /** The line up to the cursor, and from there on. */
  readonly before: string;
  readonly after: string;
}

/** `## Why us (‸`, with or without a closing bracket. */
function headingTargets(place: Place, own: AnalysedAnswer | undefined): readonly Completion[] {
  const typed = /[([]([^()[\]]{0,40})$/.exec(place.before);
  if (typed === null) return [];
  const close = typed[0].startsWith('(') ? ')' : ']';
  return targets(place, own).map(({ text, detail }) =>
    completion(place, {
      typed: typed[1]!,
      behind: /^[^()[\]]{0,40}?[)\]]/,
      newText: text + close,
      label: `${typed[0][0]!}${text}${close}`,
      detail,
      kind: 'target',
    }),
  );
}

/** The time this answer takes now, targets that the file has already, and common ones. */
function targets({ analysis: { file } }: Place, own: AnalysedAnswer | undefined): readonly { text: string; detail: string }[] {
  const found = new Map<string, string>();
  const seconds = own?.analysis.speech.estimate.seconds ?? 0;
  if (seconds > 0) found.set(`≈ ${writeSeconds(roundToTarget(seconds))}`, t('What the answer takes now'));
  for (const { content, base } of file.answers) {
    if (content.target === undefined || content === own?.answer.content) continue;
    const { start, end } = content.target.span;
    const written = /^[([](.+)[)\]]$/.exec(file.text.slice(base + start, base + end))?.[1];
    if (written !== undefined && !found.has(written)) found.set(written, t('A target of this file'));
  }
  for (const { text, detail } of TARGETS) if (!found.has(text)) found.set(text, t(detail));
  return [...found].map(([text, detail]) => ({ text, detail }));
}

function frontMatter(place: Place): readonly Completion[] {
  const value = /^([A-Za-z]+):[ \t]*([^\s].*)?$/.exec(place.before);
  if (value !== null) {
    const key = FRONT_MATTER_KEYS.find(({ name }) => name.toLowerCase() === value[1]!.toLowerCase());
    const space = place.before.endsWith(':') ? ' ' : '';
    return (key?.values ?? []).map(({ text, detail }) =>
      completion(place, {
        typed: value[2] ?? '',
        behind: /^[^#]{0,80}?(?=[ \t]*(?:#|$))/,
        newText: `${space}${text}`,
        label: text,
        detail: t(detail),
        kind: 'value',
      }),
    );
  }
  const typed = /^[A-Za-z]*$/.exec(place.before)?.[0];
  if (typed === undefined || place.after.trim() !== '') return [];
  const { text } = place.analysis.file;
  return FRONT_MATTER_KEYS.filter(({ name }) => !new RegExp(`^${name}[ \\t]*:`, 'im').test(blockAround(text, place.offset))).map(
    ({ name, detail, opens }) =>
      completion(place, { typed, newText: `${name}:${opens ?? ' '}`, label: name, detail: t(detail), kind: 'key' }),
  );
}

/** `[‸` in what is said: notes of this file, and common ones. */
function notes(place: Place, answer: Answer): readonly Completion[] {
  const typed = /(?<![\p{L}\p{N}_\])\\])\[([^[\]]{0,40})$/u.exec(place.before);
  if (typed === null || isCode(place, answer, NOT_SAID)) return [];
  const own = place.analysis.file.answers.flatMap(({ content }) => content.spoken.directions.map(({ text }) => text));
  const used = [...new Set(own)].filter((text) => text !== typed[1]!.trim() && text.length <= LONGEST_NOTE && !/[[\]\n]/.test(text));
  const known = new Set(NOTES.map(({ text }) => text));
  return [...NOTES, ...used.filter((text) => !known.has(text)).map((text) => ({ text, detail: phrase('A note of this file') }))].map(
    ({ text, detail }) =>
      completion(place, {
        typed: typed[1]!,
        behind: /^[^[\]]{0,40}?\]/,
        newText: `${text}]`,
        label: `[${text}]`,
        detail: t(detail),
        kind: 'note',
      }),
  );
}

/** A longer note is about one place and not to be repeated. */
const LONGEST_NOTE = 30;

/** `<!-- target: … -->` right under a heading that has no target, and the target in such a comment. */
function comments(place: Place, answer: Answer, own: AnalysedAnswer | undefined): readonly Completion[] {
  const { text } = place.analysis.file;
  const lineStart = place.offset - place.before.length;
  if (!isCommentsOnly(text, inFile(answer, answer.content.headingSpan).end, lineStart)) return [];
  const started = /^[ \t]*<!--[ \t]*target(?:[ \t]*[:=])?[ \t]*([^<>]{0,40})$/i.exec(place.before);
  if (started !== null) {
    return targets(place, own).map(({ text: newText, detail }) =>
      completion(place, {
        typed: started[1]!,
        behind: /^[^<>]{0,40}?(?=[ \t]*-->)/,
        newText,
        label: newText,
        detail,
        kind: 'target',
      }),
    );
  }
  const typed = /^[ \t]{0,3}(<(?:!(?:-(?:-[ \t]*[a-z]{0,6})?)?)?)$/i.exec(place.before);
  const hasTarget = answer.content.target !== undefined || answer.content.malformedTarget !== undefined;
  if (typed === null || hasTarget) return [];
  return targets(place, own).map(({ text: target, detail }) => {
    const newText = `<!-- target: ${target} -->`;
    // Editors that close brackets by themselves have put a ">" there.
    return completion(place, { typed: typed[1]!, behind: /^[ \t]*(?:--)?>/, newText, label: newText, detail, kind: 'comment' });
  });
}

/** Whether nothing but comments and white space stands between two offsets. */
function isCommentsOnly(text: string, from: number, to: number): boolean {
  const white = /\s*/y;
  for (let at = from; ;) {
    white.lastIndex = at;
    white.test(text);
    at = white.lastIndex;
    if (at >= to) return true;
    if (!text.startsWith('<!--', at)) return false;
    const close = text.indexOf('-->', at + '<!--'.length);
    if (close < 0 || close >= to) return false;
    at = close + '-->'.length;
  }
}

export interface Offer extends Pick<Completion, 'label' | 'detail' | 'kind' | 'newText'> {
  /** What stands before the cursor and is replaced. */
  readonly typed: string;
  /** What is replaced behind the cursor, if it stands there; otherwise the rest of the line is the writer's own. */
  readonly behind?: RegExp;
}

/** One thing to take, with what it replaces. */
export function completion({ offset, after }: Place, { typed, behind, newText, ...rest }: Offer): Completion {
  const replaced = behind?.exec(after)?.[0].length ?? 0;
  // Who types "30" means "≈ 30 seconds" too.
  const unsigned = /^\s*[≈≤]/.test(typed) ? newText : newText.replace(/^\s*[≈≤] /, '');
  return { ...rest, newText, span: { start: offset - typed.length, end: offset + replaced }, filterText: unsigned };
}

function isCode({ before, offset }: Place, answer: Answer, kinds: ReadonlySet<BlockKind>): boolean {
  if (answer.content.blocks.some(({ kind, span }) => kinds.has(kind) && touches(inFile(answer, span), offset))) return true;
  return before.split('`').length % 2 === 0;
}

const CODE: ReadonlySet<BlockKind> = new Set<BlockKind>(['code']);
const NOT_SAID: ReadonlySet<BlockKind> = new Set<BlockKind>(['code', 'html', 'comment']);

/** Whether the line is one of the front matter's, which may not be closed yet. */
function isInFrontMatter({ file: { text, frontMatter } }: Analysis, lineStart: number): boolean {
  if (lineStart === 0) return false;
  const opening = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(0, 1000));
  if (opening === null) return false;
  if (frontMatter.end > opening[0].length)
    return lineStart < frontMatter.end && !/^---[ \t]*[\r\n]*$/.test(text.slice(lineStart, frontMatter.end));
  return text
    .slice(opening[0].length, lineStart)
    .split(/\r\n|\n|\r/)
    .every((line) => /^(?:[\w-]+:|[ \t]+\S)|^$/.test(line));
}

/** The front matter, or what there is of it. */
function blockAround(text: string, offset: number): string {
  const end = /^---/m.exec(text.slice(offset));
  return text.slice(0, end === null ? offset : offset + end.index);
}

function lineAt(text: string, offset: number): Span {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const length = /^[^\r\n]*/.exec(text.slice(offset, offset + 2000))![0].length;
  return { start: offset === 0 ? 0 : start, end: offset + length };
}
