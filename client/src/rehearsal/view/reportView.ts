/** What a run has come to, and what to do with it. */

import { outcomeOf, type Flaw, type ClockVerdict } from '../../../../server/src/core/rehearsal/progress.ts';
import { reportOf, type Report, type SentenceReport } from '../../../../server/src/core/rehearsal/report.ts';
import { formatSeconds, listed } from '../../../../server/src/core/text/format.ts';
import { badge } from './clock.ts';
import { button, element } from './dom.ts';
import type { ToExtension } from './messages.ts';
import { hasNext, type State } from './store.ts';
import { formatNumber, phrase, t } from '../../../../server/src/core/locale/locale.ts';
import { clockText, differenceText, estimateText, targetText } from './words.ts';

export interface ReportActions {
  readonly decide: (isKept: boolean) => void;
  readonly again: () => void;
  readonly next: () => void;
  readonly page: () => void;
  readonly setTarget: (seconds: number) => void;
  readonly reveal: (sentences: Extract<ToExtension, { type: 'reveal' }>['sentences']) => void;
}

/** The report of a session that has ended; undefined while it runs. */
function reportIn({ script, session, set }: State): Report | undefined {
  if (script === null || session?.phase !== 'ended') return undefined;
  return reportOf(script, outcomeOf(session), set?.options.thresholds);
}

/** In whole steps of five seconds, as targets are written. */
export function targetFor(seconds: number): number {
  return Math.max(5, Math.round(seconds / 5) * 5);
}

/** How a run that is over stands to its target; undefined without one. Less than half a second off is on target. */
export function resultOf({
  target,
  offTarget,
}: Pick<Report, 'target' | 'offTarget'>): { readonly shape: ClockVerdict; readonly text: string } | undefined {
  if (target === null || offTarget === null) return undefined;
  if (offTarget >= 0.5) return { shape: 'over', text: t('Over the target') };
  return offTarget <= -0.5 ? { shape: 'warning', text: t('Under the target') } : { shape: 'onTrack', text: t('On target') };
}

/** Why the run will not teach the pace; empty for one from start to end. */
export function flawsText(flaws: readonly Flaw[]): string {
  if (flaws.length === 0) return '';
  return t('Not used to learn your pace: {0}.', listed(flaws.map((flaw) => t(FLAWS[flaw]))));
}

const FLAWS: Readonly<Record<Flaw, string>> = {
  repeated: phrase('you went back'),
  skipped: phrase('sentences were left out'),
  unfinished: phrase('it ended before the end of the text'),
  away: phrase('the computer was asleep, or you were away'),
  edited: phrase('the text changed during the run'),
};

export class ReportView {
  readonly root = element('section', { class: 'report', hidden: true, attributes: { 'aria-labelledby': 'report-title' } });
  readonly #actions: ReportActions;
  #report: Report | undefined;
  #decision: string | undefined;

  constructor(actions: ReportActions) {
    this.#actions = actions;
  }

  /** Shows the report once; what stands there has the focus of who reads it. */
  update(state: State): void {
    const { session } = state;
    if (session?.phase !== 'ended') {
      this.root.hidden = true;
      this.#report = undefined;
      return;
    }
    const decision = `${session.outcome} ${hasNext(state)} ${session.runningMs}`;
    if (this.#report !== undefined && this.#decision === decision && !this.root.hidden) return;
    const isNew = this.root.hidden;
    this.#decision = decision;
    this.#report = reportIn(state)!;
    const focused = isNew ? undefined : (document.activeElement as HTMLElement | null)?.textContent;
    this.root.hidden = false;
    this.root.replaceChildren(...this.#write(this.#report, state));
    // Buttons that have gone must not take the focus with them.
    const buttons = [...this.root.querySelectorAll<HTMLButtonElement>('button:enabled')];
    (buttons.find(({ textContent }) => textContent === focused) ?? buttons[0])?.focus();
  }

  #write(report: Report, state: State): Node[] {
    const { outcome } = state.session!;
    const { seconds, target, offTarget, estimate, pace, time, longestPause, trims, overruns, flaws } = report;
    const rows: (readonly [string, string])[] = [
      [t('Time'), formatSeconds(seconds)],
      [
        t('Target'),
        target === null || offTarget === null
          ? t('none')
          : t('{0}: {1}', targetText(target), Math.abs(offTarget) < 0.5 ? t('met') : differenceText(offTarget, 'target')),
      ],
      [t('Estimate'), estimateText(estimate.seconds, seconds, report.isAsEstimated)],
      [t('Pace'), t('{0} words a minute, {1} estimated', pace.wordsPerMinute, pace.plannedWordsPerMinute)],
      ...(time.speaking === null ? [] : [[t('Speaking'), formatSeconds(time.speaking)] as const]),
      ...(time.silent === null ? [] : [[t('Silent'), formatSeconds(time.silent)] as const]),
      ...(time.planned > 0 ? [[t('Planned pauses'), formatSeconds(time.planned)] as const] : []),
      ...(time.paused > 0 ? [[t('Paused, not counted'), formatSeconds(time.paused)] as const] : []),
      ...(longestPause === null
        ? []
        : [[t('Longest pause'), t('{0}, after “{1}”', formatSeconds(longestPause.seconds), longestPause.text)] as const]),
    ];
    const result = resultOf(report);
    const cuts = trims.length > 0 ? trims : overruns;
    return [
      element('h2', { id: 'report-title', text: t('Result') }),
      element(
        'p',
        { class: 'result' },
        element('span', { class: 'elapsed', text: clockText(Math.round(seconds)) }),
        ...(result === undefined ? [] : [element('span', { class: 'verdict' }, ...badge(result.shape, result.text))]),
      ),
      this.#buttons(outcome, state, seconds, cuts.length > 0 && (offTarget ?? 0) > 0 ? cuts : []),
      element(
        'dl',
        { class: 'facts' },
        ...rows.map(([name, value]) => element('div', {}, element('dt', { text: name }), element('dd', { text: value }))),
      ),
      ...(flaws.length === 0 ? [] : [element('p', { class: 'note', text: flawsText(flaws) })]),
      ...(trims.length === 0
        ? []
        : [
            element('h3', { text: t('To be on target, cut') }),
            element(
              'ul',
              { class: 'cuts' },
              ...trims.map(({ text, saves }) => element('li', { text: t('{0} ({1})', text, formatSeconds(saves)) })),
            ),
          ]),
      ...sentenceBars(report.sentences),
    ];
  }

  #buttons(outcome: string, state: State, seconds: number, cuts: readonly Pick<SentenceReport, 'text' | 'span'>[]): HTMLElement {
    const { decide, again, next, page, setTarget, reveal } = this.#actions;
    const rounded = targetFor(seconds);
    const made = [
      ...(outcome === 'undecided'
        ? [
            button(t('Keep'), () => decide(true), { class: 'primary', attributes: { 'aria-keyshortcuts': 'K' } }),
            button(t('Discard'), () => decide(false), { class: 'secondary', attributes: { 'aria-keyshortcuts': 'D' } }),
          ]
        : [element('span', { class: 'note', text: outcome === 'kept' ? t('Kept.') : t('Discarded.') })]),
      button(t('Again'), again, { class: 'secondary', attributes: { 'aria-keyshortcuts': 'A' } }),
      ...(state.hasPage ? [button(t('Again in the browser'), page, { class: 'secondary', attributes: { 'aria-keyshortcuts': 'B' } })] : []),
      ...(hasNext(state) ? [button(t('Next answer'), next, { class: 'secondary', attributes: { 'aria-keyshortcuts': 'N' } })] : []),
      button(t('Set target to {0}', formatSeconds(rounded)), () => setTarget(rounded), { class: 'secondary' }),
      ...(cuts.length === 0
        ? []
        : [
            button(t('Trim to target'), () => reveal(cuts.map(({ text, span }) => ({ text, start: span.start, end: span.end }))), {
              class: 'secondary',
              title: t('Goes to these sentences in the editor'),
            }),
          ]),
    ];
    return element('div', { class: 'row' }, ...made);
  }
}

/** Bars of the sentences that were measured, against what was planned for them; the numbers stand beside. */
function sentenceBars(sentences: readonly SentenceReport[]): Node[] {
  const known = sentences.filter(({ seconds }) => seconds !== null);
  if (known.length === 0) return [];
  const longest = Math.max(...known.map(({ seconds, planned }) => Math.max(seconds!, planned)), 0.1);
  const rows = known.map(({ text, seconds, planned, difference }) => {
    const actual = element('span', { class: difference! >= 0.5 ? 'actual is-over' : 'actual' });
    const expected = element('span', { class: 'planned' });
    actual.style.setProperty('--share', String(seconds! / longest));
    expected.style.setProperty('--share', String(planned / longest));
    return element(
      'tr',
      {},
      element('th', { text, attributes: { scope: 'row' } }),
      element('td', { class: 'number', text: formatNumber(seconds!, { least: 1, most: 1 }) }),
      element('td', { class: 'number', text: formatNumber(planned, { least: 1, most: 1 }) }),
      element('td', { class: 'bars', attributes: { 'aria-hidden': 'true' } }, actual, expected),
    );
  });
  const head = [t('Sentence'), t('Actual, s'), t('Planned, s')].map((text) => element('th', { text, attributes: { scope: 'col' } }));
  return [
    element('h3', { text: t('Where the time went') }),
    element(
      'table',
      { class: 'sentences' },
      element('caption', { class: 'said', text: t('Seconds of each sentence that was measured') }),
      element('thead', {}, element('tr', {}, ...head, element('td', { attributes: { 'aria-hidden': 'true' } }))),
      element('tbody', {}, ...rows),
    ),
  ];
}
