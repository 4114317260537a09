/** Gives a term another name wherever answers use it and glossaries explain it, in the form that each place has. */

import { relink } from '../answers/headingLinks.ts';
import { inFile, type AnswersFile } from '../answers/parseAnswers.ts';
import { nameKey } from '../glossary/glossary.ts';
import { readGlossary } from '../glossary/readGlossary.ts';
import { t } from '../locale/locale.ts';
import type { Edit } from '../text/edit.ts';
import { overlap, shiftSpan, touches, type Span } from '../text/span.ts';
import { termsIn, type TermSources } from './terms.ts';
import type { UsedTerm } from './workspaceTerms.ts';

/** A term where it is written, without a possessive ending. */
export interface TermPlace {
  readonly key: string;
  readonly written: string;
  /** UTF-16 offsets in the file. */
  readonly span: Span;
}

/** The places of terms that can be renamed in an answers file: what is said, and headings. */
export function termPlaces(file: AnswersFile, used: readonly UsedTerm[], sources: TermSources): readonly TermPlace[] {
  const inHeadings = file.answers.flatMap((answer) => {
    const { start } = inFile(answer, answer.content.headingSpan);
    const heading = file.text.slice(start, answer.base + answer.content.headingTextEnd);
    return [...termsIn(heading, sources)].map((span) => shiftSpan(span, start));
  });
  return [...used.map(({ span }) => span), ...inHeadings]
    .map((span) => place(file.text, span))
    .filter(({ key, written }) => key !== '' && !MARKS.test(written))
    .sort((a, b) => a.span.start - b.span.start);
}

/** The term at a UTF-16 offset of a glossary: the name of an entry. */
export function glossaryTermAt(text: string, offset: number): TermPlace | undefined {
  const entry = readGlossary(text).entries.find(({ span }) => touches(span, offset));
  return entry === undefined ? undefined : place(text, entry.span);
}

/** The edits in an answers file that call a term something else; links to its headings go on to mean what they meant. */
export function renameInAnswers(
  file: AnswersFile,
  places: readonly TermPlace[],
  sources: TermSources,
  from: TermPlace,
  to: string,
): readonly Edit[] {
  const edits = places
    .filter(({ key }) => key === from.key)
    .map(({ span, written }) => ({ span, newText: renamed(written, from.written, to) }));
  if (edits.length === 0) return [];
  const rename = (text: string): string =>
    [...termsIn(text, sources)]
      .map((span) => place(text, span))
      .filter(({ key }) => key === from.key)
      .reduceRight(
        (done, { span, written }) => done.slice(0, span.start) + renamed(written, from.written, to) + done.slice(span.end),
        text,
      );
  const headings = file.answers.map(({ content }) => ({ text: rename(content.headingText), title: rename(content.title) }));
  const links = relink(file, headings);
  return [...edits.filter(({ span }) => !links.some((link) => overlap(link.span, span))), ...links];
}

/** The edits of a glossary: the names of the entries of the term. */
export function renameInGlossary(text: string, from: TermPlace, to: string): readonly Edit[] {
  return readGlossary(text)
    .entries.map(({ span }) => place(text, span))
    .filter(({ key }) => key === from.key)
    .map(({ span, written }) => ({ span, newText: renamed(written, from.written, to) }));
}

/** Why something can't be the name of a term, in one sentence; undefined when it can. */
export function nameProblem(name: string): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(name)) return t('A term needs at least one letter or digit.');
  if (MARKS.test(name) || /[\r\n|<>]/.test(name))
    return t('A term is a single line, without the characters * _ ` ~ [ ] < > and |, which mean something in Markdown.');
  return undefined;
}

/**
 * A new name in the form that a place has, seen from the place where it was typed: a plural stays one, and so does a capital
 * at the beginning of a sentence.
 */
export function renamed(written: string, from: string, to: string): string {
  let name = to;
  if (isPlural(written) && !isPlural(from)) name = pluralOf(name);
  else if (!isPlural(written) && isPlural(from)) name = name.replace(/(?<=\p{L})s$/u, '');
  const [first = ''] = name;
  if (isCapital(written) && !isCapital(from)) return first.toUpperCase() + name.slice(first.length);
  // "GPU" stays as it is, wherever it stands.
  if (!isCapital(written) && isCapital(from) && !/^.\p{Lu}/u.test(name)) return first.toLowerCase() + name.slice(first.length);
  return name;
}

function place(text: string, span: Span): TermPlace {
  const possessive = /['’]s$/i.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
  const own = { start: span.start, end: span.end - possessive };
  const written = text.slice(own.start, own.end);
  return { key: nameKey(written), written, span: own };
}

/** Whether a name ends as plurals do; only a difference between two of its forms means anything. */
function isPlural(name: string): boolean {
  return /[^s]s$/i.test(name);
}

function pluralOf(name: string): string {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:[sxz]|[cs]h)$/.test(name) ? `${name}es` : `${name}s`;
}

function isCapital(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

/** Signs of Markdown: a stretch with one of them can't be replaced without breaking what it belongs to. */
const MARKS = /[*_`~[\]]/;
