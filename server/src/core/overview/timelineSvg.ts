/** Draws the whole interview as one picture: every answer's time with its interval against its target. */

import { phrase, plural, t } from '../locale/locale.ts';
import { formatTarget } from '../targets/measure.ts';
import type { Verdict } from '../targets/verdict.ts';
import { formatSeconds, formatShortfalls } from '../text/format.ts';
import { escapeMarkup } from './markup.ts';
import type { Outline, OutlineRow } from './outline.ts';
import { axisOf, type Axis } from './scale.ts';

export interface TimelineOptions {
  readonly title: string;
  /** Seconds of the latest rehearsal, by index of the row. */
  readonly rehearsed: ReadonlyMap<number, number>;
}

/** An SVG document that needs nothing else. Colours are never alone: each verdict has a word beside it. */
export function timelineSvg(outline: Outline, { title, rehearsed }: TimelineOptions): string {
  const shown = outline.rows.flatMap((row, index) => (isShown(row) ? [{ row, index }] : []));
  const axis = axisOf(outline.rows, [...rehearsed.values()]);
  const height = TOP + shown.length * ROW + BOTTOM;
  const parts = [
    text(MARGIN, 34, title, 'size-22 bold'),
    text(MARGIN, 58, summaryOf(outline), 'soft'),
    strip(outline),
    ...axisMarks(axis, TOP + shown.length * ROW),
    ...shown.map(({ row, index }, i) => drawRow(row, TOP + i * ROW, axis, rehearsed.get(index))),
    legend(height - 22, rehearsed.size > 0),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title desc">
<title id="title">${escapeMarkup(title)}</title>
<desc id="desc">${escapeMarkup(description(outline))}</desc>
<style>${STYLE}</style>
<rect class="paper" width="${WIDTH}" height="${height}"/>
${parts.join('\n')}
</svg>
`;
}

/** "9 answers, about 7 min 10 s to say, likely 6 min to 9 min; 2 over, 1 under". */
export function summaryOf({ total }: Outline): string {
  const { answers, seconds, low, high } = total;
  const shortfalls = formatShortfalls(total);
  const times = [seconds, low, high].map(formatSeconds);
  const said =
    total.target === undefined
      ? plural(answers, '{0} answer, about {1} to say, likely {2} to {3}', '{0} answers, about {1} to say, likely {2} to {3}', ...times)
      : plural(
          answers,
          '{0} answer, about {1} of {4} to say, likely {2} to {3}',
          '{0} answers, about {1} of {4} to say, likely {2} to {3}',
          ...times,
          formatTarget(total.target),
        );
  return shortfalls === '' ? said : t('{0}; {1}', said, shortfalls);
}

const WIDTH = 1000;
const MARGIN = 24;
const TOP = 134;
const ROW = 34;
const BOTTOM = 78;
const PLOT_LEFT = 330;
const PLOT_RIGHT = 730;
const BAR = 14;
/** Between the labels of the legend, its sign for the next one included. */
const LEGEND_GAP = 44;
/** A narrow character of the legend: 11 px, of which letters of a sans serif take a little more than a half on average. */
const NARROW = 6.2;
/** Characters that fit before the plot, where wide ones count twice. */
const TITLE_WIDTH = 42;

const STYLE = `
text{font:13px system-ui,-apple-system,"Segoe UI",sans-serif;fill:#1f2328}
.size-22{font-size:22px}.size-11{font-size:11px}.bold{font-weight:600}.soft{fill:#59636e}.end{text-anchor:end}.middle{text-anchor:middle}
.paper{fill:#ffffff}.grid{stroke:#d1d9e0}.target{fill:#0969da;fill-opacity:.14;stroke:#0969da;stroke-dasharray:3 2}
.none{fill:#818b98}.met{fill:#1a7f37}.under{fill:#9a6700}.over{fill:#cf222e}
.aim{stroke:#0969da;stroke-width:3;fill:none}.interval{stroke:#1f2328;stroke-width:1.5;fill:none}.rehearsed{fill:#ffffff;stroke:#1f2328;stroke-width:1.5}
`.trim();

const WORDS: Readonly<Record<Verdict, string>> = { met: phrase('on target'), under: phrase('under'), over: phrase('over') };

function isShown({ kind, title, words, target }: OutlineRow): boolean {
  return kind === 'section' || words > 0 || target !== undefined || title !== '';
}

/** All answers one after the other, as wide as they are long. */
function strip({ rows, total }: Outline): string {
  const scale = (WIDTH - 2 * MARGIN) / Math.max(total.seconds, 1);
  let x = MARGIN;
  const segments = rows.flatMap((row, i) => {
    if (row.ownSeconds <= 0) return [];
    const width = row.ownSeconds * scale;
    const label = `${row.title}: ${formatSeconds(row.ownSeconds)}`;
    const segment = `<rect class="${coveringVerdict(rows, i) ?? 'none'}" x="${round(x)}" y="76" width="${round(Math.max(width - 2, 0.5))}" height="20"><title>${escapeMarkup(label)}</title></rect>`;
    x += width;
    return [segment];
  });
  return `<g>${segments.join('')}</g>`;
}

/** The verdict on an answer, or on the heading whose target covers it. */
function coveringVerdict(rows: readonly OutlineRow[], index: number): Verdict | undefined {
  for (let i: number | undefined = index; i !== undefined; i = rows[i]!.parent) if (rows[i]!.verdict !== undefined) return rows[i]!.verdict;
  return undefined;
}

function axisMarks({ max, ticks }: Axis, bottom: number): readonly string[] {
  return ticks.map((tick) => {
    const x = round(at(tick, max));
    return `<line class="grid" x1="${x}" y1="${TOP - 8}" x2="${x}" y2="${bottom}"/>${text(x, TOP - 14, clock(tick), 'size-11 soft middle')}`;
  });
}

function drawRow(row: OutlineRow, top: number, { max }: Axis, rehearsed: number | undefined): string {
  const middle = top + ROW / 2;
  const indent = MARGIN + (row.level - 1) * 12;
  const title = text(indent, middle + 4, shorten(row.title, TITLE_WIDTH - (row.level - 1) * 2), row.kind === 'section' ? 'bold' : '');
  const parts = [title];
  const { target } = row;
  if (target !== undefined && target.minSeconds !== target.maxSeconds) {
    const [left, right] = [at(target.minSeconds, max), at(target.maxSeconds, max)];
    parts.push(`<rect class="target" x="${round(left)}" y="${middle - 12}" width="${round(right - left)}" height="24"/>`);
  }
  if (row.words > 0) {
    const { seconds, low, high } = row.estimate;
    const width = round(at(seconds, max) - PLOT_LEFT);
    parts.push(`<rect class="${row.verdict ?? 'none'}" x="${PLOT_LEFT}" y="${middle - BAR / 2}" width="${width}" height="${BAR}"/>`);
    const [from, to] = [round(at(low, max)), round(at(high, max))];
    parts.push(`<path class="interval" d="M${from} ${middle - 4}v8M${from} ${middle}H${to}M${to} ${middle - 4}v8"/>`);
  }
  if (target !== undefined && target.minSeconds === target.maxSeconds) {
    parts.push(`<path class="aim" d="M${round(at(target.maxSeconds, max))} ${middle - 12}v24"/>`);
  }
  if (rehearsed !== undefined) {
    const x = round(at(Math.min(rehearsed, max), max));
    parts.push(
      `<path class="rehearsed" d="M${x} ${middle - 6}l6 6l-6 6l-6 -6z"><title>${escapeMarkup(t('Rehearsed: {0}', formatSeconds(rehearsed)))}</title></path>`,
    );
  }
  parts.push(text(PLOT_RIGHT + 12, middle + 4, timeOf(row), row.verdict ?? 'soft'));
  return `<g>${parts.join('')}</g>`;
}

/** "41 s of 30 s, over". */
function timeOf({ words, estimate, target, verdict, kind, total }: OutlineRow): string {
  if (words === 0 && kind === 'section') return total === undefined ? '' : formatSeconds(total.seconds);
  if (words === 0) return target === undefined ? t('not written') : t('not written, target {0}', formatTarget(target));
  const seconds = formatSeconds(estimate.seconds);
  const time = target === undefined ? seconds : t('{0} of {1}', seconds, formatTarget(target));
  return verdict === undefined ? time : t('{0}, {1}', time, t(WORDS[verdict]));
}

function legend(y: number, hasRehearsals: boolean): string {
  const entries: readonly (readonly [string, string])[] = [
    ['<rect class="met" y="-9" width="18" height="10"/>', t('on target')],
    ['<rect class="over" y="-9" width="18" height="10"/>', t('over')],
    ['<rect class="under" y="-9" width="18" height="10"/>', t('under')],
    ['<rect class="none" y="-9" width="18" height="10"/>', t('no target')],
    ['<rect class="target" y="-12" width="14" height="16"/><path class="aim" d="M18 -12v16"/>', t('target')],
    ['<path class="interval" d="M1 -8v8M1 -4H17M17 -8v8"/>', t('four times out of five')],
    ...(hasRehearsals ? [['<path class="rehearsed" d="M9 -10l6 6l-6 6l-6 -6z"/>', t('last rehearsal')] as const] : []),
  ];
  let x = MARGIN;
  return entries
    .map(([shape, label]) => {
      const entry = `<g transform="translate(${x} ${y})">${shape}${text(24, 0, label, 'size-11 soft')}</g>`;
      x += LEGEND_GAP + widthOf(label) * NARROW;
      return entry;
    })
    .join('');
}

/** What a screen reader says of the picture: the whole, then every answer. */
function description(outline: Outline): string {
  const rows = outline.rows.filter(isShown).map((row) => `${row.title}: ${timeOf(row)}`);
  return [summaryOf(outline), ...rows].join('. ');
}

function text(x: number, y: number, content: string, classes: string): string {
  return `<text x="${x}" y="${y}"${classes === '' ? '' : ` class="${classes}"`}>${escapeMarkup(content)}</text>`;
}

function at(seconds: number, max: number): number {
  return PLOT_LEFT + ((PLOT_RIGHT - PLOT_LEFT) * Math.min(seconds, max)) / max;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** "0:30", so that all marks are equally wide. */
function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Cut where it gets too wide; scripts that write wide characters count twice. */
function shorten(title: string, width: number): string {
  let used = 0;
  let result = '';
  for (const sign of title) {
    used += widthOf(sign);
    if (used > width) return `${result.trimEnd()}…`;
    result += sign;
  }
  return result;
}

/** In narrow characters: wide ones are as wide as they are high, and count twice. */
function widthOf(label: string): number {
  let width = 0;
  for (const sign of label) width += WIDE.test(sign) ? 2 : MARK.test(sign) ? 0 : 1;
  return width;
}

/** What has no width of its own. */
const MARK = /\p{M}/u;
/** With the punctuation of these scripts, and full-width forms. */
const WIDE = /[\u3000-\u303f\uff01-\uff60]|[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}]/u;
