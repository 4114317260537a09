/** Answers of any number of words in sentences of the kinds that interviews have, for benchmarks. */

/** Plain ones, claims, figures, acronyms; none is made to be quick or slow. */
export const SENTENCES = [
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

/** One answer of four lines: its heading, a blank line, a paragraph in one line, and a line end. */
export function interviewAnswer(number: number): string {
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

/** So many answers that they have at least this many words, as a file; another first number makes another file of the same kind. */
export function interviewFile(words: number, first = 0): string {
  const answers: string[] = [];
  let count = 0;
  for (let number = first; count < words; number++) {
    const answer = interviewAnswer(number);
    answers.push(answer);
    count += answer.split(/\s+/).length - 1;
  }
  return answers.join('\n');
}
