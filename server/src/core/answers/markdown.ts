/** The one Markdown dialect of the product: CommonMark and GFM, parsed by remark. */

import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { isTooCostly } from './markdownCost.ts';
import { parseIfPlain, parseRoughly } from './plainMarkdown.ts';

// One tilde means "about" in answers ("~30 s – ~45 s"), so only two strike text out.
const processor = remark().use(remarkGfm, { singleTilde: false }).freeze();

/**
 * Parses a file in a bounded time: one whose marks would take seconds is read by its lines alone. For whole files;
 * an answers file is cut into pieces first.
 */
export function parseWholeFile(text: string): Root {
  return parseIfPlain(text) ?? (isTooCostly(text) ? parseRoughly(text) : parseMarkdown(text));
}

/** Parses Markdown; every text is valid Markdown, so this never fails. Positions are UTF-16 offsets into `text`. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}
