/** What a transcript takes in memory: arrays of whole numbers and the text itself, and no object for any cue or word. */

import { expect, test } from 'vitest';
import { SHARD_ARRAYS } from '../../server/src/core/links/shard.ts';
import { interviewFile } from '../support/interviewText.ts';
import { indexOf } from '../support/links.ts';

/** An hour of captions at 150 words a minute, ten words each. */
const WORDS = 9_000;

test('an hour of captions', () => {
  const words = interviewFile(WORDS)
    .replaceAll(/^##.*$/gm, '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, WORDS);
  const cues: string[] = [];
  for (let i = 0; i < words.length; i += 10) {
    const at = i * 4;
    const stamp = (tenths: number): string => `00:${two(Math.floor(tenths / 600))}:${two(Math.floor(tenths / 10) % 60)}.${tenths % 10}00`;
    cues.push(`${stamp(at)} --> ${stamp(at + 39)}\n${words.slice(i, i + 10).join(' ')}\n`);
  }
  const index = indexOf(`WEBVTT\n\n${cues.join('\n')}`, 'hour.vtt');
  const shard = index.get('hour.vtt')!;
  // Some captions are alike, and merged.
  expect(shard.cueCount).toBeGreaterThan(800);
  const bytes = SHARD_ARRAYS.reduce((sum, name) => sum + shard.data[name].byteLength, 0);
  // The text itself is six bytes a word; its number and its place are two each, and a cue adds some twenty for its ten words.
  expect(bytes / WORDS).toBeLessThan(16);
  // What isn't an array is as long as the head of the file.
  const rest = Object.entries(shard.data).filter(([name]) => !(SHARD_ARRAYS as readonly string[]).includes(name));
  expect(JSON.stringify(rest).length).toBeLessThan(200);
});

function two(number: number): string {
  return String(number).padStart(2, '0');
}
