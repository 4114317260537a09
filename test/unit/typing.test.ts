/** The sentence that is being typed: which one it is, what waits for it, and when it ends. */

import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/core/analysis.ts';
import { sentenceBeingTyped, waits } from '../../server/src/core/editing/beingTyped.ts';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings.ts';
import { LineIndex } from '../../server/src/core/text/lineIndex.ts';
import type { Snapshot } from '../../server/src/lsp/analyses.ts';
import { Typing } from '../../server/src/lsp/typing.ts';
import { markdown } from '../support/markdownArbitrary.ts';
import { mark, unmark } from '../support/marked.ts';

const URI = 'file:///a.md';

function snapshotOf(text: string): Snapshot {
  const analyseAgain = (other: string) => analyse(other, { settings: DEFAULT_SETTINGS, isListed: true });
  return {
    serial: 1,
    uri: URI,
    document: undefined as never,
    version: 1,
    text,
    lines: new LineIndex(text),
    settings: DEFAULT_SETTINGS,
    analysis: analyseAgain(text),
    sources: undefined,
    paces: new Map(),
    analyseAgain,
  };
}

/** The sentence that is typed at the cursor is the one marked with «…». */
function check(marked: string): void {
  const { text, cursor } = unmark(marked);
  const sentence = sentenceBeingTyped(snapshotOf(text).analysis, cursor);
  expect(mark(text, sentence === undefined ? [] : [sentence])).toBe(marked.replace('‸', ''));
}

describe('the sentence', () => {
  test.each([
    ['in its middle', '# A\n\n«One ‸two.» Three.'],
    ['at its end', '# A\n\n«One two‸»'],
    ['behind its full stop', '# A\n\n«One two.‸»'],
    ['behind a blank, unfinished', '# A\n\n«One two ‸»'],
    ['behind closing marks', '# A\n\n**«One two**‸»'],
    ['in a list', '# A\n\n- «One two‸»\n- Three.'],
    ['on its next line', '# A\n\n«One two\n‸»'],
    ['the second one', '# A\n\nOne two. «Thr‸ee.»'],
  ])('%s', (_, marked) => check(marked));
  test.each([
    ['in a heading', '# A‸\n\nOne two.'],
    ['behind a finished one', '# A\n\nOne two. ‸'],
    ['in a new paragraph', '# A\n\nOne two\n\n‸'],
    ['before the first heading', 'One‸\n\n# A\n\nTwo.'],
    ['in the front matter', '---\ntarget: 30‸ s\n---\n\n# A\n\nTwo.'],
  ])('none: %s', (_, marked) => check(marked));
  test('lies within the file, before the place', () => {
    fc.assert(
      fc.property(markdown, fc.nat(), (text, at) => {
        const place = at % (text.length + 1);
        const sentence = sentenceBeingTyped(snapshotOf(text).analysis, place);
        if (sentence === undefined) return;
        expect(sentence.start).toBeGreaterThanOrEqual(0);
        expect(sentence.start).toBeLessThanOrEqual(place);
        expect(sentence.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});

describe('what waits', () => {
  const typed = { start: 10, end: 20 };
  test.each(['claim/absolute', 'jargon/wordy', 'speech/breath', 'interview/no-result'] as const)('%s in the sentence', (rule) => {
    expect(waits({ rule, span: { start: 12, end: 14 } }, typed)).toBe(true);
    expect(waits({ rule, span: { start: 5, end: 10 } }, typed)).toBe(true);
    expect(waits({ rule, span: { start: 5, end: 9 } }, typed)).toBe(false);
  });
  test.each(['duration/over', 'duration/malformed-target', 'suppression/unused'] as const)('%s never', (rule) => {
    expect(waits({ rule, span: { start: 12, end: 14 } }, typed)).toBe(false);
  });
});

describe('typing', () => {
  const TEXT = '# A\n\nOur system never fails. We did it.\n';
  const snapshot = snapshotOf(TEXT);
  const [inFirst, inSecond] = [TEXT.indexOf('never'), TEXT.indexOf('did')];
  let timers: Set<{ readonly at: number; readonly callback: () => void }>;
  let now: number;
  let finished: string[];
  let typing: Typing;
  const pass = (milliseconds: number): void => {
    now += milliseconds;
    for (const timer of [...timers]) {
      if (timer.at > now) continue;
      timers.delete(timer);
      timer.callback();
    }
  };
  const isTyped = (): boolean => typing.tell(snapshot).waitingFor !== undefined;
  /** As the server does it. */
  const move = (cursor: number | undefined): void => {
    if (typing.moved(URI, cursor)) typing.left(snapshot);
  };

  beforeEach(() => {
    [timers, now, finished] = [new Set(), 0, []];
    const after = (milliseconds: number, callback: () => void): (() => void) => {
      const timer = { at: now + milliseconds, callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    };
    typing = new Typing({ after }, (uri) => finished.push(uri));
  });

  test('ends with a rest of two seconds where no cursor is known', () => {
    typing.changed(URI, inFirst);
    pass(1900);
    typing.changed(URI, inFirst);
    pass(1900);
    expect(isTyped()).toBe(true);
    pass(100);
    expect(isTyped()).toBe(false);
    expect(finished).toEqual([URI]);
  });
  test('goes on with a change elsewhere', () => {
    typing.changed(URI, inFirst);
    expect(isTyped()).toBe(true);
    typing.changed(URI, inSecond);
    expect(isTyped()).toBe(false);
    expect(typing.tell(snapshot).findings).toBe(snapshot.analysis.findings);
  });
  test('ends when the file is saved', () => {
    typing.changed(URI, inFirst);
    expect(isTyped()).toBe(true);
    typing.finish(URI);
    expect(isTyped()).toBe(false);
    expect(finished).toEqual([URI]);
    pass(5000);
    expect(finished).toEqual([URI]);
  });
  test('lasts as long as the cursor stays in the sentence, however long', () => {
    typing.changed(URI, inFirst);
    move(inFirst + 3);
    pass(60_000);
    expect(isTyped()).toBe(true);
    move(inSecond);
    expect(isTyped()).toBe(false);
    expect(finished).toEqual([URI]);
  });
  test('ends when the cursor goes to another document', () => {
    typing.changed(URI, inFirst);
    expect(isTyped()).toBe(true);
    move(undefined);
    expect(isTyped()).toBe(false);
    expect(finished).toEqual([URI]);
  });
  test('says nothing when nothing waited', () => {
    typing.changed(URI, inSecond);
    expect(isTyped()).toBe(false);
    move(inSecond);
    move(inFirst);
    expect(isTyped()).toBe(false);
    expect(finished).toEqual([]);
  });
  test('does not begin when the cursor comes into a sentence', () => {
    move(inFirst);
    expect(isTyped()).toBe(false);
    expect(finished).toEqual([]);
  });
  test('does not begin again when the cursor comes back', () => {
    typing.changed(URI, inFirst);
    move(inFirst);
    move(inSecond);
    move(inFirst);
    expect(isTyped()).toBe(false);
  });
  test('ends with the document', () => {
    typing.changed(URI, inFirst);
    typing.forget(URI);
    pass(5000);
    expect(isTyped()).toBe(false);
    expect(finished).toEqual([]);
  });
});
