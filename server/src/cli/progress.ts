/** A line on the terminal that says how far a long check has come, and makes way for everything else that is written. */

/** What is needed of standard error. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  readonly write: (text: string) => unknown;
}

/** Whether anybody looks: a terminal that can erase its line, and not the log of a machine. */
export function showsProgress(stream: ProgressStream, env: Readonly<Record<string, string | undefined>>): boolean {
  const { CI: ci, TERM: term } = env;
  return stream.isTTY === true && (ci === undefined || ci === '' || ci === 'false') && term !== 'dumb';
}

export class Progress {
  readonly #stream: ProgressStream;
  readonly #total: number;
  readonly #now: () => number;
  readonly #start: number;
  #last: number;
  #isShown = false;

  /** `now` is in milliseconds. Nothing is shown of a check that is done soon. */
  constructor(stream: ProgressStream, total: number, now: () => number = () => performance.now()) {
    this.#stream = stream;
    this.#total = total;
    this.#now = now;
    this.#start = now();
    this.#last = this.#start + PATIENCE_MILLISECONDS - EVERY_MILLISECONDS;
  }

  /** So many files are done. */
  update(done: number): void {
    const now = this.#now();
    if (now - this.#last < EVERY_MILLISECONDS) return;
    this.#last = now;
    this.#isShown = true;
    const rate = (done * 1000) / (now - this.#start);
    const left = (this.#total - done) / rate;
    this.#stream.write(`\r${number(done)} of ${number(this.#total)} files, ${number(Math.round(rate))}/s, ${time(left)} left\u001B[K`);
  }

  /** Takes the line away, before something else is written and at the end. */
  clear(): void {
    if (this.#isShown) this.#stream.write('\r\u001B[K');
    this.#isShown = false;
  }
}

/** Quick enough to be seen moving, and slow enough to cost nothing. */
const EVERY_MILLISECONDS = 100;
/** What is over sooner needs no progress. */
const PATIENCE_MILLISECONDS = 500;

function number(value: number): string {
  return value.toLocaleString('en');
}

function time(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')} min`;
}
