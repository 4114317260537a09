/** The panel's state: what actions make of it, over edits, reloads and several answers. */

import { describe, expect, test } from 'vitest';
import type { Item, RehearsalSet, Source } from '../../../../client/src/rehearsal/view/messages.ts';
import { fromSaved, toSaved } from '../../../../client/src/rehearsal/view/saved.ts';
import {
  currentItem,
  EMPTY,
  fontSizeIn,
  placeOf,
  progressIn,
  reduce,
  type Action,
  type State,
} from '../../../../client/src/rehearsal/view/store.ts';
import { scriptOf } from '../../../../server/src/core/rehearsal/script.ts';
import { analysisOf } from '../../../support/scripts.ts';

const TEXT =
  '# One (30 s)\n\nThe first sentence is here. The second one follows it. And a third.\n\n# Two (20 s)\n\nAnother answer. It is short.\n';
const START = 1_000_000;

function setOf(text: string, kind: Source['kind'] = 'file', given: Partial<RehearsalSet['options']> = {}): RehearsalSet {
  const analysis = analysisOf(text);
  const items = analysis.answers.flatMap(({ answer }, index): Item[] => {
    const script = scriptOf(analysis, { kind: 'answer', index });
    return script === undefined ? [] : [{ title: answer.content.title, line: index, identity: `id of ${answer.content.title}`, script }];
  });
  return {
    source: { uri: 'file:///a.md', kind, line: 0 },
    file: 'a.md',
    items,
    first: 0,
    dueOrder: [1, 0],
    due: 1,
    unrehearsed: 1,
    options: { thresholds: { warning: 0.9, over: 1 }, preRollSeconds: 0, fontSize: 32, mode: 'flow', silenceSeconds: 4, ...given },
  };
}

const load = (set: RehearsalSet, given: Partial<Extract<Action, { type: 'rehearse' }>> = {}): Action => ({
  type: 'rehearse',
  set,
  preferences: null,
  isFresh: true,
  hiddenSince: null,
  run: null,
  hasPage: false,
  ...given,
});
const event = (type: 'toggle' | 'next' | 'previous' | 'end' | 'tick'): Action => ({ type: 'event', event: { type } });

/** The state after actions at seconds. */
function after(steps: readonly (readonly [number, Action])[], from: State = EMPTY): State {
  return steps.reduce((state, [seconds, action]) => reduce(state, action, START + seconds * 1000), from);
}

const running = (set = setOf(TEXT)): State =>
  after([
    [0, load(set)],
    [0, event('toggle')],
    [2, event('tick')],
  ]);

describe('a run', () => {
  test('starts, passes time, and ends', () => {
    expect(progressIn(running())).toMatchObject({ phase: 'running', elapsedSeconds: 2, remainingSeconds: 28, verdict: 'onTrack' });
    expect(progressIn(after([[5, event('end')]], running()))).toMatchObject({ phase: 'ended', elapsedSeconds: 5 });
  });

  test('takes mode, speed and countdown from settings and preferences', () => {
    const state = after([
      [
        0,
        load(setOf(TEXT, 'file', { mode: 'sentence', preRollSeconds: 3 }), {
          preferences: { fontSize: 40, mode: null, speed: 1.5, isMirrored: true },
        }),
      ],
    ]);
    expect(state.session).toMatchObject({ mode: 'sentence', speed: 1.5, countdownMs: 3000 });
    expect(fontSizeIn(state)).toBe(40);
  });

  test('says over by the thresholds of the settings', () => {
    const set = setOf(TEXT, 'file', { thresholds: { warning: 0.05, over: 0.1 } });
    expect(progressIn(after([[3.5, event('tick')]], running(set)))?.verdict).toBe('over');
  });

  test('that is stopped begins anew, and leaves no decision', () => {
    const state = after([[3, { type: 'stop' }]], running());
    expect(progressIn(state)).toMatchObject({ phase: 'ready', elapsedSeconds: 0 });
    expect(state.isRecorded).toBe(false);
  });

  test('is decided once', () => {
    const ended = after(
      [
        [5, event('end')],
        [6, { type: 'decide', isKept: false }],
      ],
      running(),
    );
    expect(ended).toMatchObject({ isRecorded: true, session: { outcome: 'discarded' } });
    expect(after([[7, { type: 'decide', isKept: true }]], ended).session?.outcome).toBe('discarded');
  });

  test('remembers the most that was shown of the answer', () => {
    const interview = after([
      [0, load(setOf(TEXT, 'interview'))],
      [0, { type: 'interview', order: [1, 0], form: 'hidden' }],
    ]);
    expect(interview).toMatchObject({ form: 'hidden', shown: 'hidden' });
    const shown = after(
      [
        [1, { type: 'form', form: 'firstLetters' }],
        [2, { type: 'form', form: 'hidden' }],
      ],
      interview,
    );
    expect(shown).toMatchObject({ form: 'hidden', shown: 'firstLetters' });
    expect(after([[3, { type: 'again' }]], shown)).toMatchObject({ form: 'hidden', shown: 'hidden' });
  });
});

describe('several answers', () => {
  test('come one after the other, up to the last', () => {
    const second = after([[3, { type: 'next' }]], running());
    expect(currentItem(second)?.title).toBe('Two');
    expect(progressIn(second)).toMatchObject({ phase: 'ready', elapsedSeconds: 0 });
    expect(after([[4, { type: 'next' }]], second)).toBe(second);
  });

  test('of a mock interview wait for the set-up, and come in its order', () => {
    const waiting = after([[0, load(setOf(TEXT, 'interview'))]]);
    expect(waiting).toMatchObject({ isSetUp: true, session: null });
    const asked = after([[1, { type: 'interview', order: [1, 0], form: 'keyPoints' }]], waiting);
    expect(currentItem(asked)?.title).toBe('Two');
    expect(currentItem(after([[2, { type: 'next' }]], asked))?.title).toBe('One');
  });
});

describe('an edit', () => {
  const edited = TEXT.replace('The first', 'Zero comes before it. The first');

  test('keeps the place, and the time', () => {
    const begun = after([
      [0, load(setOf(TEXT))],
      [0, event('toggle')],
      [0.5, event('next')],
    ]);
    expect(progressIn(begun)?.sentence).toBe(1);
    const state = after([[1, { type: 'changed', set: setOf(edited) }]], begun);
    expect(progressIn(state)).toMatchObject({ sentence: 2, elapsedSeconds: 1, phase: 'running' });
    expect(state.script?.sentences).toHaveLength(4);
  });

  test('of another answer changes nothing in this one', () => {
    const state = after([[3, { type: 'changed', set: setOf(TEXT.replace('It is short.', 'It is longer now.')) }]], running());
    expect(state.session?.incidents).toEqual([]);
  });

  test('that puts an answer before this one keeps this one', () => {
    const state = after([[3, { type: 'changed', set: setOf(`# Zero\n\nNew.\n\n${TEXT}`) }]], running());
    expect(currentItem(state)?.title).toBe('One');
    expect(state.order).toEqual([0, 1, 2]);
  });

  test('in a mock interview keeps the order, without answers that were added', () => {
    const asked = after([
      [0, load(setOf(TEXT, 'interview'))],
      [1, { type: 'interview', order: [1, 0], form: 'hidden' }],
    ]);
    const state = after([[3, { type: 'changed', set: setOf(`# Zero\n\nNew.\n\n${TEXT}`, 'interview') }]], asked);
    expect(state.order).toEqual([2, 1]);
    expect(currentItem(state)?.title).toBe('Two');
  });

  test('after the end leaves the report as it was', () => {
    const ended = after([[5, event('end')]], running());
    const state = after([[6, { type: 'changed', set: setOf(edited) }]], ended);
    expect(state.script).toBe(ended.script);
    expect(state.session).toBe(ended.session);
    expect(after([[7, { type: 'again' }]], state).script?.sentences).toHaveLength(4);
  });

  test('that leaves nothing to say changes nothing', () => {
    const before = running();
    expect(after([[3, { type: 'changed', set: { ...setOf(TEXT), items: [] } }]], before)).toBe(before);
  });

  test.each([
    ['id of b', 'x', 0, 1],
    ['other', 'c', 0, 2],
    ['other', 'other', 1, 1],
    ['other', 'other', 9, 2],
  ])('finds %s, %s, once at %i, at %i', (identity, title, index, expected) => {
    const items = ['a', 'b', 'c'].map((one) => ({ title: one, identity: `id of ${one}` }) as Item);
    expect(placeOf({ identity, title } as Item, index, items)).toBe(expected);
  });
});

describe('a reload', () => {
  const reloaded = (state: State, seconds: number, given: Parameters<typeof load>[1] = {}, text = TEXT): State =>
    after([[seconds, load(setOf(text), { isFresh: false, ...given })]], fromSaved(JSON.parse(JSON.stringify(toSaved(state)))));

  test('goes on with the run, with the time that has passed', () => {
    expect(progressIn(reloaded(running(), 6))).toMatchObject({ phase: 'running', elapsedSeconds: 6 });
  });

  test('pauses the run when it took longer than anyone waits', () => {
    expect(progressIn(reloaded(running(), 600))).toMatchObject({ phase: 'paused', elapsedSeconds: 2 });
  });

  test('of a panel that was hidden meanwhile counts the time', () => {
    expect(progressIn(reloaded(running(), 600, { hiddenSince: START + 3000 }))).toMatchObject({ phase: 'running', elapsedSeconds: 600 });
  });

  test('finds the answer when another has come before it', () => {
    const state = reloaded(running(), 6, {}, `# Zero\n\nNew.\n\n${TEXT}`);
    expect(currentItem(state)?.title).toBe('One');
    expect(progressIn(state)).toMatchObject({ phase: 'running', elapsedSeconds: 6 });
  });

  test('keeps a report, and that it was decided', () => {
    const ended = after(
      [
        [5, event('end')],
        [6, { type: 'decide', isKept: true }],
      ],
      running(),
    );
    expect(reloaded(ended, 9)).toMatchObject({ isRecorded: true, session: { phase: 'ended', outcome: 'kept', runningMs: 5000 } });
  });

  test('keeps the set-up of a mock interview', () => {
    const waiting = after([[0, load(setOf(TEXT, 'interview'))]]);
    const state = after([[1, load(setOf(TEXT, 'interview'), { isFresh: false })]], fromSaved(toSaved(waiting)));
    expect(state).toMatchObject({ isSetUp: true, session: null });
  });

  test.each([
    undefined,
    null,
    7,
    'text',
    {},
    { v: 2 },
    { v: 1, session: '{', script: {} },
    { v: 1, session: null, order: 'no', place: 'x' },
  ])('of %o begins anew', (value) => {
    expect(fromSaved(value).session).toBeNull();
    expect(currentItem(after([[0, load(setOf(TEXT), { isFresh: false })]], fromSaved(value)))?.title).toBe('One');
  });
});

describe('preferences', () => {
  test('of a view that is in use hold when the next rehearsal begins', () => {
    const stored = { fontSize: 20, mode: null, speed: 1, isMirrored: false };
    const state = after(
      [
        [1, { type: 'prefer', preferences: { mode: 'clock' } }],
        [2, load(setOf(TEXT), { preferences: stored })],
      ],
      running(),
    );
    expect(state.session?.mode).toBe('clock');
    expect(state.preferences.fontSize).toBeNull();
  });

  test.each([
    [{ fontSize: 500 }, { fontSize: 96 }],
    [{ fontSize: 1 }, { fontSize: 14 }],
    [{ speed: 9 }, { speed: 4 }],
    [{ speed: 0 }, { speed: 0.25 }],
    [{ isMirrored: true }, { isMirrored: true }],
    [{ mode: 'clock' }, { mode: 'clock' }],
  ] as const)('%o come to %o', (wanted, expected) => {
    expect(after([[1, { type: 'prefer', preferences: wanted }]], running()).preferences).toMatchObject(expected);
  });

  test('change the run at once', () => {
    const state = after([[1, { type: 'prefer', preferences: { mode: 'clock', speed: 2 } }]], running());
    expect(state.session).toMatchObject({ mode: 'clock', speed: 2 });
  });
});

describe('a run from elsewhere', () => {
  const run = {
    measuredBy: 'voice',
    seconds: 9,
    heldSeconds: 2,
    wasAway: false,
    speechSeconds: 8,
    pauseSeconds: 1,
    pauses: [{ start: 4, seconds: 1 }],
    sentences: [0, 1, 2].map((index) => ({ index, start: 3 * index, isEndHeard: true })),
  } as const;

  test('is shown as its report, to be kept or discarded', () => {
    const state = after([[0, load(setOf(TEXT), { run, hasPage: true })]]);
    expect([state.session?.phase, state.session?.outcome, state.isRecorded, state.hasPage]).toEqual(['ended', 'undecided', false, true]);
    expect(progressIn(state)?.elapsedSeconds).toBe(9);
    expect(currentItem(state)?.title).toBe('One');
    expect(after([[1, { type: 'decide', isKept: true }]], state).session?.outcome).toBe('kept');
  });
  test('is there after a reload', () => {
    const state = after([[0, load(setOf(TEXT), { run })]]);
    const restored = after([[1, load(setOf(TEXT), { isFresh: false })]], fromSaved(JSON.parse(JSON.stringify(toSaved(state)))));
    expect(restored.session?.lapsMs).toEqual([3000, 3000, 3000]);
    expect(restored.session?.phase).toBe('ended');
  });
  test('gives way to the next rehearsal', () => {
    const state = after([
      [0, load(setOf(TEXT), { run })],
      [1, load(setOf(TEXT))],
    ]);
    expect(state.session?.phase).toBe('ready');
  });
});

describe('by voice', () => {
  const on: Action = { type: 'voice', isOn: true };
  const off: Action = { type: 'voice', isOn: false };
  const counted = setOf(TEXT, 'file', { preRollSeconds: 3 });

  test('the run waits for the first word, without a countdown', () => {
    const state = after([
      [0, load(counted)],
      [1, on],
    ]);
    expect([state.session?.phase, state.isByVoice]).toEqual(['listening', true]);
    const started = after(
      [
        [9, { type: 'event', event: { type: 'voiceStarted', at: START + 8500 } }],
        [10, event('tick')],
      ],
      state,
    );
    expect([started.session?.phase, progressIn(started)?.elapsedSeconds]).toEqual(['running', 1.5]);
  });
  test('without a microphone, nobody waits for a word', () => {
    const state = after([
      [0, load(counted)],
      [1, on],
      [2, off],
    ]);
    expect([state.session?.phase, state.session?.startsByVoice, state.session?.countdownMs]).toEqual(['ready', false, 3000]);
  });
  test('a run that is going on is not touched', () => {
    expect(after([[3, on]], running()).session?.phase).toBe('running');
    expect(
      after(
        [
          [3, on],
          [4, off],
        ],
        running(),
      ).session?.phase,
    ).toBe('running');
  });
  test('nobody listens after a reload', () => {
    const state = after([
      [0, load(counted)],
      [1, on],
    ]);
    const restored = after([[2, load(counted, { isFresh: false })]], fromSaved(JSON.parse(JSON.stringify(toSaved(state)))));
    expect(restored.session?.phase).toBe('ready');
  });
  test('what was heard replaces what the clock has counted, once the run has ended', () => {
    const heard = { seconds: 5, speechSeconds: 5, pauseSeconds: 0, pauses: [], sentences: [{ index: 0, start: 0, isEndHeard: true }] };
    expect(progressIn(after([[3, { type: 'heard', heard }]], running()))?.elapsedSeconds).not.toBe(5);
    expect(
      progressIn(
        after(
          [
            [3, event('end')],
            [3, { type: 'heard', heard }],
          ],
          running(),
        ),
      )?.elapsedSeconds,
    ).toBe(5);
  });
});
