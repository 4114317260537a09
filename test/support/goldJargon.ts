/** Holds the jargon rules against the terms of the gold answers, for each audience, and other checkers beside them. */

import { analyse } from '../../server/src/core/analysis.ts';
import type { Audience } from '../../server/src/core/jargon/audience.ts';
import { readSettings } from '../../server/src/core/settings.ts';
import { overlap, type Span } from '../../server/src/core/text/span.ts';
import { GOLD_AUDIENCES, goldOf, type GoldAnswer, type GoldSentence } from './gold.ts';
import { peersOf } from './peers.ts';
import { describeTally, perHundred, tally, type Tally } from './scores.ts';

/** The rules that say that something is not explained. */
const ACRONYM_RULES: ReadonlySet<string> = new Set(['jargon/undefined-acronym', 'jargon/late-definition']);
const TERM_RULES: ReadonlySet<string> = new Set(['jargon/technical-term', 'jargon/rare-word']);

interface Place extends Span {
  readonly sentence: GoldSentence;
  readonly term: string;
}

/** An acronym has two capitals or more, or a capital and a digit. */
function isAcronym(term: string): boolean {
  return /\p{Lu}.*(?:\p{Lu}|\d)|\d.*\p{Lu}/u.test(term);
}

export async function reportJargon(args: readonly string[], root: string): Promise<void> {
  const answers = goldOf(args, root);
  const words = answers.reduce((sum, answer) => sum + answer.words, 0);
  const showErrors = args.includes('--errors') && !args.includes('--held');
  console.log(`Jargon in ${answers.length} gold answers, ${words} words (${args.includes('--held') ? 'held' : 'dev'})`);
  const totals = { acronyms: tally(), terms: tally() };
  for (const audience of GOLD_AUDIENCES) {
    const counts = { acronyms: tally(), terms: tally() };
    const flags: Record<string, number> = {};
    for (const answer of answers) {
      const findings = findingsFor(answer, audience);
      for (const { rule, severity } of findings) {
        if (rule.startsWith('jargon/')) flags[severity] = (flags[severity] ?? 0) + 1;
      }
      const errors = [
        ...compare(counts.acronyms, spansOf(findings, ACRONYM_RULES), placesOf(answer, audience, isAcronym), answer.text),
        ...compare(
          counts.terms,
          spansOf(findings, TERM_RULES),
          placesOf(answer, audience, (term) => !isAcronym(term)),
          answer.text,
        ),
      ];
      if (showErrors) for (const error of errors) console.log(`${error}  (${audience}, ${answer.name})`);
    }
    for (const kind of ['acronyms', 'terms'] as const) {
      add(totals[kind], counts[kind]);
      console.log(`  ${audience.padEnd(14)} ${kind.padEnd(9)} ${describeTally(counts[kind])}`);
    }
    const parts = Object.entries(flags).map(([severity, count]) => `${severity} ${perHundred(count, words)}`);
    console.log(`  ${audience.padEnd(14)} flags per 100 words: ${parts.join(', ')}`);
  }
  for (const kind of ['acronyms', 'terms'] as const) console.log(`  ${'all'.padEnd(14)} ${kind.padEnd(9)} ${describeTally(totals[kind])}`);
  console.log('\nOther checkers, on acronyms: they know no audiences, and are held against each');
  for (const { name, find } of await peersOf('acronyms', args, root)) {
    const found = await Promise.all(answers.map(async (answer) => inFile(answer, await find(proseOf(answer)))));
    for (const audience of GOLD_AUDIENCES) {
      const counts = tally();
      answers.forEach((answer, i) => compare(counts, firstOnly(answer, found[i]!), placesOf(answer, audience, isAcronym), answer.text));
      console.log(`  ${name.padEnd(34)} ${audience.padEnd(14)} ${describeTally(counts)}`);
    }
  }
}

function findingsFor({ text }: GoldAnswer, audience: Audience): ReturnType<typeof analyse>['findings'] {
  return analyse(text, { settings: readSettings({ audience }).settings, isListed: true }).findings;
}

function spansOf(findings: ReturnType<typeof findingsFor>, rules: ReadonlySet<string>): readonly Span[] {
  return findings.filter(({ rule }) => rules.has(rule)).map(({ span }) => span);
}

/** Where the labelled terms stand. */
function placesOf(answer: GoldAnswer, audience: Audience, isMeant: (term: string) => boolean): readonly Place[] {
  return answer.sentences.flatMap((sentence) =>
    sentence.terms[audience].filter(isMeant).map((term) => {
      const at = sentence.text.indexOf(term);
      if (at < 0) throw new Error(`${answer.name}: "${term}" is not in its sentence`);
      const start = sentence.span.start + at;
      return { sentence, term, start, end: start + term.length };
    }),
  );
}

/** Counts what is found at a labelled place, and says what is missing (-) and what is too much (+). */
function compare(counts: Tally, found: readonly Span[], places: readonly Place[], text: string): readonly string[] {
  const isHit = (one: Span, other: Span): boolean => overlap(one, other);
  counts.found += found.length;
  counts.labelled += places.length;
  const missed = places.filter((place) => !found.some((span) => isHit(place, span)));
  const wrong = found.filter((span) => !places.some((place) => isHit(place, span)));
  counts.right += places.length - missed.length;
  return [...missed.map(({ term, sentence }) => `- ${term}: ${sentence.text}`), ...wrong.map((span) => `+ ${contextOf(text, span)}`)];
}

function contextOf(text: string, { start, end }: Span): string {
  return `${text.slice(start, end)}: ${text.slice(Math.max(0, start - 60), end + 40).replaceAll('\n', ' ')}`;
}

/** The prose as the other checkers get it: one sentence a line, without heading and front matter. */
function proseOf({ sentences }: GoldAnswer): string {
  return sentences.map(({ text }) => text).join('\n');
}

function inFile(answer: GoldAnswer, spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  let at = 0;
  for (const { text, span } of answer.sentences) {
    const by = span.start - at;
    for (const one of spans) if (one.start >= at && one.end <= at + text.length) found.push({ start: one.start + by, end: one.end + by });
    at += text.length + 1;
  }
  return found;
}

/** The first of several spans with the same words: that is what the labels ask for. */
function firstOnly({ text }: GoldAnswer, spans: readonly Span[]): readonly Span[] {
  const seen = new Set<string>();
  return spans.filter(({ start, end }) => {
    const words = text.slice(start, end);
    return !seen.has(words) && seen.add(words);
  });
}

function add(total: Tally, { right, found, labelled }: Tally): void {
  total.right += right;
  total.found += found;
  total.labelled += labelled;
}
