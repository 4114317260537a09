/** Which key does what in the panel, and which keys are left alone. */

import { expect, test } from 'vitest';
import { BINDINGS, commandFor, type Focus, type Situation } from '../../../../client/src/rehearsal/view/keys.ts';

/** `Ctrl+Shift+x` as an event's fields; `…` marks a key that is held. */
function press(keys: string, situation: Situation = 'run', focus: Focus = 'none'): string | undefined {
  const parts = keys.replace('…', '').split(/\+(?=.)/);
  const has = (name: string): boolean => parts.includes(name);
  const pressed = {
    key: parts.at(-1)!,
    shiftKey: has('Shift'),
    ctrlKey: has('Ctrl'),
    altKey: has('Alt'),
    metaKey: has('Meta'),
    repeat: keys.endsWith('…'),
  };
  return commandFor(pressed, situation, focus);
}

test.each([
  [' ', 'toggle'],
  ['Enter', 'end'],
  ['Escape', 'stop'],
  ['ArrowRight', 'nextSentence'],
  ['ArrowLeft', 'previousSentence'],
  ['Shift+ArrowRight', 'nextWord'],
  ['ArrowUp', 'faster'],
  ['ArrowUp…', 'faster'],
  ['ArrowRight…', 'nextSentence'],
  ['+', 'larger'],
  ['=', 'larger'],
  ['-', 'smaller'],
  ['m', 'mirror'],
  ['M', 'mirror'],
  ['1', 'flow'],
  ['2', 'sentence'],
  ['3', 'clock'],
  ['Shift+?', 'help'],
])('%s asks for %s in a run', (keys, command) => {
  expect(press(keys)).toBe(command);
});

test.each([' …', 'Enter…', 'Escape…', 'Ctrl+m', 'Alt+ArrowLeft', 'Meta+k', 'k', 'd', 'x', 'Tab'])('%s does nothing in a run', (keys) => {
  expect(press(keys)).toBeUndefined();
});

test.each([
  ['k', 'keep'],
  ['d', 'discard'],
  ['a', 'again'],
  ['n', 'next'],
  [' ', undefined],
  ['ArrowRight', undefined],
])('%s asks for %s after a run', (keys, command) => {
  expect(press(keys, 'report')).toBe(command);
});

test.each([
  [' ', 'button', undefined],
  ['Enter', 'button', undefined],
  ['m', 'button', 'mirror'],
  ['ArrowDown', 'choice', undefined],
  [' ', 'choice', undefined],
  ['m', 'choice', undefined],
  ['Escape', 'choice', 'stop'],
  ['m', 'text', undefined],
  ['?', 'text', undefined],
] satisfies [string, Focus, string | undefined][])('%s with the focus on a %s asks for %s', (keys, focus, command) => {
  expect(press(keys, 'run', focus)).toBe(command);
});

test('no key has two meanings at once, and every command has a key and a description', () => {
  for (const situation of ['run', 'report', 'other'] as const) {
    const keys = BINDINGS.filter(({ when }) => when.includes(situation)).flatMap((binding) => binding.keys);
    expect(keys).toEqual([...new Set(keys)]);
  }
  for (const { keys, shown, says } of BINDINGS) expect([keys.length > 0, shown !== '', says !== '']).toEqual([true, true, true]);
});
