/** Moves a heading with all that is below it to another place of the file, as edits that lose nothing. */

import { inFile, parseAnswers, type Answer, type AnswersFile } from '../answers/parseAnswers.ts';
import { sectionSpans } from '../answers/sections.ts';
import { t } from '../locale/locale.ts';
import { applyEdits, insertion, type Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** Where a section goes: beside another one, as its last part, or behind everything. Indices of headings in the file. */
export type Place = { readonly kind: 'before' | 'after' | 'into'; readonly heading: number } | { readonly kind: 'end' };

/** The edits are all for the text as it was. */
export type Move = { readonly edits: readonly Edit[] } | { readonly refused: string };

/**
 * What dropping heading `from` on heading `onto` means in a tree that knows no places between two items: on a heading
 * of a higher rank, its last part; on any other, that one's place.
 */
export function placeOfDrop({ answers }: Pick<AnswersFile, 'answers'>, from: number, onto: number | undefined): Place {
  if (onto === undefined) return { kind: 'end' };
  if (answers[onto]!.content.level < answers[from]!.content.level) return { kind: 'into', heading: onto };
  return { kind: onto < from ? 'before' : 'after', heading: onto };
}

/**
 * Moves the section of heading `from`. Its headings get the rank that fits the new place. Refused, with a sentence that
 * says why: a section into itself, ranks below the sixth, and places where its text would be read as something else.
 * `text` is the whole file.
 */
export function moveSection(text: string, from: number, to: Place): Move {
  return moveIn(parseAnswers(text, { tables: false }), from, to);
}

/** As `moveSection`, for a file that was read before. */
export function moveIn(file: AnswersFile, from: number, to: Place): Move {
  const { answers, text } = file;
  const moved = answers[from];
  const beside = to.kind === 'end' ? undefined : answers[to.heading];
  if (moved === undefined || (to.kind !== 'end' && beside === undefined)) return { refused: t('The heading is no longer there.') };
  const last = lastBelow(answers, from);
  if (to.kind !== 'end' && to.heading >= from && to.heading <= last) {
    return to.heading === from && to.kind !== 'into' ? { edits: [] } : { refused: t('A section can’t be moved into itself.') };
  }
  const sections = sectionSpans(file);
  const section = sections[from]!;
  const by = levelAt(file, from, to) - moved.content.level;
  const deepest = Math.max(...answers.slice(from, last + 1).map(({ content }) => content.level + by));
  if (deepest > DEEPEST_LEVEL) return { refused: t('Its headings would sink below the sixth level, the last that Markdown has.') };
  const at = to.kind === 'end' ? text.length : to.kind === 'before' ? sections[to.heading]!.start : sections[to.heading]!.end;
  if (by === 0 && at >= section.start && at <= section.end) return { edits: [] };
  const edits = editsFor(file, section, relevel(text, answers.slice(from, last + 1), section, by), at);
  const expected = order(answers, from, last, at, by);
  if (!readsAs(applyEdits(text, edits), expected)) {
    return { refused: t('Its text would be read as something else there: something before it isn’t closed.') };
  }
  return { edits };
}

const DEEPEST_LEVEL = 6;

/** The index of the last heading below a heading, or its own. */
function lastBelow(answers: readonly Answer[], index: number): number {
  const { level } = answers[index]!.content;
  let last = index;
  while (last + 1 < answers.length && answers[last + 1]!.content.level > level) last++;
  return last;
}

/** The rank that the moved heading gets. */
function levelAt({ answers }: AnswersFile, from: number, to: Place): number {
  const { level } = answers[from]!.content;
  if (to.kind === 'end') return Math.min(...answers.map(({ content }) => content.level), level);
  const beside = answers[to.heading]!;
  if (to.kind !== 'into') return beside.content.level;
  const sibling = beside.children.find((child) => child !== from);
  return sibling === undefined ? beside.content.level + 1 : answers[sibling]!.content.level;
}

/** The section's text with its headings at their new rank. */
function relevel(text: string, headings: readonly Answer[], section: Span, by: number): string {
  if (by === 0) return text.slice(section.start, section.end);
  const edits = headings.map((heading): Edit => {
    const span = inFile(heading, heading.content.headingSpan);
    return { span, newText: rewriteHeading(text.slice(span.start, span.end), heading.content.level + by) };
  });
  const before = text.slice(0, section.start);
  return applyEdits(text.slice(0, section.end), edits).slice(before.length);
}

/** A heading of either shape at another rank. The underlined shape has only two ranks, so it may get the other shape. */
function rewriteHeading(source: string, level: number): string {
  if (/^#{1,6}(?=[ \t]|$|[\r\n])/.test(source)) return source.replace(/^#+/, '#'.repeat(level));
  const lines = source.split(/\r\n|[\r\n]/);
  const underline = lines.at(-1)!;
  if (level <= 2) {
    const mark = level === 1 ? '=' : '-';
    return source.slice(0, source.length - underline.length) + underline.replace(/[=-]/g, mark);
  }
  const words = lines.slice(0, -1).map((line) => line.trim());
  return `${'#'.repeat(level)} ${words.join(' ')}`;
}

/** Takes the section out and puts its new text in, with blank lines where text meets text. */
function editsFor({ text, frontMatter }: AnswersFile, section: Span, moved: string, at: number): readonly Edit[] {
  const end = /\r\n|[\r\n]/.exec(text)?.[0] ?? '\n';
  const before = text.slice(0, at);
  const isFirst = at <= frontMatter.end || before.trim() === '';
  const isLast = text.slice(at).trim() === '';
  const lead = isFirst ? missingLineEnd(before, end) : missingBlankLine(before, end);
  const tail = isLast ? missingLineEnd(moved, end) : missingBlankLine(moved, end);
  const insert = insertion(at, lead + moved + tail);
  const remove: Edit = { span: section, newText: '' };
  return at <= section.start ? [insert, remove] : [remove, insert];
}

function missingLineEnd(text: string, end: string): string {
  return text === '' || /[\r\n]$/.test(text) ? '' : end;
}

function missingBlankLine(text: string, end: string): string {
  if (/(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.test(text) || text === '') return '';
  return /[\r\n]$/.test(text) ? end : end + end;
}

/** Titles and ranks in the order that the move should bring about. */
function order(answers: readonly Answer[], from: number, last: number, at: number, by: number): readonly string[] {
  const name = ({ content }: Answer, change: number): string => `${content.level + change} ${content.title}`;
  const moved = answers.slice(from, last + 1).map((answer) => name(answer, by));
  const rest = answers.flatMap((answer, i) => (i < from || i > last ? [answer] : []));
  const before = rest.filter((answer) => inFile(answer, answer.content.span).start < at);
  return [...before.map((answer) => name(answer, 0)), ...moved, ...rest.slice(before.length).map((answer) => name(answer, 0))];
}

function readsAs(text: string, expected: readonly string[]): boolean {
  const { answers } = parseAnswers(text, { tables: false });
  return answers.length === expected.length && answers.every(({ content }, i) => `${content.level} ${content.title}` === expected[i]);
}
