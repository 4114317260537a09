/** The prompter's preferences survive a memory that is told of its own older values, as VS Code's is. */

import { expect, test } from 'vitest';
import { PreferencesStore, type Memory } from '../../../client/src/rehearsal/preferencesStore.ts';
import type { Preferences } from '../../../client/src/rehearsal/view/messages.ts';

const NOTHING: Preferences = { fontSize: null, speed: 1, isMirrored: false, mode: null };

test.each([0, 1, 2, 3, 4, 5])('keys with %i turns in between are all remembered, in this session and the next', async (turns) => {
  const memory = new EchoingMemory();
  const store = new PreferencesStore(memory);
  const all = { ...NOTHING, fontSize: 36, isMirrored: true, mode: 'clock' } as const;
  const writes: Promise<void>[] = [];
  for (const preferences of [{ ...NOTHING, fontSize: 36 }, { ...all, mode: null }, all]) {
    writes.push(store.set(preferences));
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
  }
  expect(store.get()).toEqual(all);
  await Promise.all(writes);
  expect(memory.stored).toEqual(all);
  expect(new PreferencesStore(memory).get()).toEqual(all);
});

test('such a memory forgets what is set before it has heard of the last value', async () => {
  const memory = new EchoingMemory();
  const first = memory.update('key', 1);
  await Promise.resolve();
  await Promise.all([first, memory.update('key', 2)]);
  expect(memory.stored).toBe(1);
});

test('nothing is remembered where nothing was set', () => {
  expect(new PreferencesStore(new EchoingMemory()).get()).toBeNull();
});

test('a memory that is full is told of, and tried again', async () => {
  const memory = new EchoingMemory();
  const store = new PreferencesStore(memory);
  memory.isFull = true;
  await expect(store.set({ ...NOTHING, fontSize: 20 })).rejects.toThrow('full');
  memory.isFull = false;
  await store.set({ ...NOTHING, fontSize: 24 });
  expect(memory.stored).toEqual({ ...NOTHING, fontSize: 24 });
});

/** Writes late, what it has by then, and takes the word of each value it has written. */
class EchoingMemory implements Memory {
  stored: unknown;
  isFull = false;
  #value: unknown;

  get(): unknown {
    return this.#value;
  }

  async update(_: string, value: unknown): Promise<void> {
    this.#value = value;
    await Promise.resolve();
    if (this.isFull) throw new Error('The disk is full.');
    const written = this.#value;
    this.stored = written;
    await Promise.resolve();
    this.#value = written;
  }
}
