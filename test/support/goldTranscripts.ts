/** Measures links on the transcripts of test/gold/links: is the place that explains a term first, are garbled names found. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Glossary } from '../../server/src/core/glossary/glossary.ts';
import { knowledgeOf } from '../../server/src/core/glossary/knowledge.ts';
import { findTerm } from '../../server/src/core/links/find.ts';
import { TranscriptIndex } from '../../server/src/core/links/index.ts';
import { rankPassages, type Passage } from '../../server/src/core/links/passages.ts';

interface GoldTerm {
  readonly half: string;
  readonly file: string;
  readonly term: string;
  /** One-based lines; empty where nothing explains the term. */
  readonly explained: readonly number[];
  readonly garbled: readonly number[];
}

const NO_GLOSSARY = new Glossary([]);

/**
 * Prints, for each half, how often the explanation is first, which garbled names are found, and which absent names are linked.
 * The kept half's terms are never named: only its totals are there to look at.
 */
export function reportTranscripts(root: string, isVerbose: boolean): void {
  const gold = path.join(root, 'test/gold/links');
  const folder = path.join(gold, 'transcripts');
  const terms = readTerms(path.join(gold, 'explained.tsv'));
  const absent = readFileSync(path.join(gold, 'absentOther.txt'), 'utf8').split('\n').filter(Boolean);
  const names = readdirSync(folder).sort();
  console.log('\nTranscripts of our own (test/gold/links):');
  for (const half of ['dev', 'held']) {
    // Each half is a workspace of its own.
    const index = new TranscriptIndex();
    for (const name of names) {
      if (terms.some((term) => term.half === half && term.file === name))
        index.addText(name, readFileSync(path.join(folder, name), 'utf8'));
    }
    const isShown = isVerbose && half === 'dev';
    let [explained, first, inThree, garbled, heard] = [0, 0, 0, 0, 0];
    for (const gold of terms.filter((term) => term.half === half)) {
      const passages = rankPassages(findTerm(gold.term, index, knowledgeOf(gold.term, NO_GLOSSARY)));
      if (gold.explained.length > 0) {
        const rank = passages.findIndex((passage) => explains(passage, gold));
        explained++;
        first += Number(rank === 0);
        inThree += Number(rank >= 0 && rank < 3);
        if (isShown && rank !== 0)
          console.log(`  ${gold.term}: explained at ${rank} of ${passages.length}; ${passages.slice(0, 4).map(show).join(' / ')}`);
      }
      if (gold.garbled.length > 0) {
        const isHeard = passages.some((passage) => gold.garbled.some((line) => hasLine(passage, line)));
        garbled++;
        heard += Number(isHeard);
        if (isShown && !isHeard) console.log(`  ${gold.term}: not heard in line ${gold.garbled.join(', ')}`);
      }
    }
    const wrong = absent.filter((name) => findTerm(name, index, knowledgeOf(name, NO_GLOSSARY)).length > 0);
    console.log(
      `${half.padEnd(5)} explanation first ${percent(first, explained)}, in the first three ${percent(inThree, explained)} (of ${explained}); ` +
        `garbled names found ${heard} of ${garbled}; absent names linked ${wrong.length} of ${absent.length} ${isVerbose ? wrong.join(', ') : ''}`,
    );
  }
}

function readTerms(file: string): readonly GoldTerm[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [half = '', file = '', term = '', explained = '', garbled = ''] = line.split('\t');
      return { half, file, term, explained: numbers(explained), garbled: numbers(garbled) };
    });
}

function numbers(text: string): readonly number[] {
  return text.split(' ').filter(Boolean).map(Number);
}

/** Whether a reader who goes to the passage reads the explanation next: it is there, or begins a few words further on. */
function explains({ shard, cue, matches }: Passage, { file, explained }: GoldTerm): boolean {
  if (shard.uri !== file) return false;
  const end = matches[0]!.from + WORDS_READ_ON;
  for (let at = cue; at < shard.cueCount && shard.data.cueTokens[at]! < end; at++) {
    if (explained.some((line) => isOnLine(shard.cue(at), line))) return true;
  }
  return false;
}

/** Words that a reader reads on before giving up. */
const WORDS_READ_ON = 30;

function hasLine({ shard, cue, matches }: Passage, line: number): boolean {
  const last = Math.max(cue, shard.cueOf(matches.at(-1)!.to - 1));
  for (let at = cue; at <= last; at++) if (isOnLine(shard.cue(at), line)) return true;
  return false;
}

function isOnLine({ pieces, repeats }: ReturnType<Passage['shard']['cue']>, line: number): boolean {
  return pieces[0]!.line + 1 === line || repeats.some((repeat) => repeat + 1 === line);
}

function show({ shard, cue, score, matches }: Passage): string {
  return `${score.toFixed(2)} ${matches[0]!.tier} ${shard.textOf(cue).slice(0, 60)}`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
