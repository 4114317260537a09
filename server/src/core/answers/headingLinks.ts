/** Finds links to headings of the same file: `[…](#why-us)`, `[id]: #why-us` and `[[#Why us]]`; and says how a renamed heading changes them. */

import type { Edit } from '../text/edit.ts';
import { touches, type Span } from '../text/span.ts';
import { decoded } from '../text/uri.ts';
import { inFile, type Answer, type AnswersFile } from './parseAnswers.ts';
import { headingFinder, headingSlugs, slugOf, slugsOf, type LinkedHeading } from './slugs.ts';

export interface HeadingLink {
  /** `#` and what follows it, by UTF-16 offsets in the file. */
  readonly span: Span;
  /** The whole link, which is where the mouse can be. */
  readonly whole: Span;
  /** Without `#`, as written. */
  readonly fragment: string;
  /** `wiki` links name the heading itself. */
  readonly kind: 'markdown' | 'wiki';
}

/** A link, and the heading that it means. */
export interface ResolvedLink extends HeadingLink {
  readonly heading: LinkedHeading;
}

/** The links of a file that mean one of its headings, in order. */
export function headingLinksIn(file: AnswersFile): readonly ResolvedLink[] {
  const links = linksIn(file);
  if (links.length === 0) return [];
  const find = headingFinder(headingSlugs(file));
  return links.flatMap((link) => {
    const heading = find(link.kind === 'wiki' ? slugOf(link.fragment) : link.fragment);
    return heading === undefined ? [] : [{ ...link, heading }];
  });
}

/** The link at a UTF-16 offset. */
export function headingLinkAt(file: AnswersFile, offset: number): ResolvedLink | undefined {
  return headingLinksIn(file).find(({ whole }) => touches(whole, offset));
}

/** The answer whose heading is at a UTF-16 offset; its index, or -1. */
export function headingAt({ answers }: AnswersFile, offset: number): number {
  return answers.findIndex((answer) => touches(inFile(answer, answer.content.headingSpan), offset));
}

/** Where the title of a heading is written, without marks and without the target. */
export function titleSpan(file: AnswersFile, index: number): Span {
  const { heading, target } = headingParts(file.text, file.answers[index]!);
  if (target === undefined) return heading;
  // A target in the middle can't be left out; then it is part of the stretch, and put behind the new title.
  if (file.text.slice(target.end, heading.end).trim() === '')
    return { start: heading.start, end: heading.start + file.text.slice(heading.start, target.start).trimEnd().length };
  if (target.start === heading.start)
    return { start: heading.end - file.text.slice(target.end, heading.end).trimStart().length, end: heading.end };
  return heading;
}

/** The edits that give a heading another title and keep every link to a heading of the file what it means. */
export function renameHeading(file: AnswersFile, index: number, title: string): readonly Edit[] {
  const span = titleSpan(file, index);
  const { heading, target } = headingParts(file.text, file.answers[index]!);
  const isInside = target !== undefined && span.start <= target.start && target.end <= span.end;
  const newText = isInside ? `${title} ${file.text.slice(target.start, target.end)}` : title;
  const written = file.text.slice(heading.start, span.start) + newText + file.text.slice(span.end, heading.end);
  const headings = file.answers.map(({ content }, i) =>
    i === index ? { text: written, title } : { text: content.headingText, title: content.title },
  );
  return [{ span, newText }, ...relink(file, headings)];
}

/** The edits that keep links what they mean when headings are to be called something else; one entry for each answer. */
export function relink(file: AnswersFile, headings: readonly { readonly text: string; readonly title: string }[]): readonly Edit[] {
  const edits: Edit[] = [];
  const full = slugsOf(headings.map(({ text }) => text));
  const titles = slugsOf(headings.map(({ title }) => title));
  for (const link of headingLinksIn(file)) {
    const to = link.heading.index;
    const { content } = file.answers[to]!;
    const isRenamed = content.headingText !== headings[to]!.text;
    if (link.kind === 'wiki') {
      if (isRenamed) edits.push({ span: { start: link.span.start + 1, end: link.span.end }, newText: headings[to]!.title });
      continue;
    }
    const slug = (link.heading.by === 'title' ? titles : full)[to]!;
    const isKept = link.heading.by === 'loose' ? !isRenamed : decoded(link.fragment).toLowerCase() === slug;
    if (!isKept) edits.push({ span: link.span, newText: `#${slug}` });
  }
  return edits;
}

function headingParts(text: string, { content, base }: Answer): { readonly heading: Span; readonly target: Span | undefined } {
  const marks = /^#{1,6}[ \t]*/.exec(text.slice(base + content.headingSpan.start, base + content.headingTextEnd))?.[0].length ?? 0;
  const heading = { start: base + content.headingSpan.start + marks, end: base + content.headingTextEnd };
  const written = content.target?.span;
  const isHere = written !== undefined && written.start >= content.headingSpan.start && written.end <= content.headingSpan.end;
  return { heading, target: isHere ? { start: base + written.start, end: base + written.end } : undefined };
}

function linksIn({ text, answers, preamble, frontMatter }: AnswersFile): readonly HeadingLink[] {
  // Most files have none, and every hover asks.
  if (answers.length === 0 || !MAYBE_LINK.test(text)) return [];
  const code = [
    ...preamble.filter(isCode).map(({ span }) => span),
    ...answers.flatMap((answer) => answer.content.blocks.filter(isCode).map(({ span }) => inFile(answer, span))),
  ];
  // Both go through the file from its beginning, so that neither looks through all of the other.
  let passed = 0;
  const line = new CodeInLine(text);
  const links: HeadingLink[] = [];
  for (const match of text.slice(frontMatter.end).matchAll(LINK)) {
    const { inline, pointed, definition, wiki } = match.indices!.groups!;
    const [from, to] = (inline ?? pointed ?? definition ?? wiki)!;
    const span = { start: frontMatter.end + from - 1, end: frontMatter.end + to };
    while (passed < code.length && code[passed]!.end < span.start) passed++;
    if ((passed < code.length && touches(code[passed]!, span.start)) || line.has(span.start)) continue;
    const whole = { start: frontMatter.end + match.index, end: frontMatter.end + match.index + match[0].length };
    links.push({ span, whole, fragment: text.slice(span.start + 1, span.end), kind: wiki === undefined ? 'markdown' : 'wiki' });
  }
  return links;
}

function isCode({ kind }: { readonly kind: string }): boolean {
  return kind === 'code' || kind === 'comment' || kind === 'html';
}

/** Tells what is between backticks of its line. */
class CodeInLine {
  readonly #text: string;
  #end = -1;
  #spans: readonly Span[] = [];
  #passed = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether an offset is between backticks; to be asked in the order of the text. */
  has(offset: number): boolean {
    if (offset > this.#end) this.#read(offset);
    while (this.#passed < this.#spans.length && this.#spans[this.#passed]!.end <= offset) this.#passed++;
    const span = this.#spans[this.#passed];
    return span !== undefined && span.start < offset;
  }

  #read(offset: number): void {
    const lineStart = this.#text.lastIndexOf('\n', offset) + 1;
    const newline = this.#text.indexOf('\n', offset);
    this.#end = newline < 0 ? this.#text.length : newline;
    const runs = [...this.#text.slice(lineStart, this.#end).matchAll(/`+/g)];
    const spans: Span[] = [];
    // From the end, so that the next run of each length is at hand.
    const next = new Map<number, number>();
    const closing = runs.map(() => -1);
    for (let i = runs.length - 1; i >= 0; i--) {
      const { length } = runs[i]![0];
      closing[i] = next.get(length) ?? -1;
      next.set(length, i);
    }
    for (let i = 0; i < runs.length; i++) {
      if (closing[i]! < 0) continue;
      spans.push({ start: lineStart + runs[i]!.index, end: lineStart + runs[closing[i]!]!.index });
      i = closing[i]!;
    }
    this.#spans = spans;
    this.#passed = 0;
  }
}

/** Where a link of any of the kinds below goes to. */
const MAYBE_LINK = /(?:\([ \t]{0,9}<?|\]:[ \t]{0,9}|\[\[)#/;
/** A link's text, a destination that is a fragment alone, perhaps with a title; a definition; a wiki link with another text behind `|`. */
const LINK =
  /\[[^[\]\n]{0,300}\]\([ \t]{0,9}(?:<#(?<pointed>[^<>\n]{1,300})>|#(?<inline>[^\s()<>]{1,300}))(?:[ \t]{1,9}["'][^"'\n]{0,200}["'])?[ \t]{0,9}\)|(?<=^|\n) {0,3}\[[^[\]\n]{1,200}\]:[ \t]{0,9}#(?<definition>[^\s<>]{1,300})|\[\[#(?<wiki>[^[\]|\n]{1,300})(?:\|[^[\]\n]{0,300})?\]\]/dg;
