/** Times the analysis with all its rules: a file of 2,000 words from scratch when the code is warm, and one edited answer. */

import { analyse, AnalysisCache } from '../../server/src/core/analysis.ts';
import { readSettings } from '../../server/src/core/settings.ts';
import { RULES } from '../../server/src/core/rules/registry.ts';

/** Sentences of the kinds that interviews have: plain ones, claims, figures, acronyms; none is made to be quick or slow. */
const SENTENCES = [
  'I joined the platform group as its third engineer and spent the first half of the year on the scheduler.',
  'The old design kept all of its state in one process, so every deployment meant a short outage, and people had learned to plan around it.',
  'We moved the state into a small replicated log, and restarts went from four minutes to ten seconds.',
  'My manager told me that the new service never fails, but I had seen it fail twice in May.',
  'First I did SFT on thirty thousand dialogues, then DPO, which stands for direct preference optimization.',
  'That made the release process much faster, and the support team noticed.',
  'I asked each of the six nurses on the ward what they would change first.',
  'According to the incident log we had seventeen near misses in 2021 and six in 2022.',
  'What I learned is that you have to write the decision down, because nobody remembers the reasons a year later.',
  'Studies show that pairs work well, and I think that depends on the pair.',
  'In order to find the fault, I sat there from three o’clock with a clamp meter and a thermos.',
  'The p95 latency on our SLO dashboard fell by a third, and the CFO liked the bill.',
];
const WORDS_OF_AN_ANSWER = 100;
const ANSWERS = 20;
const ROUNDS = 30;

const settings = readSettings({ audience: 'recruiter' }).settings;

function answer(number: number): string {
  const sentences: string[] = [];
  let words = 0;
  for (let i = number; words < WORDS_OF_AN_ANSWER; i += 5) {
    // A number of its own keeps sentences apart, so that no cache of words sees the same answer twice.
    const sentence = `${SENTENCES[i % SENTENCES.length]!.slice(0, -1)}, in week ${number * 7 + sentences.length}.`;
    sentences.push(sentence);
    words += sentence.split(' ').length;
  }
  return `## Tell me about a time, ${number} (1 min)\n\n${sentences.join(' ')}\n`;
}

function file(seed: number, edited = ''): string {
  return Array.from({ length: ANSWERS }, (_, i) => answer(seed * ANSWERS + i) + (i === ANSWERS / 2 ? `\n${edited}\n` : '')).join('\n');
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
