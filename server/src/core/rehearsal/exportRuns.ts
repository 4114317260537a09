/** Writes the history for other programs: CSV for spreadsheets, JSON for everything else. */

import type { Run } from './history.ts';

/** The runs as CSV (RFC 4180, with a heading). No cell can become a formula in a spreadsheet. */
export function toCsv(runs: readonly Run[]): string {
  const rows = [COLUMNS.map(([name]) => name), ...runs.map((run) => COLUMNS.map(([, read]) => read(run)))];
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** The runs as a JSON array, readable by people. */
export function toJson(runs: readonly Run[]): string {
  return `${JSON.stringify(runs, undefined, 2)}\n`;
}

type Cell = string | number | boolean | null;

const COLUMNS: readonly (readonly [string, (run: Run) => Cell])[] = [
  ['at', ({ at }) => at],
  ['file', ({ file }) => file],
  ['title', ({ title }) => title],
  ['answer', ({ answer }) => answer.id],
  ['language', ({ language }) => language],
  ['mode', ({ mode }) => mode],
  ['form', ({ form }) => form],
  ['seconds', ({ seconds }) => seconds],
  ['spoken_seconds', ({ spokenSeconds }) => spokenSeconds],
  ['paused_seconds', ({ pausedSeconds }) => pausedSeconds],
  ['estimate_seconds', ({ estimate }) => estimate.seconds],
  ['target_min_seconds', ({ target }) => target?.minSeconds ?? null],
  ['target_max_seconds', ({ target }) => target?.maxSeconds ?? null],
  ['words', ({ load }) => load.words],
  ['syllables', ({ load }) => load.syllables],
  ['flaws', ({ flaws }) => flaws.join(' ')],
  ['kept', ({ kept }) => kept],
  ['id', ({ id }) => id],
];

function cell(value: Cell): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const pieces = value.split(/(?<=[;\t\r\n])/);
  const text = pieces.map((piece, i) => (FORMULA.test(piece) || (i === 0 && /^[\t\r]/.test(piece)) ? `'${piece}` : piece)).join('');
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Spreadsheets run what begins like a formula; an apostrophe makes it text. Some take semicolons and tabs to part cells, whatever the
 * quotes say; some take wide and small signs for ordinary ones, and some pass over what can't be seen.
 */
const FORMULA = /^[\s"\p{C}]*[=+\-@\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20]/u;
