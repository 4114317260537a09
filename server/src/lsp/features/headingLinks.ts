/** What links to headings of the same file add to definition, hover, references and completion. */

import { CompletionItemKind, MarkupKind, type CompletionItem, type Hover, type Location, type LocationLink } from 'vscode-languageserver';
import { headingAt, headingLinkAt, headingLinksIn } from '../../core/answers/headingLinks.ts';
import { inFile } from '../../core/answers/parseAnswers.ts';
import { headingSlugs } from '../../core/answers/slugs.ts';
import { describeHeadingAt, summarise, type Moment } from '../../core/describe.ts';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.ts';
import type { Snapshot } from '../analyses.ts';
import { toRange } from '../convert.ts';

/** The heading that a link at a UTF-16 offset means; undefined when there is no such link. */
export function headingDefinition(snapshot: Snapshot, offset: number, hasLinks: boolean): Location[] | LocationLink[] | undefined {
  const { analysis, lines, uri } = snapshot;
  const link = headingLinkAt(analysis.file, offset);
  if (link === undefined) return undefined;
  const range = headingRange(snapshot, link.heading.index);
  if (!hasLinks) return [{ uri, range }];
  return [{ targetUri: uri, targetRange: range, targetSelectionRange: range, originSelectionRange: toRange(lines, link.span) }];
}

/** The time of the answer that a link at a UTF-16 offset leads to. */
export function headingHover({ analysis, lines }: Snapshot, offset: number, moment: Moment): Hover | undefined {
  if (!analysis.isAnswersFile) return undefined;
  const link = headingLinkAt(analysis.file, offset);
  if (link === undefined) return undefined;
  const { title, detail } = summarise(analysis, link.heading.index);
  const own = analysis.file.answers[link.heading.index]!;
  const { markdown } = describeHeadingAt(analysis, inFile(own, own.content.headingSpan).start, moment)!;
  const head = `**${escapeMarkdown(title)}**${detail === '' ? '' : `: ${escapeMarkdown(detail)}`}`;
  return { contents: { kind: MarkupKind.Markdown, value: `${head}\n\n${markdown}` }, range: toRange(lines, link.whole) };
}

/** The links to the heading at a UTF-16 offset, or to the one that the link there means. */
export function headingReferences(
  snapshot: Snapshot,
  offset: number,
  includesDeclaration: boolean,
): { readonly isLink: boolean; readonly locations: Location[] } {
  const { analysis, lines, uri } = snapshot;
  const link = headingLinkAt(analysis.file, offset);
  const index = link?.heading.index ?? headingAt(analysis.file, offset);
  if (index < 0) return { isLink: false, locations: [] };
  const uses = headingLinksIn(analysis.file).filter(({ heading }) => heading.index === index);
  // A heading to which nothing leads is no reference to itself.
  const own = includesDeclaration && uses.length > 0 ? [{ uri, range: headingRange(snapshot, index) }] : [];
  return { isLink: link !== undefined, locations: [...own, ...uses.map(({ span }) => ({ uri, range: toRange(lines, span) }))] };
}

/**
 * The headings, behind `](#` by their anchors and behind `[[#` by themselves; undefined anywhere else. Nothing behind `](#`
 * where the editor has these itself.
 */
export function headingCompletions({ analysis, lines }: Snapshot, offset: number, isOffered: boolean): CompletionItem[] | undefined {
  const { file } = analysis;
  if (!analysis.isAnswersFile) return undefined;
  const before = file.text.slice(Math.max(0, file.text.lastIndexOf('\n', offset - 1) + 1), offset);
  const wiki = /\[\[#([^[\]|]{0,100})$/.exec(before);
  const anchor = /\]\((#[^\s()<>]{0,200})$/.exec(before);
  const typed = wiki?.[1] ?? anchor?.[1];
  if (typed === undefined) return undefined;
  if (anchor !== null && isOffered) return [];
  const range = toRange(lines, { start: offset - typed.length, end: offset });
  const close = wiki !== null && !file.text.startsWith(']', offset) ? ']]' : '';
  return headingSlugs(file).map(({ full }, i) => {
    const { title, detail } = summarise(analysis, i);
    const newText = wiki === null ? `#${full}` : title;
    return {
      label: title === '' ? newText : title,
      ...(detail !== '' && { detail }),
      kind: CompletionItemKind.Reference,
      sortText: String(i).padStart(4, '0'),
      filterText: wiki === null ? newText : title,
      textEdit: { range, newText: `${newText}${close}` },
    };
  });
}

function headingRange({ analysis: { file }, lines }: Snapshot, index: number): Location['range'] {
  const answer = file.answers[index]!;
  return toRange(lines, inFile(answer, answer.content.headingSpan));
}
