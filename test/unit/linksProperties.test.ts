/** Properties of the index of transcripts: what is found depends on what is in it, not on how it came to be. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTerm } from '../../server/src/core/links/find.ts';
import { TranscriptIndex } from '../../server/src/core/links/index.ts';
import type { Match } from '../../server/src/core/links/match.ts';
import { rankPassages } from '../../server/src/core/links/passages.ts';
import { makeShardData } from '../../server/src/core/links/makeShard.ts';
import { Shard } from '../../server/src/core/links/shard.ts';
import { Vocabulary } from '../../server/src/core/links/vocabulary.ts';
import { finish } from '../../server/src/core/text/steps.ts';
import { readTranscript } from '../../server/src/core/transcripts/readTranscript.ts';

const WORDS = [
  ...['the', 'a', 'of', 'and', 'we', 'use', 'scale', 'Scale', 'policy', 'policies', 'teleoperation', 'teleoperator', 'tele', 'operation'],
  ...['teleop', 'robot', 'Robots', 'gr00t', 'groot', 'N1', 'one', 'n', 'two', '2', 'sim', 'to', 'real', 'gap', 'sim2real', 'kubernetties'],
  ...[
    'Kubernetes',
    'pie',
    'torch',
    'PyTorch',
    '机器人',
    'C++',
    'Daniel',
    'Kahneman',
    'world',
    'models',
    'modeling',
    "it's",
    'Müller',
    '.',
    ',',
  ],
];
const word = fc.constantFrom(...WORDS);
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const transcript = fc
  .tuple(fc.constantFrom('', '# Kubernetes and GR00T\n\n'), fc.array(sentence, { maxLength: 10 }))
  .map(([head, rows]) => head + rows.map((row, i) => `[00:0${i}] ${row}`).join('\n'));
const term = fc.oneof(
  fc.constantFrom(
    'GR00T N1',
    'sim-to-real gap',
    'teleop',
    'Scale',
    'Scale AI',
    'Kubernetes',
    'PyTorch',
    '机器人',
    'world model',
    'system two',
  ),
  fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
);

/** What was found, in words that don't depend on the index it was found in. */
function shown(matches: readonly Match[]): readonly string[] {
  return matches.map(({ shard, from, to, tier }) => `${shard.uri} ${from}-${to} ${tier}`);
}

function find(wanted: string, index: TranscriptIndex): readonly string[] {
  return shown(findTerm(wanted, index));
}

function indexOfAll(texts: readonly (readonly [string, string])[]): TranscriptIndex {
  const index = new TranscriptIndex();
  for (const [uri, text] of texts) index.addText(uri, text);
  return index;
}

const files = fc.array(transcript, { minLength: 1, maxLength: 4 }).map((texts) => texts.map((text, i) => [`file${i}`, text] as const));

describe('finding', () => {
  test('never fails, and stays inside the shard, without overlaps', () => {
    const anyText = fc.oneof(transcript, fc.string({ unit: 'binary', maxLength: 80 }));
    const anyTerm = fc.oneof(term, fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('́', '(', '.*', '\ud800', 'İ', 'ﬁ', '½'));
    fc.assert(
      fc.property(anyText, anyTerm, fc.array(anyTerm, { maxLength: 2 }), (text, wanted, others) => {
        const index = indexOfAll([['file', text]]);
        const matches = findTerm(wanted, index, { aliases: others, heardAs: others, said: others[0] });
        let end = 0;
        for (const { shard, from, to } of matches) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(shard.tokenCount);
          end = to;
        }
        const passages = rankPassages(matches);
        expect(passages.flatMap((passage) => passage.matches)).toHaveLength(matches.length);
        for (const { cue, score, shard } of passages) {
          expect(cue).toBeLessThan(shard.cueCount);
          expect(score).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('finds every term in a transcript of itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('robot', 'policy', 'N1', 'gr00t', '机器人', 'C++', 'models', 'Müller', 'torch'), {
          minLength: 1,
          maxLength: 4,
        }),
        (words) => {
          const wanted = words.join(' ');
          expect(find(wanted, indexOfAll([['file', `[00:01] so ${wanted} it is\n[00:02] well`]]))).toHaveLength(1);
        },
      ),
    );
  });

  test('does not depend on the order in which files came', () => {
    fc.assert(
      fc.property(files, term, (texts, wanted) => {
        expect(find(wanted, indexOfAll([...texts].reverse()))).toEqual(find(wanted, indexOfAll(texts)));
      }),
      { numRuns: 150 },
    );
  });

  test('does not depend on which files are listed by word', () => {
    fc.assert(
      fc.property(files, files, files, term, (listed, gone, recent, wanted) => {
        const index = indexOfAll([...listed, ...gone.map(([uri, text]) => [`gone/${uri}`, text] as const)]);
        finish(index.postings.listInSteps());
        for (const [uri] of gone) index.remove(`gone/${uri}`);
        for (const [uri, text] of recent) index.addText(`recent/${uri}`, text);
        const others = recent.map(([uri, text]) => [`recent/${uri}`, text] as const);
        expect(find(wanted, index)).toEqual(find(wanted, indexOfAll([...listed, ...others])));
      }),
      { numRuns: 150 },
    );
  });

  test('keeps what comes and goes while files are being listed', () => {
    const index = indexOfAll([
      ['a', '[00:01] we met barbara in pie torch\n'],
      ['b', '[00:01] and they said pie torch twice\n'],
    ]);
    const steps = index.postings.listInSteps();
    steps.next();
    index.remove('a');
    index.addText('c', '[00:01] only pie torch is here\n');
    finish(steps);
    expect(find('PyTorch', index)).toEqual(
      find(
        'PyTorch',
        indexOfAll([
          ['b', '[00:01] and they said pie torch twice\n'],
          ['c', '[00:01] only pie torch is here\n'],
        ]),
      ),
    );
    expect(find('PyTorch', index)).toHaveLength(2);
  });

  test('does not depend on files that were there before', () => {
    fc.assert(
      fc.property(files, files, term, (texts, gone, wanted) => {
        const used = indexOfAll(gone.map(([uri, text], i) => [i % 2 === 0 ? uri : `gone/${uri}`, text]));
        for (const [i, [uri]] of gone.entries()) used.remove(i % 2 === 0 ? uri : `gone/${uri}`);
        expect(used.size).toBe(0);
        expect(find(wanted, used)).toEqual([]);
        for (const [uri, text] of [...texts, ...texts]) used.addText(uri, text);
        expect(find(wanted, used)).toEqual(find(wanted, indexOfAll(texts)));
      }),
      { numRuns: 150 },
    );
  });

  test('without a file has its matches no more', () => {
    fc.assert(
      fc.property(files, term, (texts, wanted) => {
        const index = indexOfAll(texts);
        const { generation } = index;
        expect(index.remove('file0')).toBe(true);
        expect(index.remove('file0')).toBe(false);
        expect(index.generation).toBe(generation + 1);
        expect(find(wanted, index)).toEqual(find(wanted, indexOfAll(texts.slice(1))));
      }),
      { numRuns: 100 },
    );
  });
});

test('clipped words stand for the same long ones, however many there are and in whatever order they came', () => {
  const longer = Array.from({ length: 30 }, (_, i) => `teleop${'abcdefghij'[i % 10]!}${'xyz'[Math.floor(i / 10)]!}ing`);
  const text = (words: readonly string[]): string => words.map((one, i) => `[00:${10 + i}] ${one} here`).join('\n');
  const [one, other] = [text(longer), text([...longer].reverse())].map((all) => {
    const index = indexOfAll([['file', all]]);
    return findTerm('teleop', index).map(({ shard, from }) => index.vocabulary.word(shard.wordAt(from)));
  });
  expect([...other!].sort()).toEqual([...one!].sort());
});

describe('a shard', () => {
  test('gives back the cues that it was made of', () => {
    fc.assert(
      fc.property(transcript, (text) => {
        const read = readTranscript(text);
        const vocabulary = new Vocabulary();
        const shard = new Shard('file', makeShardData(read, vocabulary), vocabulary);
        expect(Array.from({ length: shard.cueCount }, (_, i) => shard.cue(i))).toEqual(read.cues);
        for (let cue = 0; cue < shard.cueCount; cue++) {
          const words = shard.wordsIn(cue);
          const first = shard.data.cueTokens[cue]!;
          expect(shard.data.cueTokens[cue + 1]).toBe(first + words.length);
          for (const [i, { key }] of words.entries()) {
            expect(vocabulary.word(shard.wordAt(first + i))).toBe(key);
            expect(shard.cueOf(first + i)).toBe(cue);
            expect(shard.placesOf(shard.classAt(first + i))).toContain(first + i);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
