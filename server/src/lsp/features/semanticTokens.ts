/** textDocument/semanticTokens: the terms of answers that transcripts talk about or a glossary explains. */

import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensEdit,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isPlainWord } from '../../core/links/terms.ts';
import type { UsedTerm } from '../../core/links/workspaceTerms.ts';
import { overlap } from '../../core/text/span.ts';
import type { Snapshot } from '../analyses.ts';
import { toOffset, toPosition } from '../convert.ts';
import type { Links } from '../links.ts';
import type { Runtime } from '../runtime.ts';
import { inSlices } from '../slices.ts';
import { isWorthGoing } from './definition.ts';

/** The three requests. The last answer is kept for each open document, for the difference to it. */
export function semanticTokens(links: Links, runtime: Runtime) {
  const last = new WeakMap<TextDocument, { readonly resultId: string; readonly data: number[] }>();
  let results = 0;

  async function full(snapshot: Snapshot, _: Pick<SemanticTokensParams, 'textDocument'>) {
    const tokens = { resultId: String(++results), data: await dataOf(snapshot, await termsOf(snapshot)) };
    last.set(snapshot.document, tokens);
    return tokens;
  }

  async function delta(snapshot: Snapshot, params: SemanticTokensDeltaParams): Promise<SemanticTokens | SemanticTokensDelta> {
    const before = last.get(snapshot.document);
    const tokens = await full(snapshot, params);
    if (before?.resultId !== params.previousResultId) return tokens;
    return { resultId: tokens.resultId, edits: difference(before.data, tokens.data) };
  }

  async function range(snapshot: Snapshot, { range: { start, end } }: SemanticTokensRangeParams): Promise<SemanticTokens> {
    const asked = { start: toOffset(snapshot.lines, start), end: toOffset(snapshot.lines, end) };
    const terms = await termsOf(snapshot);
    return {
      data: await dataOf(
        snapshot,
        terms.filter(({ span }) => overlap(span, asked)),
      ),
    };
  }

  async function termsOf(snapshot: Snapshot): Promise<readonly UsedTerm[]> {
    return snapshot.settings.highlightTerms ? links.termsOf(snapshot) : [];
  }

  async function dataOf(snapshot: Snapshot, terms: readonly UsedTerm[]): Promise<number[]> {
    return (await inSlices(runtime, encode(links, snapshot, terms), () => false)) ?? [];
  }

  return { full, delta, range };
}

/** The tokens as LSP counts them: five numbers each, places relative to the token before. Rests after each term. */
function* encode(links: Links, snapshot: Snapshot, terms: readonly UsedTerm[]): Generator<void, number[]> {
  const known = new Map<string, number>();
  const data: number[] = [];
  let before = { line: 0, character: 0 };
  for (const { term, key, span } of [...terms].sort((a, b) => a.span.start - b.span.start)) {
    let modifiers = known.get(key);
    if (modifiers === undefined && known.size === MOST_TERMS) continue;
    if (modifiers === undefined) known.set(key, (modifiers = modifiersOf(links, term, snapshot)));
    yield;
    if (modifiers === 0) continue;
    // Not every editor has tokens that go on in the next line.
    for (const match of snapshot.text.slice(span.start, span.end).matchAll(/\S[^\r\n]*/g)) {
      const { line, character } = toPosition(snapshot.lines, span.start + match.index);
      data.push(line - before.line, line === before.line ? character - before.character : character, match[0].length, 0, modifiers);
      before = { line, character };
    }
  }
  return data;
}

/** Different terms of a file that are looked up in the transcripts; hours of answers have fewer. */
const MOST_TERMS = 2_000;

/** Bits in the order of the legend's modifiers. */
function modifiersOf(links: Links, term: string, snapshot: Snapshot): number {
  const isLinked = !isPlainWord(term) && isWorthGoing(links.passagesOf(term, snapshot));
  const isExplained = links.knowledgeOf(term, snapshot).meaning !== undefined;
  return (isLinked ? 1 : 0) | (isExplained ? 2 : 0);
}

/** One edit from the first number that differs to the last: what is typed changes one place. */
function difference(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [{ start, deleteCount: before.length - end - start, data: after.slice(start, after.length - end) }];
}
