/** One line of ten million characters: the core reads it without an error, and searches it without taking minutes. */

import { expect, test } from 'vitest';
import { analyse } from '../../server/src/core/analysis.ts';
import { passagesOf } from '../../server/src/core/links/links.ts';
import { TranscriptIndex } from '../../server/src/core/links/index.ts';
import { readSettings } from '../../server/src/core/settings.ts';

const { settings } = readSettings({});

test.each(['a', '漢', '-', '9'])('one word of ten million %j', (letter) => {
  const text = `# Why? (≈ 30 seconds)\n\n${letter.repeat(10_000_000)}\n`;
  const { findings, answers } = analyse(text, { settings, isListed: true });
  expect(answers).toHaveLength(1);
  expect(findings.every(({ span }) => span.start <= span.end && span.end <= text.length)).toBe(true);
});

test('one cue of 300,000 characters', () => {
  const index = new TranscriptIndex();
  index.addText('file:///one.vtt', `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n${'we moved the Kafka service over and '.repeat(8_000)}\n`);
  const start = process.cpuUsage();
  expect(passagesOf('Kafka', index)).not.toEqual([]);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1_000_000).toBeLessThan(10);
});
