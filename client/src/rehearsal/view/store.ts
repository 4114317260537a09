/** The state of the panel, and what each action makes of it: pure, with the time handed in. */

import { sessionOf, withHeard, type HeardRun } from '../../../../server/src/core/rehearsal/measured.ts';
import { progressOf, type Progress } from '../../../../server/src/core/rehearsal/progress.ts';
import type { RecallForm } from '../../../../server/src/core/rehearsal/recall.ts';
import { relocate } from '../../../../server/src/core/rehearsal/relocate.ts';
import type { Script } from '../../../../server/src/core/rehearsal/script.ts';
import { step } from '../../../../server/src/core/rehearsal/session.ts';
import { newSession, planOf, type Session, type SessionEvent } from '../../../../server/src/core/rehearsal/sessionState.ts';
import type { HistoryData, Item, Preferences, RehearsalSet, ToView } from './messages.ts';

export interface State {
  /** What is in view. */
  readonly page: 'rehearsal' | 'history';
  readonly set: RehearsalSet | null;
  /** Indices into the set's items, in the order of this rehearsal. */
  readonly order: readonly number[];
  /** Index into the order. */
  readonly place: number;
  /** Whether a mock interview is still being set up. */
  readonly isSetUp: boolean;
  /** The text that the session is about: once it has ended, the file may say something else. */
  readonly script: Script | null;
  readonly session: Session | null;
  /** How much of the answer is shown, the most that was shown in this run, and what each question begins with. */
  readonly form: RecallForm;
  readonly shown: RecallForm;
  readonly startForm: RecallForm;
  /** Whether the run's record has been asked for. */
  readonly isRecorded: boolean;
  readonly preferences: Preferences;
  readonly history: HistoryData | null;
  /** Whether a rehearsal can go to the user's browser. */
  readonly hasPage: boolean;
  /** Whether the microphone listens: the first word starts the clock. */
  readonly isByVoice: boolean;
}

export type Action =
  /** What there is to rehearse, as the extension says it. */
  | Extract<ToView, { type: 'rehearse' | 'changed' }>
  | { readonly type: 'event'; readonly event: SessionEvent }
  /** The microphone listens, or does no longer. */
  | { readonly type: 'voice'; readonly isOn: boolean }
  /** What it has heard of the run that has just ended. */
  | { readonly type: 'heard'; readonly heard: HeardRun }
  /** Breaks the run off, without a record. */
  | { readonly type: 'stop' }
  | { readonly type: 'again' | 'next' }
  | { readonly type: 'interview'; readonly order: readonly number[]; readonly form: RecallForm }
  | { readonly type: 'form'; readonly form: RecallForm }
  | { readonly type: 'decide'; readonly isKept: boolean }
  | { readonly type: 'prefer'; readonly preferences: Partial<Preferences> }
  | { readonly type: 'page'; readonly page: State['page'] }
  | { readonly type: 'history'; readonly data: HistoryData };

const NO_PREFERENCES: Preferences = { fontSize: null, mode: null, speed: 1, isMirrored: false };

export const EMPTY: State = {
  page: 'rehearsal',
  set: null,
  order: [],
  place: 0,
  isSetUp: false,
  script: null,
  session: null,
  form: 'full',
  shown: 'full',
  startForm: 'full',
  isRecorded: false,
  preferences: NO_PREFERENCES,
  history: null,
  hasPage: false,
  isByVoice: false,
};

export const SMALLEST_FONT = 14;
export const LARGEST_FONT = 96;

/** The state after an action at `now`, milliseconds since 1970. */
export function reduce(state: State, action: Action, now: number): State {
  switch (action.type) {
    case 'rehearse':
      return load(state, action, now);
    case 'changed':
      return change(state, action.set, now);
    case 'event':
      return stepped(state, action.event, now);
    case 'voice':
      return byVoice(state, action.isOn, now);
    case 'heard':
      return state.session?.phase === 'ended' ? { ...state, session: withHeard(state.session, action.heard) } : state;
    case 'stop':
      return state.session === null || state.session.phase === 'ready' ? state : fresh(state);
    case 'again':
      return fresh(state);
    case 'next':
      return hasNext(state) ? fresh({ ...state, place: state.place + 1 }) : state;
    case 'interview':
      return fresh({ ...state, isSetUp: false, order: action.order, place: 0, startForm: action.form });
    case 'form':
      return { ...state, form: action.form, shown: most(state.shown, action.form) };
    case 'decide':
      return { ...stepped(state, { type: action.isKept ? 'keep' : 'discard' }, now), isRecorded: true };
    case 'prefer':
      return prefer(state, action.preferences, now);
    case 'page':
      return { ...state, page: action.page };
    case 'history':
      return { ...state, history: action.data };
  }
}

/** The answer that is rehearsed; undefined while there is none. */
export function currentItem({ set, order, place }: State): Item | undefined {
  return set?.items[order[place] ?? -1];
}

export function hasNext({ order, place }: State): boolean {
  return place + 1 < order.length;
}

/** What the session shows now; undefined without one. */
export function progressIn({ session, set }: State): Progress | undefined {
  return session === null ? undefined : progressOf(session, set?.options.thresholds);
}

export function fontSizeIn({ preferences, set }: State): number {
  return preferences.fontSize ?? set?.options.fontSize ?? 32;
}

/** Where an item of an older set is in a newer one: by its id, else by its heading, else where it was. */
export function placeOf(item: Item, index: number, items: readonly Item[]): number {
  const byIdentity = items.findIndex(({ identity }) => identity === item.identity);
  if (byIdentity >= 0) return byIdentity;
  const byTitle = items.findIndex(({ title }) => title === item.title);
  return byTitle >= 0 ? byTitle : Math.min(index, items.length - 1);
}

function load(before: State, action: Extract<Action, { type: 'rehearse' }>, now: number): State {
  const { set, preferences, isFresh, hiddenSince, run, hasPage } = action;
  const state: State = { ...before, hasPage };
  // A view that is in use knows better than what was stored a moment ago.
  const preferred = state.set === null ? (preferences ?? state.preferences) : state.preferences;
  if (isFresh || state.session === null || state.script === null) {
    const isInterview = set.source.kind === 'interview';
    const begun = fresh({
      ...state,
      page: isFresh ? 'rehearsal' : state.page,
      set,
      preferences: preferred,
      order: set.items.map((_, index) => index),
      place: Math.max(0, set.first),
      isSetUp: isInterview,
      startForm: isInterview ? 'hidden' : 'full',
    });
    return run === null || begun.script === null ? begun : { ...begun, session: sessionOf(planOf(begun.script), run) };
  }
  // What was restored knows its script; the rest comes with the set.
  const placed: State = { ...(state.set === null ? refound(state, set) : state), preferences: preferred };
  // Who was out of sight ran on: timers of hidden panels stop, the clock does not.
  const seen =
    hiddenSince === null
      ? stepped(placed, { type: 'reloaded' }, now)
      : stepped(stepped(placed, { type: 'hidden' }, Math.min(now, hiddenSince)), { type: 'visible' }, now);
  // Nobody listens any more.
  return change(seen.session?.phase === 'listening' && !seen.isByVoice ? fresh(seen) : seen, set, now);
}

/** With a microphone, the first word starts the clock; nobody counts down. */
function byVoice(state: State, isByVoice: boolean, now: number): State {
  const next: State = { ...state, isByVoice };
  const { session } = state;
  if (session === null) return next;
  if (!isByVoice) return session.phase === 'listening' ? fresh(next) : next;
  return session.phase === 'ready' ? stepped({ ...next, session: { ...session, ...LISTENING } }, { type: 'start' }, now) : next;
}

const LISTENING = { startsByVoice: true, countdownMs: 0, countdownLeftMs: 0 } as const;

function change(state: State, set: RehearsalSet, now: number): State {
  const before = state.set;
  if (before === null || set.items.length === 0) return state;
  const order = state.order.flatMap((index) => {
    const item = before.items[index];
    return item === undefined ? [] : [placeOf(item, index, set.items)];
  });
  const unique = [...new Set(order)];
  const current = order[state.place];
  const listed = set.source.kind === 'interview' ? unique : set.items.map((_, index) => index);
  const place = Math.max(0, current === undefined ? 0 : listed.indexOf(current));
  const changed: State = { ...state, set, order: listed, place };
  const script = currentItem(changed)?.script;
  if (script === undefined || changed.script === null || changed.session === null || changed.session.phase === 'ended') return changed;
  const { words, sentences } = relocate(changed.script, script);
  return { ...stepped(changed, { type: 'scriptChanged', plan: planOf(script), words, sentences }, now), script };
}

/** A restored state with its set, and the place at the answer that was rehearsed: headings may have come before it. */
function refound(state: State, set: RehearsalSet): State {
  const all = set.items.map((_, index) => index);
  const order = all.length === state.order.length ? state.order : all;
  const found = set.items.findIndex(({ script }) => script.title === state.script?.title);
  const here = order[state.place];
  const isHere = here !== undefined && set.items[here]?.script.title === state.script?.title;
  const place = isHere || found < 0 ? state.place : order.indexOf(found);
  return { ...state, set, order, place: Math.max(0, Math.min(place, order.length - 1)) };
}

/** The state with a session for the item at the place that is ready to start. */
function fresh(state: State): State {
  const script = currentItem(state)?.script ?? null;
  const { preferences, set, startForm } = state;
  const session =
    script === null || state.isSetUp
      ? null
      : newSession(planOf(script), {
          mode: preferences.mode ?? set?.options.mode ?? 'flow',
          countdownSeconds: set?.options.preRollSeconds ?? 0,
          speed: preferences.speed,
        });
  return { ...state, script, session, form: startForm, shown: startForm, isRecorded: false };
}

function stepped(state: State, event: SessionEvent, now: number): State {
  if (state.session === null) return state;
  return { ...state, session: step(state.session, event, now) };
}

function prefer(state: State, wanted: Partial<Preferences>, now: number): State {
  const preferences = { ...state.preferences, ...wanted };
  if (preferences.fontSize !== null) preferences.fontSize = Math.max(SMALLEST_FONT, Math.min(preferences.fontSize, LARGEST_FONT));
  let next: State = { ...state, preferences };
  if (wanted.speed !== undefined) {
    next = stepped(next, { type: 'speed', speed: wanted.speed }, now);
    // The session knows how fast and slow the prompter goes.
    if (next.session !== null) next = { ...next, preferences: { ...preferences, speed: next.session.speed } };
  }
  return wanted.mode == null ? next : stepped(next, { type: 'mode', mode: wanted.mode }, now);
}

const FORMS: readonly RecallForm[] = ['hidden', 'keyPoints', 'firstLetters', 'full'];

function most(a: RecallForm, b: RecallForm): RecallForm {
  return FORMS.indexOf(a) > FORMS.indexOf(b) ? a : b;
}
