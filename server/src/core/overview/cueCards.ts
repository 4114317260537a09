/** Cards to print and cut: the question, what to say in a few words, and how long it may take. */

import { t } from '../locale/locale.ts';
import { formatTarget } from '../targets/measure.ts';
import { formatSeconds } from '../text/format.ts';
import { escapeMarkup, htmlPage } from './markup.ts';
import type { Outline, OutlineRow } from './outline.ts';

/** One page of HTML with a card for every answer; `language` is a subtag such as `en`. */
export function cueCards(outline: Outline, { title, language }: { readonly title: string; readonly language: string }): string {
  const cards = outline.rows.filter(({ kind }) => kind === 'answer').map((row) => card(outline.rows, row));
  const body = `<h1>${escapeMarkup(title)}</h1>
${cards.length === 0 ? `<p>${escapeMarkup(t('There are no answers yet.'))}</p>` : `<main>\n${cards.join('\n')}\n</main>`}`;
  return htmlPage({ title, language, style: STYLE, body });
}

function card(rows: readonly OutlineRow[], row: OutlineRow): string {
  const points = row.keyPoints.length > 0 ? row.keyPoints : partsOf(rows, row);
  const list =
    points.length === 0 ? '<p class="empty"></p>' : `<ul>\n${points.map((point) => `<li>${escapeMarkup(point)}</li>`).join('\n')}\n</ul>`;
  const target = row.target === undefined ? '' : `<p class="target">${escapeMarkup(formatTarget(row.target))}</p>`;
  const estimate =
    row.words === 0 ? '' : `<p class="estimate">${escapeMarkup(t('as written: {0}', formatSeconds(row.estimate.seconds)))}</p>`;
  return `<section>\n<header><h2>${escapeMarkup(row.title)}</h2>${target}</header>\n${list}\n${estimate}\n</section>`;
}

/** Of an answer that is written under headings of its own: the first points of each. */
function partsOf(rows: readonly OutlineRow[], row: OutlineRow): readonly string[] {
  const index = rows.indexOf(row);
  const parts = rows.filter(({ parent, kind }) => parent === index && kind === 'part');
  return parts.map(({ title, keyPoints }) =>
    keyPoints.length === 0 ? title : `${title}: ${keyPoints.slice(0, POINTS_OF_PART).join('; ')}`,
  );
}

const POINTS_OF_PART = 3;

const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 8mm; max-width: 210mm; color: #111; background: #fff; font: 11pt/1.35 system-ui, -apple-system, "Segoe UI", sans-serif; }
h1 { margin: 0 0 4mm; font-size: 14pt; }
main { display: grid; grid-template-columns: repeat(2, 1fr); }
section { display: flex; flex-direction: column; min-height: 62mm; padding: 5mm; border: 0.3mm dashed #888; margin: 0 -0.3mm -0.3mm 0; break-inside: avoid; overflow-wrap: anywhere; }
header { display: flex; gap: 4mm; align-items: baseline; justify-content: space-between; border-bottom: 0.4mm solid #111; padding-bottom: 1.5mm; }
h2 { margin: 0; font-size: 13pt; line-height: 1.2; }
.target { margin: 0; font-weight: 600; white-space: nowrap; }
ul { margin: 2.5mm 0 0; padding-left: 5mm; flex: 1; }
li { margin-bottom: 1mm; }
.empty { flex: 1; margin: 0; }
.estimate { margin: 2mm 0 0; color: #555; font-size: 9pt; }
@page { size: A4; margin: 10mm; }
@media print { body { padding: 0; max-width: none; } h1 { display: none; } }
@media screen and (max-width: 40em) { main { grid-template-columns: 1fr; } }
`;
