/** The cache of an index: what is written is read back, and anything else is no index. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeIndex, encodeIndex } from '../../server/src/core/links/cacheFormat.ts';
import { findTerm } from '../../server/src/core/links/find.ts';
import { TranscriptIndex } from '../../server/src/core/links/index.ts';
import { rankPassages } from '../../server/src/core/links/passages.ts';
import { finish } from '../../server/src/core/text/steps.ts';
import { checksum, contentHash } from '../../server/src/core/text/hash.ts';

const FILES: Readonly<Record<string, string>> = {
  'a.vtt':
    'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>We call it GR00T, “the” café’s robot.\n\n00:03.000 --> 00:04.500\nRobots; and 机器人 — and C++.\n',
  'b.md':
    '# Talk on Kubernetes\n\n**[00:01]** cooper netties is what it is\n\n**[00:01]** cooper netties is what it is\n\n**[00:09]** Two robots…  said "hello" 😀',
  'c.txt': '',
};

function indexOf(files: Readonly<Record<string, string>>): { index: TranscriptIndex; keys: ReadonlyMap<string, string> } {
  const index = new TranscriptIndex();
  for (const [uri, text] of Object.entries(files)) index.addText(uri, text);
  return { index, keys: new Map(Object.entries(files).map(([uri, text]) => [uri, contentHash(text)])) };
}

/** All that an index knows, as plain data. */
function contents(index: TranscriptIndex): unknown {
  return [...index.shards].map((shard) => ({
    uri: shard.uri,
    title: shard.data.title,
    speakers: shard.data.speakers,
    cues: Array.from({ length: shard.cueCount }, (_, cue) => [shard.cue(cue), shard.wordsIn(cue)]),
    places: Array.from({ length: shard.tokenCount }, (_, token) => [...shard.placesOf(shard.classAt(token))]),
  }));
}

function found(index: TranscriptIndex): unknown {
  return ['robot', 'GR00T', 'Kubernetes', 'cafe', 'C++', '机器人', 'two robots', 'absent'].map((term) =>
    rankPassages(findTerm(term, index)).map(({ shard, cue, score }) => [shard.uri, cue, score]),
  );
}

const { index: original, keys } = indexOf(FILES);
const written = encodeIndex(original, keys);

describe('encodeIndex and decodeIndex', () => {
  test('give the same index and keys back', () => {
    const read = decodeIndex(written)!;
    expect(contents(read.index)).toEqual(contents(original));
    expect(found(read.index)).toEqual(found(original));
    expect(read.keys).toEqual(keys);
  });

  test('an index that was read goes on like any other', () => {
    const { index } = decodeIndex(written)!;
    const fresh = indexOf({ 'a.vtt': FILES['a.vtt']!, 'd.txt': 'Cooper Nettie’s and new words about robotics.' }).index;
    index.remove('b.md');
    index.remove('c.txt');
    index.addText('d.txt', 'Cooper Nettie’s and new words about robotics.');
    expect(contents(index)).toEqual(contents(fresh));
    expect(found(index)).toEqual(found(fresh));
  });

  test('any text comes back', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom("it's", '>> Yes. >> No', 'naïve “GR00T”', 'ＡＢＣ', 'ẞ ß ﬁ', 'İstanbul'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const { index } = indexOf({ x: lines.map((text, i) => `[00:${String(i).padStart(2, '0')}] ${text}`).join('\n') });
        expect(contents(decodeIndex(encodeIndex(index, new Map()))!.index)).toEqual(contents(index));
      }),
    );
  });

  test('bytes that do not begin at a multiple of four are read', () => {
    const shifted = new Uint8Array(written.length + 1);
    shifted.set(written, 1);
    expect(contents(decodeIndex(shifted.subarray(1))!.index)).toEqual(contents(original));
  });

  test('an empty index is an index', () => {
    expect(decodeIndex(encodeIndex(new TranscriptIndex(), new Map()))?.index.size).toBe(0);
  });

  test('any changed byte is noticed', () => {
    fc.assert(
      fc.property(fc.nat({ max: written.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = written.slice();
        damaged[at]! ^= flip;
        expect(decodeIndex(damaged)).toBeUndefined();
      }),
    );
  });

  test('any end that is missing, or more, is noticed', () => {
    fc.assert(
      fc.property(fc.nat({ max: written.length - 1 }), (length) => {
        expect(decodeIndex(written.subarray(0, length))).toBeUndefined();
      }),
    );
    expect(decodeIndex(Uint8Array.of(...written, 0))).toBeUndefined();
  });

  test('other bytes are no index, even with a right head', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(decodeIndex(bytes)).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 400 }), (bytes) => {
        const forged = bytes.slice();
        forged.set(written.subarray(0, 8));
        const header = new DataView(forged.buffer);
        header.setUint32(12, forged.length, true);
        header.setUint32(16, forged.length - 20, true);
        header.setUint32(8, checksum(forged, 12), true);
        expect(decodeIndex(forged)).toBeUndefined();
      }),
    );
  });
});

describe('addTextInSteps', () => {
  test('puts in what addText does, and nothing before its end', () => {
    const text = Array.from(
      { length: 2_000 },
      (_, i) => `**[${Math.floor(i / 60)}:${String(i % 60).padStart(2, '0')}]** line ${i} on robots`,
    ).join('\n');
    const index = new TranscriptIndex();
    const steps = index.addTextInSteps('x', text);
    let count = 0;
    while (steps.next().done !== true) {
      expect(index.size).toBe(0);
      count++;
    }
    expect(count).toBeGreaterThan(4);
    expect(Buffer.compare(encodeIndex(index, new Map()), encodeIndex(indexOf({ x: text }).index, new Map()))).toBe(0);
    expect(finish(index.addTextInSteps('x', ''))).toHaveLength(1);
  });
});

describe('contentHash', () => {
  test('is the same for the same content only', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(contentHash(a) === contentHash(b)).toBe(a === b);
      }),
    );
  });

  test('does not collide among many like texts', () => {
    expect(new Set(Array.from({ length: 20_000 }, (_, i) => contentHash(`talk ${i}`))).size).toBe(20_000);
  });

  test('takes bytes, too', () => {
    expect(contentHash(Uint8Array.of(104, 105))).toBe(contentHash('hi'));
  });
});
