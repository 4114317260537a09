/** How often a server that has ended by itself is started again, and what is said of it. */

import { t } from '../../server/src/core/locale/locale.ts';

/** As many ends as this within the time below are bad luck; one more is a fault that starting again won't mend. */
export const MOST_RESTARTS = 4;
export const RESTARTS_MILLISECONDS = 3 * 60_000;

export class Restarts {
  readonly #now: () => number;
  #ends: readonly number[] = [];
  #isGivenUp = false;

  /** `now` is in milliseconds of a clock that nobody sets. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The server has ended, and nobody had asked it to. Whether it is to be started again. */
  ended(): boolean {
    this.#ends = [...this.#recent(), this.#now()];
    this.#isGivenUp = this.#ends.length > MOST_RESTARTS;
    return !this.#isGivenUp;
  }

  /** Somebody has started the server by hand: they may have mended what was wrong. */
  begin(): void {
    this.#ends = [];
    this.#isGivenUp = false;
  }

  get isGivenUp(): boolean {
    return this.#isGivenUp;
  }

  /** What there is to say, as a sentence; undefined when all is well. */
  get remark(): string | undefined {
    if (this.#isGivenUp)
      return t('The server stopped unexpectedly {0} times within three minutes and is not started again.', this.#ends.length);
    const { length } = this.#recent();
    return length === 0
      ? undefined
      : t('The server stopped unexpectedly and was started again ({0} of at most {1} times).', length, MOST_RESTARTS);
  }

  #recent(): readonly number[] {
    const now = this.#now();
    return this.#ends.filter((end) => now - end <= RESTARTS_MILLISECONDS);
  }
}
