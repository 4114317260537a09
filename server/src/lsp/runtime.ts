/** What the server needs of the platform it runs on, so that the same code runs in Node and in a web worker. */

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
}
