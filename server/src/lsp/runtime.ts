/** What the server needs of the platform it runs on, so that the same code runs in Node and in a web worker. */

import type { Messages } from '../core/locale/locale.ts';
import type { Files } from '../files/files.ts';

export interface Runtime {
  readonly version: string;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Milliseconds since 1970, by the clock on the wall. */
  date(): number;
  /** How many minutes local time is ahead of UTC. */
  minutesEast(): number;
  /** A new random UUID. */
  uuid(): string;
  /** Resolves after the messages that have arrived meanwhile were handled. */
  yield(): Promise<void>;
  /** Calls back after so many milliseconds; the returned function takes it back. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Told how long a document is that is analysed: for long ones speed is worth memory. Absent where nothing can be done. */
  giveRoom?(characters: number): void;
  /** The translations into one of the languages of `core/locale/tags.ts`; absent where the client brings them. */
  messages?(language: string): Messages | undefined;
  /** The files of this machine, by `file:` URIs; absent where there are none. */
  readonly files?: Files;
  /** Where what can be made again is kept between sessions; absent where there is no disk. */
  readonly cache?: BlobCache;
}

/** Bytes by name, on disk. Losing them costs time only, so nothing here ever rejects. */
export interface BlobCache {
  load(folder: string | undefined, name: string): Promise<Uint8Array | undefined>;
  save(folder: string | undefined, name: string, bytes: Uint8Array): Promise<void>;
}
