/** What the panel keeps over a reload, as plain data for `setState`; and reading it back without trust. */

import type { RecallForm } from '../../../../server/src/core/rehearsal/recall.ts';
import type { Script } from '../../../../server/src/core/rehearsal/script.ts';
import { restore, serialise } from '../../../../server/src/core/rehearsal/sessionStore.ts';
import type { Source } from './messages.ts';
import { EMPTY, type State } from './store.ts';

export interface Saved {
  readonly v: 1;
  /** Also read by the extension, to make the set anew. */
  readonly source: Source | null;
  readonly page: State['page'];
  readonly order: readonly number[];
  readonly place: number;
  readonly isSetUp: boolean;
  readonly script: Script | null;
  readonly session: string | null;
  readonly form: RecallForm;
  readonly shown: RecallForm;
  readonly startForm: RecallForm;
  readonly isRecorded: boolean;
}

export function toSaved(state: State): Saved {
  const { set, page, order, place, isSetUp, script, session, form, shown, startForm, isRecorded } = state;
  return {
    v: 1,
    source: set?.source ?? null,
    page,
    order,
    place,
    isSetUp,
    script,
    session: session === null ? null : serialise(session),
    form,
    shown,
    startForm,
    isRecorded,
  };
}

/** The state that was saved; the empty one for what is none. The set comes from the extension. */
export function fromSaved(value: unknown): State {
  if (typeof value !== 'object' || value === null) return EMPTY;
  const saved = value as Partial<Record<keyof Saved, unknown>>;
  if (saved.v !== 1) return EMPTY;
  const page = saved.page === 'history' ? 'history' : 'rehearsal';
  const session = typeof saved.session === 'string' ? restore(saved.session) : undefined;
  const script = isScript(saved.script) ? saved.script : undefined;
  const base: State = { ...EMPTY, page, isSetUp: saved.isSetUp === true };
  if (session === undefined || script === undefined) return base;
  if (script.words.length !== session.plan.wordStarts.length) return base;
  return {
    ...base,
    session,
    script,
    order: Array.isArray(saved.order) ? saved.order.filter((index: unknown): index is number => Number.isInteger(index)) : [],
    place: Number.isInteger(saved.place) ? (saved.place as number) : 0,
    form: formOf(saved.form),
    shown: formOf(saved.shown),
    startForm: formOf(saved.startForm),
    isRecorded: saved.isRecorded === true,
  };
}

function formOf(value: unknown): RecallForm {
  return value === 'firstLetters' || value === 'keyPoints' || value === 'hidden' ? value : 'full';
}

/** The extension made it and VS Code kept it; this only guards against another version's. */
function isScript(value: unknown): value is Script {
  const { words, sentences, parts, cues, estimate, load } = (value ?? {}) as Partial<Script>;
  return [words, sentences, parts, cues].every(Array.isArray) && typeof estimate === 'object' && typeof load === 'object';
}
