/** The one Markdown dialect of the product: CommonMark and GFM, parsed by remark. */

import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

// One tilde means "about" in answers ("~30 s – ~45 s"), so only two strike text out.
const processor = remark().use(remarkGfm, { singleTilde: false }).freeze();

/** Parses Markdown; every text is valid Markdown, so this never fails. Positions are UTF-16 offsets into `text`. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}
