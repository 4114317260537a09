/** Times the analysis with all its rules: a file of 2,000 words from scratch when the code is warm, and one edited answer. */

import { analyse, AnalysisCache } from '../../server/src/core/analysis.ts';
import { readSettings } from '../../server/src/core/settings.ts';
import { RULES } from '../../server/src/core/rules/registry.ts';
import { interviewAnswer } from '../support/interviewText.ts';

const ANSWERS = 20;
const ROUNDS = 30;

const settings = readSettings({ audience: 'recruiter' }).settings;

function file(seed: number, edited = ''): string {
  return Array.from({ length: ANSWERS }, (_, i) => interviewAnswer(seed * ANSWERS + i) + (i === ANSWERS / 2 ? `\n${edited}\n` : '')).join(
    '\n',
  );
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/** In milliseconds of the processor, so that other programs on the machine count little. */
function time(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const first = time(() => analyse(file(0), { settings, isListed: true }));
console.log(`first file, with loading the lists: ${first.toFixed(0)} ms`);
for (let i = 1; i <= ROUNDS; i++) analyse(file(i), { settings, isListed: true });

const whole = Array.from({ length: ROUNDS }, (_, i) => time(() => analyse(file(1000 + i), { settings, isListed: true })));
console.log(`2,000 words from scratch: ${median(whole).toFixed(1)} ms, at best ${Math.min(...whole).toFixed(1)} ms (budget 60 ms)`);

const cache = new AnalysisCache();
analyse(file(5000), { settings, isListed: true }, cache);
const edits = Array.from({ length: ROUNDS * 2 }, (_, i) => {
  const text = file(5000, `One more word, number ${i}, before I stop.`);
  return time(() => analyse(text, { settings, isListed: true }, cache));
});
console.log(`one edited answer: ${median(edits).toFixed(2)} ms, at best ${Math.min(...edits).toFixed(2)} ms (budget 5 ms)`);

console.log('\nWithout one rule, from scratch, at best:');
for (const { id } of RULES) {
  const without = readSettings({ audience: 'recruiter', rules: { [id]: 'off' } }).settings;
  const times = Array.from({ length: 8 }, (_, i) => time(() => analyse(file(2000 + i), { settings: without, isListed: true })));
  const saved = Math.min(...whole) - Math.min(...times);
  if (saved > 1) console.log(`  ${id.padEnd(34)} saves ${saved.toFixed(1)} ms`);
}
