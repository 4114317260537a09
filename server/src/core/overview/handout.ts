/** All answers on one page, ready to be printed or saved as PDF, with every link as a numbered source at the end. */

import type { RootContent } from 'mdast';
import { parseWholeFile } from '../answers/markdown.ts';
import { t } from '../locale/locale.ts';
import { formatTarget } from '../targets/measure.ts';
import { formatSeconds, listed } from '../text/format.ts';
import { escapeMarkup, htmlPage } from './markup.ts';
import type { Outline, OutlineRow } from './outline.ts';
import { renderBlocks, Sources } from './renderMarkdown.ts';
import { summaryOf } from './timelineSvg.ts';

export interface HandoutOptions {
  readonly title: string;
  /** A subtag such as `en`. */
  readonly language: string;
  /** UTF-16 offset behind the front matter. */
  readonly textStart: number;
}

/** HTML of the file's answers. `outline` must be that of `text`. */
export function handout(text: string, outline: Outline, { title, language, textStart }: HandoutOptions): string {
  const root = parseWholeFile(text.slice(textStart));
  const sources = new Sources(root);
  const parts = splitAtHeadings(root.children);
  const answers = outline.rows.map((row, i) => `${head(row)}\n${renderBlocks(parts[i] ?? [], sources)}`);
  const list = sources.list();
  const body = `<header>
<h1>${escapeMarkup(title)}</h1>
<p>${escapeMarkup(summaryOf(outline))}</p>
</header>
<main>
${answers.join('\n')}</main>
${list === '' ? '' : `<footer>\n<h2>${escapeMarkup(t('Sources'))}</h2>\n${list}\n</footer>`}`;
  return htmlPage({ title, language, style: STYLE, body });
}

function head({ title, level, words, target, estimate }: OutlineRow): string {
  const rank = Math.min(level + 1, 6);
  const times = [
    ...(words > 0 ? [formatSeconds(estimate.seconds)] : []),
    ...(target === undefined ? [] : [t('target {0}', formatTarget(target))]),
  ];
  const time = times.length === 0 ? '' : ` <small>${escapeMarkup(listed(times))}</small>`;
  return `<h${rank}>${escapeMarkup(title)}${time}</h${rank}>`;
}

/** What stands under each heading; headings within quotes are text. */
function splitAtHeadings(nodes: readonly RootContent[]): readonly (readonly RootContent[])[] {
  const parts: RootContent[][] = [];
  for (const node of nodes) {
    if (node.type === 'heading') parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}

const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; padding: 10mm; max-width: 180mm; color: #111; background: #fff; font: 10pt/1.4 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6, small, header p { font-family: system-ui, -apple-system, "Segoe UI", sans-serif; }
h1 { margin: 0; font-size: 16pt; }
header p { margin: 0.5mm 0 4mm; color: #555; font-size: 9pt; }
h2 { margin: 4mm 0 1mm; font-size: 12.5pt; border-bottom: 0.2mm solid #888; }
h3, h4, h5, h6 { margin: 3mm 0 0.5mm; font-size: 10.5pt; }
h2, h3, h4, h5, h6 { break-after: avoid; }
small { font-weight: normal; color: #555; font-size: 8.5pt; }
p, ul, ol, blockquote, pre { margin: 0 0 1.5mm; }
p { orphans: 2; widows: 2; }
blockquote { padding-left: 3mm; border-left: 0.6mm solid #bbb; }
pre { white-space: pre-wrap; font-size: 8.5pt; }
table { border-collapse: collapse; } td { border: 0.2mm solid #888; padding: 0.5mm 1.5mm; }
sup a { color: inherit; text-decoration: none; }
footer { margin-top: 4mm; border-top: 0.2mm solid #888; font-size: 8.5pt; }
footer h2 { border: 0; font-size: 10pt; margin: 2mm 0 1mm; }
footer li:target { background: #ffef9e; }
@page { size: A4; margin: 14mm; }
@media print { body { padding: 0; max-width: none; } a { color: inherit; } }
`;
