/** The clock: elapsed and remaining time, the state by colour, word and shape, and the pace. */

import type { Progress, ClockVerdict } from '../../../../server/src/core/rehearsal/progress.ts';
import type { Script } from '../../../../server/src/core/rehearsal/script.ts';
import type { Options } from './messages.ts';
import { element, setText, shape } from './dom.ts';
import { t } from '../../../../server/src/core/locale/locale.ts';
import { clockText, paceText, phaseText, remainingText, targetText, VERDICT_WORDS } from './words.ts';
import { formatSeconds } from '../../../../server/src/core/text/format.ts';

export class Clock {
  readonly root: HTMLElement;
  readonly #elapsed = element('span', { class: 'elapsed', text: '0:00' });
  readonly #remaining = element('span', { class: 'remaining' });
  readonly #verdict = element('span', { class: 'verdict' });
  readonly #pace = element('span', { class: 'pace' });
  readonly #phase = element('span', { class: 'phase' });
  readonly #goal = element('p', { class: 'goal' });
  readonly #done = element('div', { class: 'done' });
  readonly #limit = element('div', { class: 'limit' });
  readonly #bar = element('div', { class: 'bar', attributes: { 'aria-hidden': 'true' } }, this.#done, this.#limit);
  #shown: ClockVerdict | null | undefined;

  constructor() {
    const timer = element(
      'div',
      { class: 'timer', role: 'timer', attributes: { 'aria-live': 'off', 'aria-label': t('Clock') } },
      this.#elapsed,
      this.#remaining,
      this.#verdict,
      this.#pace,
      this.#phase,
    );
    this.root = element('section', { class: 'clock', attributes: { 'aria-label': t('Time') } }, timer, this.#bar, this.#goal);
  }

  update(script: Script, progress: Progress, { thresholds }: Options): void {
    const { elapsedSeconds, remainingSeconds, verdict, aheadSeconds, phase } = progress;
    const isGoing = phase === 'running' || phase === 'paused';
    setText(this.#elapsed, clockText(elapsedSeconds));
    setText(this.#remaining, remainingSeconds === null ? '' : remainingText(remainingSeconds));
    setText(this.#pace, isGoing ? paceText(aheadSeconds) : '');
    setText(this.#phase, phaseText(progress));
    setText(this.#goal, goalText(script));
    if (this.#shown !== verdict) {
      this.#shown = verdict;
      this.root.dataset['verdict'] = verdict ?? 'none';
      this.#verdict.replaceChildren(...(verdict === null ? [] : badge(verdict)));
    }
    const limit = script.target?.maxSeconds ?? script.estimate.high;
    const scale = Math.max(limit * 1.25, elapsedSeconds, 1);
    this.#done.style.setProperty('--share', String(elapsedSeconds / scale));
    this.#limit.style.setProperty('--share', String((limit * (script.target === null ? 1 : thresholds.over)) / scale));
  }
}

/** The shape and the word of a state; the colour comes from the place where it stands. */
export function badge(verdict: ClockVerdict, text = t(VERDICT_WORDS[verdict])): Node[] {
  return [shape(SHAPES[verdict], `shape ${verdict}`), element('span', { text })];
}

/** A disc, a triangle and a square, so that the state is seen without colour. */
const SHAPES: Readonly<Record<ClockVerdict, string>> = {
  onTrack: 'M8 1a7 7 0 1 1 0 14A7 7 0 1 1 8 1Z',
  warning: 'M8 1 15.5 15H.5Z',
  over: 'M1.5 1.5h13v13h-13Z',
};

function goalText({ target, estimate }: Script): string {
  const times = [estimate.seconds, estimate.low, estimate.high].map(formatSeconds);
  return target === null
    ? t('No target, estimate {0} ({1} to {2})', ...times)
    : t('Target {3}, estimate {0} ({1} to {2})', ...times, targetText(target));
}
