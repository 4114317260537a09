/** Times the duration model: the first text, which loads the dictionary, and words a second after that. */

import { estimateLine } from '../../server/src/core/speech/estimateLine.ts';

const PLAIN =
  'I joined the platform group as its third engineer and spent the first half of the year on the scheduler. The old design kept all of ' +
  'its state in one process, so every deployment meant a short outage, and people had learned to plan around it. ';
const TECHNICAL =
  'We trained a 25B-A3.5B model on 64 H100s with Megatron-LM, at about 3.2 TB/s between racks, and p95 latency fell by 37% to 180 ms in Q3 2024. ';
const ROUNDS = 400;

const first = performance.now();
estimateLine(PLAIN);
console.log(`first text, with loading the dictionary: ${(performance.now() - first).toFixed(1)} ms (budget 60 ms)`);
for (const [name, text] of [
  ['plain', PLAIN],
  ['technical', TECHNICAL],
  ['German', 'Ich habe drei Jahre lang an einem System gearbeitet, das die Arbeit von 120 Rechnern plant, und es war nicht immer leicht. '],
  ['Chinese', '我在这家公司工作了三年，主要负责调度系统的设计和开发，我们把延迟降低了百分之四十。'],
] as const) {
  const long = text.repeat(10);
  estimateLine(long);
  const begun = performance.now();
  let words = 0;
  for (let i = 0; i < ROUNDS / 10; i++) words += estimateLine(long).words;
  console.log(
    `${name.padEnd(10)} ${Math.round((1000 * words) / (performance.now() - begun)).toLocaleString('en')} words/s (at least 20,000)`,
  );
}
