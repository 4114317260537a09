/** Guesses which stretch of speech was which sentence: the planned times of the sentences are laid over the pauses that were heard. */

import type { SentenceTiming, Stretch } from './timing.ts';

/**
 * Finds the sentences in stretches of speech (seconds, in order, with pauses between them), by the seconds that each is expected to take.
 *
 * A dynamic programme cuts both sides into groups, in order: one sentence said in one or several stretches, or several sentences said
 * without a pause. It takes the cut whose groups took as long as planned, within the speaker's own pace, with the long pauses between
 * sentences and not within them.
 */
export function alignSentences(speech: readonly Stretch[], plannedSeconds: readonly number[]): readonly SentenceTiming[] {
  const planned = plannedSeconds.map((seconds) => (Number.isFinite(seconds) ? Math.max(SHORTEST_SENTENCE_SECONDS, seconds) : 1));
  if (speech.length === 0 || planned.length === 0) return [];
  const spoken = cumulated(speech.map(({ start, end }) => end - start));
  const plan = cumulated(planned);
  const ratio = spoken.at(-1)! / plan.at(-1)!;
  // Who took much less time than planned has probably not said everything, rather than spoken at twice the pace.
  const isWhole = ratio >= SLOWEST_WHOLE_RATIO;
  const pace = isWhole ? ratio : 1;

  const groups = bestGroups(
    speech,
    spoken,
    plan.map((seconds) => seconds * pace),
    isWhole,
  );
  return groups.flatMap((group) => timesOf(group, speech, plan));
}

/** Sentences and stretches that belong together; ends are exclusive. */
interface Group {
  readonly firstSentence: number;
  readonly lastSentence: number;
  readonly firstStretch: number;
  readonly lastStretch: number;
}

function bestGroups(speech: readonly Stretch[], spoken: readonly number[], plan: readonly number[], isWhole: boolean): readonly Group[] {
  const sentences = plan.length - 1;
  const width = speech.length + 1;
  const cost = new Float64Array((sentences + 1) * width).fill(Infinity);
  const from = new Int32Array(cost.length);
  cost[0] = 0;
  const mostInOne = Math.max(MOST_SENTENCES_IN_ONE, Math.ceil(sentences / speech.length));
  const inner = cumulated(speech.slice(1).map(({ start }, i) => innerPauseCost(start - speech[i]!.end)));
  for (let sentence = 0; sentence < sentences; sentence++) {
    for (let stretch = 0; stretch < speech.length; stretch++) {
      const here = sentence * width + stretch;
      if (cost[here] === Infinity) continue;
      for (let nextSentence = sentence + 1; nextSentence <= Math.min(sentences, sentence + mostInOne); nextSentence++) {
        const missing = (nextSentence - sentence - 1) * MISSING_PAUSE_COST;
        for (let nextStretch = stretch + 1; nextStretch <= speech.length; nextStretch++) {
          const misfit = Math.log((spoken[nextStretch]! - spoken[stretch]!) / (plan[nextSentence]! - plan[sentence]!)) / SENTENCE_DEVIATION;
          const total = cost[here]! + missing + misfit ** 2 + inner[nextStretch - 1]! - inner[stretch]!;
          const there = nextSentence * width + nextStretch;
          if (total >= cost[there]!) continue;
          cost[there] = total;
          from[there] = here;
        }
      }
    }
  }
  return groupsBack(cost, from, width, sentences, isWhole);
}

/** Walks back from the end: of the last sentence, or of any if the answer was not said to its end. */
function groupsBack(cost: Float64Array, from: Int32Array, width: number, sentences: number, isWhole: boolean): readonly Group[] {
  const ends = Array.from({ length: sentences }, (_, i) => (i + 1) * width + width - 1);
  const reachable = ends.filter((end) => cost[end] !== Infinity);
  const last = sentences * width + width - 1;
  let at =
    isWhole && cost[last] !== Infinity ? last : reachable.reduce((best, end) => (cost[end]! < cost[best]! ? end : best), reachable[0]!);
  const groups: Group[] = [];
  while (at !== 0) {
    const before = from[at]!;
    groups.unshift({
      firstSentence: Math.floor(before / width),
      lastSentence: Math.floor(at / width),
      firstStretch: before % width,
      lastStretch: at % width,
    });
    at = before;
  }
  return groups;
}

/** The times of a group's sentences: those said without a pause share the time as planned. */
function timesOf(
  { firstSentence, lastSentence, firstStretch, lastStretch }: Group,
  speech: readonly Stretch[],
  plan: readonly number[],
): readonly SentenceTiming[] {
  const stretches = speech.slice(firstStretch, lastStretch);
  const total = stretches.reduce((sum, { start, end }) => sum + end - start, 0);
  const planned = plan[lastSentence]! - plan[firstSentence]!;
  return Array.from({ length: lastSentence - firstSentence }, (_, i) => {
    const index = firstSentence + i;
    const isFirst = i === 0;
    const isLast = index + 1 === lastSentence;
    const speechBefore = ((plan[index]! - plan[firstSentence]!) / planned) * total;
    const speechUntil = ((plan[index + 1]! - plan[firstSentence]!) / planned) * total;
    const start = isFirst ? stretches[0]!.start : timeAfter(stretches, speechBefore);
    const end = isLast ? stretches.at(-1)!.end : timeAfter(stretches, speechUntil);
    const speechSeconds = speechUntil - speechBefore;
    return { index, start, end, speechSeconds, pauseSeconds: Math.max(0, end - start - speechSeconds), isEndHeard: isLast };
  });
}

/** When so many seconds of speech were over. */
function timeAfter(stretches: readonly Stretch[], speechSeconds: number): number {
  let rest = speechSeconds;
  for (const { start, end } of stretches) {
    if (rest <= end - start) return start + rest;
    rest -= end - start;
  }
  return stretches.at(-1)!.end;
}

/** Zero, and the sums of the first, the first two, … of the values. */
function cumulated(values: readonly number[]): readonly number[] {
  const sums = [0];
  for (const value of values) sums.push(sums.at(-1)! + value);
  return sums;
}

/** A pause within a sentence is the less likely the longer it is: nothing for the shortest, 1.4 when twice as long. */
function innerPauseCost(seconds: number): number {
  return INNER_PAUSE_WEIGHT * Math.max(0, Math.log(seconds / SHORTEST_PAUSE_SECONDS));
}

/** Seconds; keeps logarithms finite for sentences without any words. */
const SHORTEST_SENTENCE_SECONDS = 0.1;

const SHORTEST_PAUSE_SECONDS = 0.25;

/** Below this share of the planned time, an answer wasn't said to its end: nobody speaks at 1.7 times their pace. */
const SLOWEST_WHOLE_RATIO = 0.6;

/** Standard deviation of the logarithm of a sentence's time against its estimate, as a single sentence varies: some 20 %. */
const SENTENCE_DEVIATION = 0.2;

/** How unlikely it is that a sentence follows without a pause: about one in fifty, in the units of a squared deviation. */
const MISSING_PAUSE_COST = 8;

const INNER_PAUSE_WEIGHT = 2;

/** Nobody says more sentences than this in one go, unless there are too few pauses. It bounds the work. */
const MOST_SENTENCES_IN_ONE = 4;
