/** Keeps how the prompter looks and goes, from one rehearsal to the next. */

import type { Preferences } from './view/messages.ts';

/** The part of an extension's memory that is needed here. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

export class PreferencesStore {
  readonly #memory: Memory;
  #latest: Preferences | undefined;
  #writing: Promise<void> | undefined;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** What was set last; null where nothing ever was. */
  get(): Preferences | null {
    return this.#latest ?? (this.#memory.get(KEY) as Preferences | undefined) ?? null;
  }

  /**
   * Remembers preferences. VS Code tells its extensions of what they have stored, and a word of an earlier value, said
   * while a later one waits to be written, makes it forget the later one: so one value is written at a time, and the last
   * one is known here. Rejects where it can't be stored.
   */
  set(preferences: Preferences): Promise<void> {
    this.#latest = preferences;
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  async #write(): Promise<void> {
    let written: Preferences | undefined;
    while (written !== this.#latest) {
      written = this.#latest;
      await this.#memory.update(KEY, written);
    }
  }
}

const KEY = 'rehearsal.preferences';
