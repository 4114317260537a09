/** Puts the jargon of all answers of a file together: where each acronym comes first, where it is defined, who listens there. */

import type { AnalysedAnswer, AnalysedFile } from '../analysis.ts';
import { toSource } from '../answers/sourceMap.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import type { Settings } from '../settings.ts';
import type { Definition } from './acronyms.ts';
import type { Audience } from './audience.ts';
import type { JargonFacts } from './facts.ts';
import { vocabularyOf, type KnownExpansion, type Vocabulary } from './vocabulary.ts';

/** An acronym in an answer. */
export interface Use {
  readonly name: string;
  readonly answer: AnsweredTo;
  /** Offsets of the spoken text. */
  readonly spoken: Span;
  /** Whether it is explained right there, in plain words or by a link. */
  readonly isExplained: boolean;
}

/** A definition in an answer. */
export interface DefinitionPlace {
  readonly answer: AnsweredTo;
  readonly definition: Definition;
}

/** An answer, who listens to it, and what they have asked. */
export interface AnsweredTo {
  readonly index: number;
  readonly analysed: AnalysedAnswer;
  readonly audience: Audience;
  /** The question, with those of the headings above it. */
  readonly question: string;
}

export interface FileJargon {
  readonly answers: readonly AnsweredTo[];
  readonly vocabulary: Vocabulary;
  /** The uses of each acronym in the order of the file, in the order in which they first come. */
  readonly uses: ReadonlyMap<string, readonly Use[]>;
  readonly definitions: ReadonlyMap<string, readonly DefinitionPlace[]>;
}

/** The jargon of a file; made once for each analysis, however many rules ask for it. */
export function jargonOfFile(file: AnalysedFile, settings: Settings): FileJargon {
  let known = made.get(file);
  if (known === undefined) {
    known = collect(file, settings);
    made.set(file, known);
  }
  return known;
}

const made = new WeakMap<AnalysedFile, FileJargon>();

/** The span in the file of a span of an answer's spoken text. */
export function placeInFile({ analysed: { answer } }: AnsweredTo, spoken: Span): Span {
  return shiftSpan(toSource(answer.content.spoken.map, spoken), answer.base);
}

/** The spoken text of an answer. */
export function spokenOf({ analysed }: AnsweredTo): string {
  return analysed.answer.content.spoken.text;
}

/** The jargon of an answer. */
export function factsOf({ analysed }: AnsweredTo): JargonFacts {
  return analysed.analysis.jargon;
}

/**
 * Where the file first uses an acronym to somebody who can't know it; undefined where everybody knows it, or has been
 * told: before, in the same breath, or in the sentence after.
 */
export function firstUnexplained({ vocabulary, definitions }: FileJargon, uses: readonly Use[]): Use | undefined {
  for (const use of uses) {
    const { name, answer } = use;
    if (use.isExplained) return undefined;
    if (vocabulary.knows(name, answer.audience, answer.question)) continue;
    return definitions.get(name)?.some((place) => explains(place, use)) ? undefined : use;
  }
  return undefined;
}

/** Whether a definition comes before a use or so soon after it that the listener has not given up. */
function explains({ answer, definition }: DefinitionPlace, use: Use): boolean {
  if (answer.index !== use.answer.index) return answer.index < use.answer.index;
  const start = Math.min(definition.short.span.start, definition.expansion.start);
  if (start <= use.spoken.end || definition.expansion.start < use.spoken.start) return true;
  if (definition.isNearby) return false;
  const between = spokenOf(answer).slice(use.spoken.end, start);
  return !between.includes('\n\n') && (between.match(/[.!?…](?=\s)/g)?.length ?? 0) <= 1;
}

function collect(file: AnalysedFile, settings: Settings): FileJargon {
  const { frontMatter } = file.file;
  const answers = file.answers.map((analysed, index): AnsweredTo => ({
    index,
    analysed,
    audience: analysed.answer.content.audience?.audience ?? frontMatter.audience ?? settings.audience,
    question: questionOf(file, index),
  }));
  const uses = new Map<string, Use[]>();
  const definitions = new Map<string, DefinitionPlace[]>();
  const document: KnownExpansion[] = [];
  for (const answer of answers) {
    const facts = factsOf(answer);
    for (const short of facts.shortForms) {
      const { name, span } = short;
      push(uses, name, { name, answer, spoken: span, isExplained: facts.explained.has(short) || isLinked(answer, span) });
    }
    for (const definition of facts.definitions) {
      push(definitions, definition.short.name, { answer, definition });
      const { start, end } = definition.expansion;
      document.push({ name: definition.short.name, expansion: spokenOf(answer).slice(start, end).replace(/\s+/g, ' ') });
    }
  }
  const words = [...settings.vocabulary, ...frontMatter.vocabulary];
  return { answers, uses, definitions, vocabulary: vocabularyOf(file.known, words, document) };
}

/** Whether just the acronym is a link: whoever wrote it has looked it up, and the reader can. */
function isLinked({ analysed: { answer } }: AnsweredTo, spoken: Span): boolean {
  const { references } = answer.content.references;
  if (references.length === 0) return false;
  const place = toSource(answer.content.spoken.map, spoken);
  return references.some(
    ({ kind, span }) => kind === 'link' && span.start <= place.start && place.end <= span.end && place.start - span.start <= 1,
  );
}

/** What was asked: the answer's own heading and those above it that have a question mark. */
function questionOf({ answers }: AnalysedFile, index: number): string {
  const asked: string[] = [];
  for (let i: number | undefined = index; i !== undefined; i = answers[i]!.answer.parent) {
    const { title } = answers[i]!.answer.content;
    if (title.includes('?')) asked.push(title);
  }
  return asked.join('\n');
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
