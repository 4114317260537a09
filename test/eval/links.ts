/** Measures links against hand-labelled passages: `npm run eval -- links [gold file] [--verbose]`. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import MiniSearch from 'minisearch';
import { Glossary } from '../../server/src/core/glossary/glossary.ts';
import { knowledgeOf } from '../../server/src/core/glossary/knowledge.ts';
import { findTerm } from '../../server/src/core/links/find.ts';
import { TranscriptIndex } from '../../server/src/core/links/index.ts';
import { rankPassages, type Passage } from '../../server/src/core/links/passages.ts';
import { reportTranscripts } from '../support/goldTranscripts.ts';

interface Place {
  readonly file: string;
  readonly line: number;
}

interface GoldTerm {
  readonly term: string;
  readonly hits: readonly (Place & { readonly kind: string })[];
  readonly definition?: Place;
  readonly acceptable_definitions?: readonly Place[];
  readonly related?: readonly Place[];
}

/** Only what is shipped: no entry of the user's. */
const NO_GLOSSARY = new Glossary([]);

/** Prints precision, recall by kind, how often a definition comes first, and which absent terms are linked. */
export function run(args: readonly string[], root: string): number {
  const gold = args.find((arg) => !arg.startsWith('--')) ?? path.join(root, '../shared/linking/gold-dev.json');
  reportTranscripts(root, args.includes('--verbose'));
  if (!existsSync(gold)) {
    console.error(`There is no ${gold}.`);
    return 2;
  }
  const { files, terms } = JSON.parse(readFileSync(gold, 'utf8')) as { files: Record<string, string>; terms: readonly GoldTerm[] };
  console.log(`\n${path.basename(gold)}:`);
  const folder = path.join(path.dirname(gold), '../real');
  const index = new TranscriptIndex();
  for (const name of Object.values(files)) index.addText(name, readFileSync(path.join(folder, name), 'utf8'));
  const verbose = args.includes('--verbose');

  let found = 0;
  let right = 0;
  const recall = new Map<string, { hit: number; all: number }>();
  let definitions = 0;
  let first = 0;
  let inThree = 0;
  const linked: string[] = [];
  let absent = 0;
  for (const term of terms) {
    const passages = rankPassages(findTerm(term.term, index, knowledgeOf(term.term, NO_GLOSSARY)));
    if (term.hits.length === 0) {
      absent++;
      if (passages.length > 0) linked.push(`${term.term} (${passages.length})`);
      continue;
    }
    const isAt = (passage: Passage, { file, line }: Place): boolean => passage.shard.uri === file && linesOf(passage).includes(line);
    const wrong: Passage[] = [];
    for (const passage of passages) {
      if (term.hits.some((hit) => isAt(passage, hit))) right++;
      else if ((term.related ?? []).some((place) => isAt(passage, place))) continue;
      else wrong.push(passage);
      found++;
    }
    const missed = [];
    for (const hit of term.hits) {
      const kind = recall.get(hit.kind) ?? { hit: 0, all: 0 };
      recall.set(hit.kind, kind);
      kind.all++;
      if (passages.some((passage) => isAt(passage, hit))) kind.hit++;
      else missed.push(hit);
    }
    const accepted = term.acceptable_definitions ?? (term.definition === undefined ? [] : [term.definition]);
    let rank = -1;
    if (accepted.length > 0) {
      definitions++;
      rank = passages.findIndex((passage) => accepted.some((place) => isAt(passage, place)));
      if (rank === 0) first++;
      if (rank >= 0 && rank < 3) inThree++;
    }
    if (verbose) {
      console.log(`\n## ${term.term}: ${passages.length} passages, definition at ${rank}`);
      for (const passage of passages.slice(0, 6)) console.log(`   top ${show(passage)}`);
      for (const place of accepted) console.log(`   def ${place.file.slice(0, 4)}:${place.line}`);
      for (const passage of wrong) console.log(`   WRONG ${show(passage)}`);
      for (const { file, line, kind } of missed) if (kind !== 'paraphrase') console.log(`   MISSED ${kind} ${file}:${line}`);
    }
  }
  console.log(`precision ${percent(right, found)} (${right} of ${found})`);
  for (const [kind, { hit, all }] of recall) console.log(`recall ${kind.padEnd(10)} ${percent(hit, all)} (${hit} of ${all})`);
  console.log(`definition first ${percent(first, definitions)}, in the first three ${percent(inThree, definitions)} (of ${definitions})`);
  console.log(`absent terms linked: ${linked.length} of ${absent} ${linked.join(', ')}`);
  console.log('\nThe same terms with other means, by line (precision, recall of all but paraphrases):');
  const lines = Object.values(files).flatMap((file) =>
    readFileSync(path.join(folder, file), 'utf8')
      .split('\n')
      .map((text, i) => ({ id: `${file}:${i + 1}`, file, line: i + 1, text })),
  );
  const mini = new MiniSearch<{ id: string; text: string }>({ fields: ['text'], idField: 'id' });
  mini.addAll(lines);
  const place = (id: string): Place => ({ file: id.slice(0, id.lastIndexOf(':')), line: Number(id.slice(id.lastIndexOf(':') + 1)) });
  compare('grep (substring)', terms, (term) => lines.filter(({ text }) => text.toLowerCase().includes(term.toLowerCase())));
  compare('minisearch (all words)', terms, (term) => mini.search(term, { combineWith: 'AND' }).map(({ id }) => place(id as string)));
  compare('exact phrase, merged captions', terms, (term) =>
    rankPassages(findTerm(term, index).filter(({ tier }) => tier === 'exact')).flatMap((passage) =>
      linesOf(passage).map((line) => ({ file: passage.shard.uri, line })),
    ),
  );
  return 0;
}

/** Scores a way to find lines; a hit or a related line in any of its repetitions is right, other lines are wrong. */
function compare(name: string, terms: readonly GoldTerm[], find: (term: string) => readonly Place[]): void {
  let [found, right, hit, all] = [0, 0, 0, 0];
  for (const { term, hits, related = [] } of terms) {
    const places = find(term);
    const near = (a: Place, b: Place): boolean =>
      a.file === b.file && Math.abs(a.line - b.line) <= REPEATED_LINES * Number(a.file.endsWith('.md'));
    for (const one of places) {
      if (related.some((other) => near(one, other)) && !hits.some((other) => near(one, other))) continue;
      found++;
      if (hits.some((other) => near(one, other))) right++;
    }
    for (const one of hits.filter(({ kind }) => kind !== 'paraphrase')) {
      all++;
      if (places.some((other) => near(other, one))) hit++;
    }
  }
  console.log(`${name.padEnd(30)} ${percent(right, found)}, ${percent(hit, all)}`);
}

/** Rolling captions repeat a line up to this many lines further down. */
const REPEATED_LINES = 4;

/** One-based lines on which a passage's cue stands. */
function linesOf({ shard, cue }: Passage): readonly number[] {
  const { pieces, repeats } = shard.cue(cue);
  return [pieces[0]!.line + 1, ...repeats.map((line) => line + 1)];
}

function show(passage: Passage): string {
  const { shard, cue, matches, score } = passage;
  return `${shard.uri.slice(0, 4)}:${linesOf(passage)[0]} ${matches.map(({ tier }) => tier).join('+')} ${score.toFixed(2)} ${shard.textOf(cue).slice(0, 110)}`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
