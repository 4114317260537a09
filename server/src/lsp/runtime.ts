/** What the server needs of the platform it runs on, so that the same code runs in Node and in a web worker. */

export interface Runtime {
  readonly version: string;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Resolves after the messages that have arrived meanwhile were handled. */
  yield(): Promise<void>;
  /** Calls back after so many milliseconds; the returned function takes it back. */
  after(milliseconds: number, callback: () => void): () => void;
}
