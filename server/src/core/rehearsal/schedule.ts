/** Which answer to rehearse next: as given, at random, or what is about to be forgotten first. */

import { createEmptyCard, fsrs, Rating, type Card, type Grade } from 'ts-fsrs';
import type { Run } from './history.ts';
import { clockVerdictOf } from './progress.ts';

export type Order = 'given' | 'random' | 'due';

/** When an answer should be rehearsed again. Milliseconds since 1970. */
export interface Due {
  readonly state: 'new' | 'due' | 'later';
  /** Null for an answer that was never rehearsed. */
  readonly at: number | null;
  /** The chance that it is still known, 0 to 1; 0 for a new one. */
  readonly retrievability: number;
}

export interface OrderOptions {
  readonly order: Order;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Numbers from 0 up to 1, for the random order. */
  readonly random: () => number;
}

/** The order in which to ask, as indices into `histories`: the kept runs of each answer, in the order of the file. */
export function questionOrder(histories: readonly (readonly Run[])[], { order, now, random }: OrderOptions): readonly number[] {
  const indices = histories.map((_, index) => index);
  if (order === 'random') return shuffle(indices, random);
  if (order === 'given') return indices;
  const due = histories.map((runs) => dueOf(runs, now));
  // What is nearly forgotten comes first, then what was never rehearsed; the rest by its day. Sorting is stable.
  return indices.sort((a, b) => RANKS[due[a]!.state] - RANKS[due[b]!.state] || urgency(due[a]!) - urgency(due[b]!));
}

/** When an answer with these runs is due. */
export function dueOf(runs: readonly Run[], now: number): Due {
  const card = cardOf(runs);
  if (card === undefined) return { state: 'new', at: null, retrievability: 0 };
  const at = card.due.getTime();
  // A clock that was set back may put runs into the future.
  const moment = Math.max(now, card.last_review?.getTime() ?? now);
  const retrievability = scheduler.get_retrievability(card, new Date(moment), false);
  return { state: at <= now ? 'due' : 'later', at, retrievability };
}

/** How well the answer was known, by how its run went; undefined for a run that was discarded. */
export function gradeOf({ kept, flaws, form, seconds, target }: Run): Grade | undefined {
  if (!kept) return undefined;
  if (flaws.includes('unfinished') || flaws.includes('skipped')) return Rating.Again;
  const isOver = clockVerdictOf(seconds, target, { warning: 1, over: TOLERATED_SHARE }) === 'over';
  if (isOver || flaws.includes('repeated')) return Rating.Hard;
  return form === 'hidden' ? Rating.Easy : Rating.Good;
}

/** A tenth over the target is met, as in the editor. */
const TOLERATED_SHARE = 1.1;

/** Without chance, so that an answer is due on the same day wherever it is asked; by days, as nobody rehearses by minutes. */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });

const RANKS = { due: 0, new: 1, later: 2 } as const;

function urgency({ state, at, retrievability }: Due): number {
  return state === 'later' ? (at ?? 0) : retrievability;
}

/** The memory of an answer: its runs one after the other. There is no state to be kept besides the history. */
function cardOf(runs: readonly Run[]): Card | undefined {
  // The same runs are asked about at every change of a file.
  if (!cards.has(runs)) cards.set(runs, reviewed(runs));
  return cards.get(runs);
}

const cards = new WeakMap<readonly Run[], Card | undefined>();

function reviewed(runs: readonly Run[]): Card | undefined {
  let card: Card | undefined;
  for (const run of runs.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const grade = gradeOf(run);
    if (grade === undefined) continue;
    const at = new Date(run.at);
    card = scheduler.next(card ?? createEmptyCard(at), at, grade).card;
  }
  return card;
}

/** Fisher and Yates. */
function shuffle(indices: readonly number[], random: () => number): readonly number[] {
  const order = [...indices];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.min(i, Math.floor(random() * (i + 1)));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
