/** Keeps a session as text, so that a run survives a reload of its panel. */

import { FASTEST, SLOWEST, type Session } from './sessionState.ts';

/** The session as JSON. */
export function serialise(session: Session): string {
  return JSON.stringify(session);
}

/** The session of a text that `serialise` made; undefined for any other text, and for those of other versions. Never throws. */
export function restore(text: string): Session | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isSession(value) ? value : undefined;
}

type Check = (value: unknown) => boolean;

const amount: Check = (value) => typeof value === 'number' && value >= 0;
const index: Check = (value) => amount(value) && Number.isInteger(value);
const flag: Check = (value) => typeof value === 'boolean';
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const record =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(checks).every(([key, check]) => check((value as Readonly<Record<string, unknown>>)[key]));

const shape = record({
  v: (value) => value === 1,
  plan: record({
    seconds: amount,
    target: orNull(record({ minSeconds: amount, maxSeconds: orNull(amount) })),
    wordStarts: listOf(amount),
    sentences: listOf(record({ firstWord: index, lastWord: index, from: amount, to: amount })),
  }),
  mode: oneOf('flow', 'sentence', 'clock'),
  phase: oneOf('ready', 'countdown', 'listening', 'running', 'paused', 'ended'),
  outcome: oneOf('undecided', 'kept', 'discarded'),
  clockMs: orNull((value) => Number.isFinite(value)),
  countdownMs: amount,
  countdownLeftMs: amount,
  startsByVoice: flag,
  isVisible: flag,
  speed: (value) => typeof value === 'number' && value >= SLOWEST && value <= FASTEST,
  position: amount,
  sentence: index,
  runningMs: amount,
  pausedMs: amount,
  idleMs: amount,
  awayMs: amount,
  lapsMs: listOf(amount),
  isMeasured: listOf(flag),
  isEntryMeasured: flag,
  voice: record({
    state: oneOf('unknown', 'speaking', 'silent'),
    spokenMs: amount,
    silentMs: amount,
    silenceMs: amount,
    silenceIn: index,
    longestMs: amount,
    longestIn: index,
  }),
  incidents: listOf(oneOf('repeated', 'away', 'edited')),
});

function isSession(value: unknown): value is Session {
  if (!shape(value)) return false;
  const { plan, lapsMs, isMeasured, sentence } = value as Session;
  const count = plan.sentences.length;
  return lapsMs.length === count && isMeasured.length === count && sentence < Math.max(1, count);
}
