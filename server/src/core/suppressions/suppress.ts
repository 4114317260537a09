/** Takes out the findings that a file silences, and knows which of its suppressions silenced nothing. */

import type { AnalysedFile } from '../analysis.ts';
import type { Finding } from '../findings.ts';
import type { ListEntry } from '../answers/frontMatterLists.ts';
import { sentenceOf } from '../editing/sentenceOf.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { findDirectives, type Directive, type RuleName } from './directives.ts';
import { commentRemoval, lineAfter, lineOf, nameRemoval } from './places.ts';
import { namesRule } from './ruleNames.ts';
import { readIgnored, sentenceMark } from './sentenceMark.ts';

/** One rule, or all of them, silenced somewhere. */
export interface Suppression {
  /** A rule's id, a family (`claim/*`); undefined means every rule. */
  readonly rule: string | undefined;
  /** Where a finding must begin, with both ends. */
  readonly scope: Span;
  /** The sentence that the finding must be about. */
  readonly mark?: string;
  /** Rules that are on again from an offset on, although all were off. */
  readonly enabled?: ReadonlyMap<string, number>;
  /** What is shown when it silences nothing. */
  readonly place: Span;
  /** Takes it out of the file; undefined where that would change what is said. */
  readonly removal: Edit | undefined;
}

/** A name in a suppression that may mean no rule, or a word that says nothing. */
export interface SuppressionName {
  readonly name: string;
  readonly kind: 'rule' | 'comment' | 'entry';
  readonly span: Span;
  readonly removal: Edit | undefined;
}

export interface Silenced {
  readonly findings: readonly Finding[];
  readonly suppressions: readonly Suppression[];
  readonly unused: readonly Suppression[];
  /** Every name that is written, and whatever can't be read. */
  readonly names: readonly SuppressionName[];
}

/** Takes out of `findings` what the comments and the front matter of the file silence. */
export function silence(file: AnalysedFile, findings: readonly Finding[]): Silenced {
  const { suppressions, names } = readSuppressions(file);
  if (suppressions.length === 0) return { findings, suppressions, unused: [], names };
  const used = new Set<Suppression>();
  const scopes = new ByScope(suppressions.filter(({ mark }) => mark === undefined));
  const sentences = new BySentence(file, suppressions);
  const kept = [...findings]
    .sort((a, b) => a.span.start - b.span.start)
    .filter((finding) => {
      const silencing = [...scopes.at(finding.span.start), ...sentences.of(finding)].filter((one) => isMeant(one, finding));
      for (const one of silencing) used.add(one);
      return silencing.length === 0;
    });
  return { findings: kept, suppressions, unused: suppressions.filter((one) => !used.has(one)), names };
}

function isMeant({ rule: name, enabled }: Suppression, { rule, span: { start } }: Finding): boolean {
  if (!namesRule(name, rule)) return false;
  return enabled === undefined || ![...enabled].some(([other, from]) => start >= from && namesRule(other, rule));
}

/** The suppressions that are about places, for places that are asked for in order. */
class ByScope {
  readonly #coming: readonly Suppression[];
  #next = 0;
  #current: readonly Suppression[] = [];

  constructor(suppressions: readonly Suppression[]) {
    this.#coming = [...suppressions].sort((a, b) => a.scope.start - b.scope.start);
  }

  at(start: number): readonly Suppression[] {
    const before = this.#next;
    while (this.#next < this.#coming.length && this.#coming[this.#next]!.scope.start <= start) this.#next++;
    const all = before === this.#next ? this.#current : [...this.#current, ...this.#coming.slice(before, this.#next)];
    this.#current = all.some(({ scope }) => scope.end < start) ? all.filter(({ scope }) => scope.end >= start) : all;
    return this.#current;
  }
}

/** The suppressions that are about sentences, by what these are known by. */
class BySentence {
  readonly #file: AnalysedFile;
  readonly #byMark = new Map<string, Suppression[]>();
  /** Only the findings of these need their sentence looked up. */
  readonly #names: readonly (string | undefined)[];

  constructor(file: AnalysedFile, suppressions: readonly Suppression[]) {
    this.#file = file;
    const marked = suppressions.filter(({ mark }) => mark !== undefined);
    for (const one of marked) this.#byMark.set(one.mark!, [...(this.#byMark.get(one.mark!) ?? []), one]);
    this.#names = [...new Set(marked.map(({ rule }) => rule))];
  }

  of({ rule, span }: Finding): readonly Suppression[] {
    if (!this.#names.some((name) => namesRule(name, rule))) return [];
    return this.#byMark.get(sentenceMark(sentenceOf(this.#file, span))) ?? [];
  }
}

/** All suppressions of a file, in the order of the file. */
export function readSuppressions(file: AnalysedFile): Pick<Silenced, 'suppressions' | 'names'> {
  const { text, frontMatter } = file.file;
  const suppressions: Suppression[] = [];
  const names: SuppressionName[] = frontMatter.rules.map(({ key, keySpan, removal }) => ({
    name: key,
    kind: 'rule',
    span: keySpan,
    removal: remove(removal),
  }));
  const whole = { start: 0, end: text.length };
  for (const { text: name, span, removal } of frontMatter.disabled) {
    suppressions.push({ rule: name, scope: whole, place: span, removal: remove(removal) });
    names.push({ name, kind: 'rule', span, removal: remove(removal) });
  }
  for (const entry of frontMatter.ignored) readEntry(entry);
  if (text.includes('interview-answers-', frontMatter.end)) readComments(findDirectives(file));
  return { suppressions, names };

  function readEntry({ text: entry, span, removal }: ListEntry): void {
    const read = readIgnored(entry);
    if (read === undefined) {
      names.push({ name: entry, kind: 'entry', span, removal: remove(removal) });
      return;
    }
    suppressions.push({ ...read, scope: whole, place: span, removal: remove(removal) });
    names.push({ name: read.rule, kind: 'rule', span, removal: remove(removal) });
  }

  function readComments(directives: readonly Directive[]): void {
    const open: { -readonly [K in keyof Suppression]: Suppression[K] }[] = [];
    for (const directive of directives) {
      const { kind, word, span, rules } = directive;
      if (kind === undefined) names.push({ name: word, kind: 'comment', span, removal: commentRemoval(text, span) });
      else {
        const listed: readonly (RuleName | undefined)[] = rules.length === 0 ? [undefined] : rules;
        for (const one of listed) {
          const removal = rules.length < 2 ? commentRemoval(text, span) : nameRemoval(text, one!.span);
          const place = rules.length < 2 ? span : one!.span;
          if (one !== undefined) names.push({ name: one.name, kind: 'rule', span: one.span, removal });
          if (kind === 'enable') {
            if (!close(one?.name, span.start)) suppressions.push({ rule: one?.name, scope: NOWHERE, place, removal });
            continue;
          }
          const suppression = { rule: one?.name, scope: scopeOf(kind, span), place, removal };
          suppressions.push(suppression);
          if (kind === 'disable') open.push(suppression);
        }
      }
    }

    /** Ends what was opened; whether there was anything to end. */
    function close(name: string | undefined, at: number): boolean {
      let isClosed = false;
      for (const one of open) {
        if (one.scope.end < text.length) continue;
        if (name === undefined || name === one.rule) one.scope = { start: one.scope.start, end: at };
        else if (one.rule === undefined || (one.rule.endsWith('/*') && namesRule(one.rule, name)))
          one.enabled = new Map([...(one.enabled ?? []), [name, at]]);
        else continue;
        isClosed = true;
      }
      return isClosed;
    }
  }

  function scopeOf(kind: Exclude<Directive['kind'], 'enable' | undefined>, span: Span): Span {
    if (kind === 'disable-file') return whole;
    if (kind === 'disable') return { start: span.start, end: text.length };
    return kind === 'disable-line' ? lineOf(text, span.start) : lineAfter(text, span.end);
  }
}

/** Silences nothing. */
const NOWHERE: Span = { start: -1, end: -1 };

function remove(span: Span): Edit {
  return { span, newText: '' };
}
