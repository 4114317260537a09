/** Reads transcripts in which a line begins with the name of who speaks: `Name: text`. */

import { LINES_OF_STEP } from '../lines.ts';
import type { Cue } from '../transcript.ts';
import { sentenceCues, type SourceStretch } from './prose.ts';
import { sum } from '../../text/sum.ts';

/** Who a line names as its speaker. */
export interface NamedSpeaker {
  readonly name: string;
  /** UTF-16 units of the line that belong to the name. */
  readonly length: number;
  /** Whether the name is set off by bold type or brackets, so that it can't be part of a sentence. */
  readonly isMarked: boolean;
}

/** The name at the start of a line, before a colon; names have capitals and few words. */
export function speakerOf(line: string): NamedSpeaker | undefined {
  const match = SPEAKER.exec(line.slice(0, 160));
  if (match === null) return undefined;
  const name = match[2]!.trim();
  if (NOT_NAMES.has(name.replace(/ \d{1,2}$/, '').toLowerCase())) return undefined;
  return { name, length: match[0].length, isMarked: match[1] !== '' };
}

/** The zero-based line of the first turn; undefined when the file isn't of this shape. */
export function firstTurnLine(lines: readonly string[]): number | undefined {
  const turns = new Map<string, number>();
  let first: number | undefined;
  let written = 0;
  for (const [i, line] of lines.entries()) {
    if (written >= 300) break;
    if (line.trim() === '') continue;
    if (first !== undefined) written++;
    const named = speakerOf(line);
    if (named === undefined || META.test(line)) continue;
    first ??= i;
    turns.set(named.name, (turns.get(named.name) ?? 0) + 1);
  }
  const repeated = [...turns.values()].filter((count) => count >= 2);
  const all = sum([...turns.values()]);
  // People take turns: names come again. Words before colons in prose hardly do.
  if (repeated.length === 0 || all < 3 || all < written / 8) return undefined;
  return lines.findIndex((line) => !META.test(line) && (turns.get(speakerOf(line)?.name ?? '') ?? 0) >= 1);
}

/** Whether people talk to each other here: turns of at least two go back and forth, in whole sentences. Keys of a configuration don't. */
export function isDialogue(lines: readonly string[]): boolean {
  const turns = new Map<string, number>();
  let words = 0;
  let changes = 0;
  let all = 0;
  let last: string | undefined;
  for (const line of lines) {
    words += line.split(/\s+/).filter(Boolean).length;
    const name = META.test(line) ? undefined : speakerOf(line)?.name;
    if (name === undefined) continue;
    turns.set(name, (turns.get(name) ?? 0) + 1);
    all++;
    if (name !== last) changes++;
    last = name;
  }
  const repeated = [...turns.values()].filter((count) => count >= 2);
  return repeated.length >= 2 && changes >= all / 2 && words >= all * WORDS_OF_A_TURN;
}

/** With its name, in the mean; values of keys are shorter. */
const WORDS_OF_A_TURN = 5;

/** One cue for each sentence of a turn. Yields every few milliseconds. */
export function* readTurns(lines: readonly string[], from: number): Generator<void, readonly Cue[]> {
  const cues: Cue[] = [];
  let speaker: string | undefined;
  let turn: SourceStretch[] = [];
  const flush = (): void => {
    for (const cue of sentenceCues(turn, { speaker })) cues.push(cue);
    turn = [];
  };
  for (let line = from; line < lines.length; line++) {
    if (line % LINES_OF_STEP === 0) yield;
    const text = lines[line]!;
    const named = speakerOf(text);
    if (text.trim() === '' || named !== undefined) flush();
    if (named !== undefined) speaker = named.name;
    if (text.trim() !== '') turn.push({ line, character: named?.length ?? 0, text: text.slice(named?.length ?? 0) });
  }
  flush();
  return cues;
}

const SPEAKER =
  /^[ \t\uFEFF]*(?:>>\s*)?((?:\*\*|__|\[)?)(\p{Lo}{1,8}(?=[*_\]]{0,2}[:：])|(?:\p{Lu}[\p{L}\p{M}\p{N}_'’.-]*)(?: (?:\p{Lu}[\p{L}\p{M}\p{N}_'’.-]*|\d{1,2}|\([^)]{1,40}\)|de|van|von|der|la|bin|al|of|and|&)){0,5})(?:\*\*|__|\])?(?:：\s*|:(?:\*\*|__)?(?:\s+|$))/u;
/** Words before a colon at the start of a line that name no person. */
const NOT_NAMES: ReadonlySet<string> = new Set(
  (
    'note notes warning caution important example examples summary title date time topics video source url link http https question answer q a todo ' +
    'tip hosts guests fixed added changed removed deprecated security unreleased type name description version given when then scenario feature ' +
    'step steps ingredients method serves usage pros cons problem solution situation task action result goal context subject from to cc sent ' +
    'chapter section figure table author commit parameters args arguments returns throws raises default input output'
  ).split(' '),
);
/** Lines of a head: what the recording is, not what is said. */
const META =
  /^\s*(?:\*\*)?(?:title|date|video(?: url)?|url|source|link|speakers?|guests|hosts|by|channel|published|duration|topics?)(?:\*\*)?\s*:/i;
