/** Measures how many misheard names are found, and how many absent names are linked by mistake: `npm run eval -- garbles [--all]`. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findTerm } from '../../server/src/core/links/find.ts';
import { TranscriptIndex } from '../../server/src/core/links/index.ts';

/** Prints recall of the development half (with --all: of each half), and the absent names that were linked. */
export function run(args: readonly string[], root: string): number {
  const gold = path.join(root, 'test/gold/links');
  const pairs = readFileSync(path.join(gold, 'garbles.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t') as [string, string]);
  const half = Math.ceil(pairs.length / 2);
  for (const [name, part] of [
    ['development', pairs.slice(0, half)],
    ['kept aside', pairs.slice(half)],
  ] as const) {
    if (name === 'kept aside' && !args.includes('--all')) continue;
    const missed: string[] = [];
    let wrong = 0;
    for (const [term] of part) {
      const index = new TranscriptIndex();
      index.addText(
        'captions',
        pairs
          .map(([, line], i) => `[${String(Math.floor(i / 20)).padStart(2, '0')}:${String((i % 20) * 3).padStart(2, '0')}] ${line}`)
          .join('\n'),
      );
      const [shard] = index.shards;
      const lines = findTerm(term, index).map(({ from }) => shard!.lineOf(shard!.cueOf(from)));
      const own = pairs.findIndex(([name]) => name === term);
      if (!lines.includes(own)) missed.push(term);
      wrong += lines.filter((line) => line !== own).length;
    }
    console.log(`${name}: ${part.length - missed.length} of ${part.length} found, ${wrong} wrong; missed ${missed.join(', ')}`);
  }

  const names = readFileSync(path.join(gold, 'absentNames.txt'), 'utf8').split('\n').filter(Boolean);
  const shared = path.join(root, '../shared');
  const texts = ['real/podcast-transcript.txt', 'real/talk-transcript.md', 'speech/timed-speech-dev.jsonl']
    .map((name) => path.join(shared, name))
    .filter((name) => existsSync(name));
  const index = new TranscriptIndex();
  for (const file of texts) {
    const text = readFileSync(file, 'utf8');
    const plain = file.endsWith('.jsonl')
      ? text
          .split('\n')
          .filter(Boolean)
          .map((line) => (JSON.parse(line) as { text: string }).text)
          .join('\n\n')
      : text;
    index.addText(path.basename(file), plain);
  }
  const linked = names.map((name) => [name, findTerm(name, index)] as const).filter(([, matches]) => matches.length > 0);
  console.log(`absent names in ${texts.length} texts: ${linked.length} of ${names.length} linked`);
  for (const [name, matches] of linked) {
    const words = matches
      .slice(0, 3)
      .map(({ shard, from, to }) => Array.from({ length: to - from }, (_, i) => index.vocabulary.word(shard.wordAt(from + i))).join(' '));
    console.log(`  ${name}: ${matches.length}, ${matches[0]!.tier}, ${words.join(' | ')}`);
  }
  return 0;
}
