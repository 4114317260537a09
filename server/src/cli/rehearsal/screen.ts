/** What a rehearsal in the terminal shows, as lines of text: pure, so that tests can read it. */

import { firstLetters, keyPoints, type RecallForm } from '../../core/rehearsal/recall.ts';
import { progressOf, type Progress, type ClockVerdict } from '../../core/rehearsal/progress.ts';
import type { Report } from '../../core/rehearsal/report.ts';
import type { Script } from '../../core/rehearsal/script.ts';
import type { Session } from '../../core/rehearsal/sessionState.ts';
import { formatSeconds } from '../../core/text/format.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Whether colours may be used; bold, dim and reverse are no colours. */
export interface Look {
  readonly hasColours: boolean;
  readonly form: RecallForm;
}

/** The lines of a running rehearsal, at most as many as there are rows. */
export function rehearsalScreen(script: Script, session: Session, { columns, rows }: Size, look: Look): readonly string[] {
  const progress = progressOf(session);
  const head = [bold(cut(clean(script.title), columns)), cut(goals(script), columns), clockLine(progress, look), ''];
  const foot = ['', dim(cut(helpFor(progress, look), columns))];
  const room = Math.max(0, rows - head.length - foot.length);
  return [...head, ...body(script, progress, { columns, rows: room }, look), ...foot].slice(0, Math.max(1, rows));
}

/** The lines after a run. */
export function reportScreen(script: Script, report: Report, { columns, rows }: Size, look: Look, help: string): readonly string[] {
  const { seconds, verdict, offTarget, offEstimate, pace, overruns, trims, longestPause, time } = report;
  const lines = [
    bold(cut(clean(script.title), columns)),
    `${clock(seconds)}  ${verdict === null ? '' : `${colour(verdictText(verdict), verdict, look)}  `}${goals(script)}`,
    '',
    ...(offTarget === null ? [] : [offTarget === 0 ? 'On target.' : `${formatDifference(offTarget)} the target.`]),
    `${formatDifference(offEstimate)} the estimate. ${pace.wordsPerMinute} words a minute.`,
    ...(time.paused > 0 ? [`Paused for ${formatSeconds(time.paused)}, not counted.`] : []),
    ...(longestPause === null ? [] : [`Longest pause: ${formatSeconds(longestPause.seconds)}, after “${clean(longestPause.text)}”`]),
    ...list(
      'Longer than planned:',
      overruns.slice(0, 3).map(({ text, difference }) => `+${formatSeconds(difference!)}  ${clean(text)}`),
    ),
    ...list(
      'To be on target, cut:',
      trims.map(({ text, saves }) => `${formatSeconds(saves)}  ${clean(text)}`),
    ),
  ];
  return [...lines.slice(0, Math.max(1, rows - 2)).map((line) => cut(line, columns)), '', dim(cut(help, columns))];
}

/** One line for the record of an answer, without styles. */
export function summaryLine(script: Script, { seconds, offTarget, target }: Report, isKept: boolean): string {
  const of = offTarget === null || target === null ? '' : offTarget === 0 ? ', on target' : `, ${formatDifference(offTarget)} the target`;
  return `${clean(script.title)}: ${formatSeconds(seconds)}${of}${isKept ? '' : ' (discarded)'}`;
}

/** Text of the file is data: control characters in it must not move the cursor, change its own display or ring. */
export function clean(text: string): string {
  return text
    .replace(/[\t\n\r\u2028\u2029]/g, ' ')
    .replace(/\p{Cc}/gu, (unit) => (unit < '\u0020' ? String.fromCharCode(0x2400 + unit.charCodeAt(0)) : '\ufffd'))
    .replace(/[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '');
}

/** Columns that a text takes: two for wide characters, none for marks. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += MARK.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

const MARK = /^(?:\p{M}|\u200d|\ufe0f)$/u;
const WIDE =
  /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303f\uff01-\uff60\uffe0-\uffe6])$/u;

function goals({ target, estimate }: Script): string {
  const planned = `estimate ${formatSeconds(estimate.seconds)}`;
  if (target === null) return planned;
  const { minSeconds, maxSeconds } = target;
  const aim =
    maxSeconds === null
      ? `at least ${formatSeconds(minSeconds)}`
      : minSeconds === maxSeconds || minSeconds === 0
        ? formatSeconds(maxSeconds)
        : `${formatSeconds(minSeconds)} to ${formatSeconds(maxSeconds)}`;
  return `target ${aim}, ${planned}`;
}

function clockLine(progress: Progress, look: Look): string {
  const { phase, countdownSeconds, elapsedSeconds, remainingSeconds, verdict, aheadSeconds } = progress;
  if (phase === 'countdown') return `starts in ${Math.ceil(countdownSeconds)}`;
  const parts = [
    clock(elapsedSeconds),
    ...(remainingSeconds === null ? [] : [remainingSeconds >= 0 ? `${clock(remainingSeconds)} left` : `${clock(-remainingSeconds)} over`]),
    ...(verdict === null ? [] : [colour(verdictText(verdict), verdict, look)]),
    ...(phase === 'running' || phase === 'paused' ? [aheadText(aheadSeconds)] : []),
    ...(phase === 'paused' ? [bold('paused')] : []),
  ];
  return parts.filter((part) => part !== '').join('   ');
}

/** Less than a second is nothing that one can act on. */
function aheadText(seconds: number | null): string {
  if (seconds === null) return '';
  if (Math.abs(seconds) < 1) return 'on pace';
  return seconds > 0 ? `${formatSeconds(seconds)} ahead` : `${formatSeconds(-seconds)} behind`;
}

/** Shape and word; the colour comes on top. */
function verdictText(verdict: ClockVerdict): string {
  return { onTrack: '● on track', warning: '▲ nearly over', over: '■ over' }[verdict];
}

function helpFor({ phase, mode, isAtEnd }: Progress, { form }: Look): string {
  const show = form === 'full' || mode === 'clock' ? '' : ' · s show';
  if (phase === 'ready') return `space start${show} · q quit`;
  if (phase === 'countdown') return 'space back · q end';
  const space = phase === 'paused' ? 'go on' : isAtEnd ? 'end' : 'pause';
  const step = mode === 'clock' ? 'enter end' : '→ next · ← back';
  return `space ${space} · ${step}${mode === 'flow' ? ' · ↑↓ speed' : ''}${show} · q end`;
}

interface Piece {
  readonly text: string;
  readonly word: number;
  readonly sentence: number;
  readonly isCue: boolean;
}

/** The text, wrapped, with the line of the place in the upper third. */
function body(script: Script, { word, sentence, mode }: Progress, { columns, rows }: Size, { form }: Look): readonly string[] {
  if (mode === 'clock' || form === 'hidden') return [];
  const lines = form === 'keyPoints' ? pointLines(script) : wrap(pieces(script, form), Math.max(10, columns));
  const at = Math.max(
    0,
    lines.findLastIndex((line) => line.some((piece) => !piece.isCue && piece.word <= word)),
  );
  const first = Math.max(0, Math.min(at - Math.floor(rows / 3), lines.length - rows));
  return lines.slice(first, first + rows).map((line) =>
    cutPieces(line, columns)
      .map((piece) => style(piece, word, sentence, mode === 'flow' && form !== 'keyPoints'))
      .join(''),
  );
}

function style(piece: Piece, word: number, sentence: number, marksWord: boolean): string {
  if (piece.isCue) return italic(piece.text);
  if (marksWord && piece.word === word) {
    const end = piece.text.trimEnd();
    return reverse(end) + piece.text.slice(end.length);
  }
  return piece.sentence === sentence ? bold(piece.text) : piece.sentence < sentence ? dim(piece.text) : piece.text;
}

function pointLines(script: Script): readonly (readonly Piece[])[] {
  return keyPoints(script).map(({ sentence, text }) => [
    { text: `• ${clean(text)}`, word: script.sentences[sentence]!.firstWord, sentence, isCue: false },
  ]);
}

/** The words with the notes between them; undefined ends a line. */
function* pieces({ words, sentences, cues }: Script, form: RecallForm): Iterable<Piece | undefined> {
  let cue = 0;
  for (const [index, { firstWord, lastWord, break: gap }] of sentences.entries()) {
    if (gap !== 'none' && index > 0) yield undefined;
    if (gap === 'paragraph' && index > 0) yield undefined;
    for (let word = firstWord; word < lastWord; word++) {
      for (; cue < cues.length && cues[cue]!.beforeWord <= word; cue++)
        yield { text: `[${clean(cues[cue]!.text)}] `, word, sentence: index, isCue: true };
      const text = clean(words[word]!.text);
      const shown = form === 'firstLetters' ? firstLetters(text) : text;
      yield { text: word === lastWord - 1 && !/\s$/.test(shown) ? `${shown} ` : shown, word, sentence: index, isCue: false };
    }
  }
  for (; cue < cues.length; cue++)
    yield { text: `[${clean(cues[cue]!.text)}] `, word: words.length, sentence: sentences.length, isCue: true };
}

function wrap(all: Iterable<Piece | undefined>, columns: number): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]];
  let width = 0;
  for (const piece of all) {
    if (piece === undefined || (width > 0 && width + widthOf(piece.text.trimEnd()) > columns)) {
      lines.push([]);
      width = 0;
    }
    if (piece === undefined) continue;
    lines.at(-1)!.push(piece);
    width += widthOf(piece.text);
  }
  return lines;
}

function cutPieces(line: readonly Piece[], columns: number): readonly Piece[] {
  let left = columns;
  return line.map((piece) => {
    const text = cut(piece.text, left);
    left = Math.max(0, left - widthOf(piece.text));
    return { ...piece, text };
  });
}

/** The part of a text that fits into so many columns. Styles are put on afterwards, so they are never cut. */
function cut(text: string, columns: number): string {
  let width = 0;
  let end = 0;
  for (const character of text) {
    width += widthOf(character);
    if (width > columns) return text.slice(0, end);
    end += character.length;
  }
  return text;
}

function list(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : ['', title, ...items.map((item) => `  ${item}`)];
}

function formatDifference(seconds: number): string {
  if (Math.abs(seconds) < 0.5) return 'As long as';
  return `${formatSeconds(Math.abs(seconds))} ${seconds > 0 ? 'over' : 'under'}`;
}

/** "0:07", "12:03". */
function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function colour(text: string, verdict: ClockVerdict, { hasColours }: Look): string {
  return hasColours ? sgr({ onTrack: 32, warning: 33, over: 31 }[verdict], 39, text) : text;
}

const bold = (text: string): string => sgr(1, 22, text);
const dim = (text: string): string => sgr(2, 22, text);
const italic = (text: string): string => sgr(3, 23, text);
const reverse = (text: string): string => sgr(7, 27, text);

function sgr(on: number, off: number, text: string): string {
  return text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
}
