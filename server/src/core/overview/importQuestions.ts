/** Turns a list of questions, as people paste it from a mail or a page, into headings with targets. */

import { findTarget } from '../answers/target.ts';
import { formatSeconds } from '../text/format.ts';

export interface ImportedQuestion {
  readonly kind: 'section' | 'question';
  readonly text: string;
  /** How many lists it is nested in, from 0; a follow-up question is one deeper than its question. */
  readonly depth: number;
}

export interface ImportOptions {
  /** The target of questions that bring none, in seconds; undefined for no target. */
  readonly targetSeconds: number | undefined;
}

export interface Imported {
  readonly markdown: string;
  /** Sections don't count. */
  readonly questions: number;
}

/**
 * The questions of a text: numbered, bulleted, labelled (`Q:`) or plain lines. Lines that go on with an item belong to
 * it. Headings, and lines that end with a colon above a list, are sections.
 */
export function readQuestions(text: string): readonly ImportedQuestion[] {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map(readLine);
  const isList = lines.some(({ marker }) => marker !== 'none' && marker !== 'heading');
  const found: { kind: 'section' | 'question'; text: string; depth: number }[] = [];
  const indents: number[] = [];
  let open = false;
  lines.forEach((line, i) => {
    if (line.text === '') {
      open = false;
      return;
    }
    if (line.marker === 'heading') {
      found.push({ kind: 'section', text: line.text, depth: 0 });
      indents.length = 0;
      open = false;
    } else if (line.marker !== 'none') {
      while (indents.length > 0 && indents.at(-1)! >= line.indent) indents.pop();
      found.push({ kind: 'question', text: line.text, depth: indents.length });
      indents.push(line.indent);
      open = true;
    } else if (isList && line.text.endsWith(':') && isItem(nextLine(lines, i))) {
      found.push({ kind: 'section', text: line.text.slice(0, -1), depth: 0 });
      indents.length = 0;
      open = false;
    } else if (isList && (open || line.indent > (indents.at(-1) ?? Infinity))) {
      const last = found.at(-1)!;
      last.text = `${last.text} ${line.text}`;
    } else found.push({ kind: 'question', text: line.text, depth: 0 });
  });
  return found.map((question) => ({ ...question, text: unwrap(question.text) })).filter((question) => question.text !== '');
}

/** The questions as headings: sections of the first rank, questions of the second, follow-ups below. */
export function importQuestions(text: string, { targetSeconds }: ImportOptions): Imported {
  const questions = readQuestions(text);
  const blocks = questions.map(({ kind, text: title, depth }) => {
    if (kind === 'section') return `# ${escapeHeading(title)}`;
    const target = targetSeconds === undefined || findTarget(title) !== undefined ? '' : ` (≈ ${formatSeconds(targetSeconds)})`;
    return `${'#'.repeat(Math.min(QUESTION_LEVEL + depth, DEEPEST_LEVEL))} ${escapeHeading(title)}${target}`;
  });
  return {
    markdown: blocks.map((block) => `${block}\n`).join('\n'),
    questions: questions.filter(({ kind }) => kind === 'question').length,
  };
}

const QUESTION_LEVEL = 2;
const DEEPEST_LEVEL = 6;
const TAB_WIDTH = 4;

interface Line {
  readonly indent: number;
  readonly marker: 'number' | 'bullet' | 'label' | 'heading' | 'none';
  readonly text: string;
}

const HEADING = /^#{1,6}[ \t]+(.*)/s;
const BULLET = /^(?:[-*+•‣◦▪●○–—](?:[ \t]+|$)|[•‣◦▪●○])(?:\[[ xX]?\][ \t]+)?(.*)/su;
/** "1.", "12)", "(3)", "1.2.", "#4", "a)", "Q1:", "Question 2 –"; a year or a figure at the start of a sentence is none. */
const NUMBER =
  /^(?:\(?(?:\d{1,3}(?:\.\d{1,2}){0,2}|[a-zA-Z])\)[ \t]*|\d{1,3}(?:\.\d{1,2}){0,2}\.(?:[ \t]+|$)|\d{1,3}[、．][ \t]*|#\d{1,3}[.:)]?[ \t]+)(.*)/su;
const LABEL = /^(?:Q|Question|Frage|Pregunta|Domanda|问|問|问题|質問)[ \t]*(?:\.\d{0,3}[ \t]*|\d{1,3}[ \t]*)?[.:：)–—-][ \t]*(.*)/isu;

function readLine(line: string): Line {
  const lead = /^[ \t\u00a0]*/.exec(line)![0];
  const indent = [...lead].reduce((width, unit) => (unit === '\t' ? width + TAB_WIDTH - (width % TAB_WIDTH) : width + 1), 0);
  // A quoted mail has its own marks in front of every line.
  const text = line
    .slice(lead.length)
    .trimEnd()
    .replace(/^(?:>[ \t]?)+/, '');
  if (/^(?:[-*_=~][ \t]*){3,}$/.test(text)) return { indent, marker: 'none', text: '' };
  for (const [marker, pattern] of MARKERS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const inner = match[1]!.trim();
    // "- Q1: …" and "1. **Why us?**" carry two marks.
    const label = marker === 'heading' ? null : LABEL.exec(inner);
    return { indent, marker, text: label?.[1] ?? inner };
  }
  return { indent, marker: 'none', text };
}

const MARKERS = [
  ['heading', HEADING],
  ['bullet', BULLET],
  ['number', NUMBER],
  ['label', LABEL],
] as const;

function nextLine(lines: readonly Line[], index: number): Line | undefined {
  return lines.slice(index + 1).find(({ text }) => text !== '');
}

function isItem(line: Line | undefined): boolean {
  return line !== undefined && line.marker !== 'none' && line.marker !== 'heading';
}

/** Takes off emphasis or quotation marks around the whole, and white space that was doubled. */
function unwrap(text: string): string {
  const single = text.replace(/\s+/g, ' ').trim();
  const inner = /^(?:\*\*([^*]+)\*\*|__([^_]+)__|"([^"]+)"|“([^“”]+)”|„([^„“”]+)[“”]|«\s?([^«»]+?)\s?»)$/u.exec(single);
  return inner === null ? single : inner.slice(1).join('').trim();
}

/** A heading's closing marks are no text: `## Why C #` would lose its last sign. */
function escapeHeading(text: string): string {
  return text.replace(/(^|[ \t])(#+)$/, (_, space: string, marks: string) => `${space}\\${marks}`);
}
