/** Makes a session of a run that was timed elsewhere: by the microphone, or by keys on the rehearsal page. */

import { step } from './session.ts';
import { newSession, type Plan, type Session, type SessionEvent } from './sessionState.ts';

/** What a microphone has told of a run. Seconds since its first word; what was held by key doesn't count. */
export interface HeardRun {
  readonly seconds: number;
  readonly speechSeconds: number;
  readonly pauseSeconds: number;
  /** Silences between the first word and the last. */
  readonly pauses: readonly { readonly start: number; readonly seconds: number }[];
  /** Where the sentences are, in order; those that were not said any more are missing. */
  readonly sentences: readonly HeardSentence[];
}

export interface HeardSentence {
  /** Which of the script's sentences. */
  readonly index: number;
  readonly start: number;
  /** Whether its end was heard as a pause, or only reckoned. */
  readonly isEndHeard: boolean;
}

/** A run from key to key. Seconds since its start, without those that it was paused. */
export interface KeyedRun {
  readonly seconds: number;
  /** When the speaker went on by a sentence (1), or back (−1); 0 s for what came before the start. */
  readonly steps: readonly { readonly seconds: number; readonly by: number }[];
}

/** What all runs have. */
export interface HeldRun {
  /** Seconds that it was paused by key. */
  readonly heldSeconds: number;
  /** Whether nobody was there for a while: the computer slept. */
  readonly wasAway: boolean;
}

export type MeasuredRun = HeldRun & (({ readonly measuredBy: 'voice' } & HeardRun) | ({ readonly measuredBy: 'keys' } & KeyedRun));

/** The session of a run, ended and undecided. The text has flowed on at the planned pace. */
export function sessionOf(plan: Plan, run: MeasuredRun): Session {
  const held = run.heldSeconds * 1000;
  if (run.measuredBy === 'keys') return withAway(replay(plan, run, held), run);
  return withAway(withHeard({ ...newSession(plan), pausedMs: held }, run), run);
}

/**
 * The session, ended, with the times of what was heard. Sentences count as measured if a pause was heard before and
 * behind them; the pause behind a sentence is a part of its time.
 */
export function withHeard(session: Session, heard: HeardRun): Session {
  const { plan } = session;
  const sentences = heard.sentences.filter(({ index }) => index < plan.sentences.length);
  const lapsMs = plan.sentences.map(() => 0);
  const isMeasured = plan.sentences.map(() => false);
  sentences.forEach(({ index, start, isEndHeard }, i) => {
    const end = sentences[i + 1]?.start ?? heard.seconds;
    // The first word of the run begins its first sentence.
    const from = i === 0 ? 0 : start;
    lapsMs[index] = Math.max(0, end - from) * 1000;
    isMeasured[index] = isEndHeard && (i === 0 || sentences[i - 1]!.isEndHeard);
  });
  if (sentences.length === 0 && lapsMs.length > 0) lapsMs[0] = heard.seconds * 1000;
  const last = sentences.at(-1)?.index ?? 0;
  const longest = heard.pauses.reduce((most, pause) => (pause.seconds > most.seconds ? pause : most), { start: 0, seconds: 0 });
  return {
    ...session,
    phase: 'ended',
    position: plan.sentences[last]?.to ?? 0,
    sentence: last,
    runningMs: heard.seconds * 1000,
    lapsMs,
    isMeasured,
    isEntryMeasured: isMeasured[last] ?? false,
    voice: {
      state: 'silent',
      spokenMs: heard.speechSeconds * 1000,
      silentMs: heard.pauseSeconds * 1000,
      silenceMs: 0,
      silenceIn: last,
      longestMs: longest.seconds * 1000,
      longestIn: sentences.findLast(({ start }) => start <= longest.start)?.index ?? 0,
    },
  };
}

/** Tells the session again what was pressed, at its times. */
function replay(plan: Plan, { seconds, steps }: KeyedRun, heldMs: number): Session {
  const end = seconds * 1000;
  let session = newSession(plan);
  const at = (ms: number, event: SessionEvent): void => {
    // Short enough to be taken for time that somebody spoke in.
    for (let now = (session.clockMs ?? 0) + TICK_MS; now < ms; now += TICK_MS) session = step(session, { type: 'tick' }, now);
    session = step(session, event, ms);
  };
  const move = ({ by }: { readonly by: number }, ms: number): void => at(ms, { type: by > 0 ? 'next' : 'previous' });
  for (const one of steps.filter((one) => one.seconds <= 0)) move(one, 0);
  at(0, { type: 'start' });
  for (const one of steps.filter((one) => one.seconds > 0)) move(one, Math.min(end, one.seconds * 1000));
  if (heldMs > 0) {
    at(end, { type: 'pause' });
    at(end + heldMs, { type: 'end' });
  } else {
    at(end, { type: 'end' });
  }
  return session;
}

function withAway(session: Session, { wasAway }: HeldRun): Session {
  return wasAway && !session.incidents.includes('away') ? { ...session, incidents: [...session.incidents, 'away'] } : session;
}

/** Below the longest gap that the session takes for time that passed. */
const TICK_MS = 5000;
