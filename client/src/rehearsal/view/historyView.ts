/** The history: charts, the same as a table, export, and deleting. */

import { formatSeconds } from '../../../../server/src/core/text/format.ts';
import { dateLocale } from '../../dateLocale.ts';
import { Chart, type ChartOptions } from './charts.ts';
import { button, element } from './dom.ts';
import { daysEast } from '../../../../server/src/core/rehearsal/days.ts';
import { answersIn, daySeries, paceSeries, rowsOf, runsOf, timeSeries, timesInWords } from './historyData.ts';
import type { Deletion, HistoryData } from './messages.ts';
import { formatNumber, plural, t } from '../../../../server/src/core/locale/locale.ts';

export interface HistoryActions {
  readonly remove: (what: Deletion) => void;
  readonly exportAs: (format: 'csv' | 'json') => void;
  readonly now: () => number;
}

export class HistoryView {
  readonly root = element('section', { class: 'history', hidden: true, attributes: { 'aria-labelledby': 'history-title' } });
  readonly #actions: HistoryActions;
  #data: HistoryData | null = null;
  #answer = '';
  #shown = FIRST_ROWS;
  #charts: Chart[] = [];

  constructor(actions: HistoryActions) {
    this.#actions = actions;
  }

  update(data: HistoryData | null, isShown: boolean): void {
    // The same history may come twice; who is about to delete a run must not lose the place for that.
    const isKnown = data === this.#data || (data !== null && JSON.stringify(data) === JSON.stringify(this.#data));
    const isSame = isKnown && this.root.hidden !== isShown;
    this.root.hidden = !isShown;
    if (isSame) return;
    this.#data = data;
    if (isShown) this.#write();
  }

  #write(): void {
    const data = this.#data;
    for (const chart of this.#charts) chart.dispose();
    this.#charts = [];
    const head = element('h2', { id: 'history-title', text: t('History of rehearsals') });
    if (data === null) {
      this.root.replaceChildren(head, element('p', { text: t('Reading the history…') }));
      return;
    }
    if (data.runs.length === 0) {
      this.root.replaceChildren(head, element('p', { class: 'none', text: t('No rehearsals yet. Rehearse an answer, and keep the run.') }));
      return;
    }
    const answers = answersIn(data.runs);
    if (!answers.some(({ identity }) => identity === this.#answer)) this.#answer = '';
    const runs = runsOf(data.runs, this.#answer);
    this.#charts = this.#optionsFor(runs).map((options) => new Chart(options));
    const focused = document.activeElement?.id;
    this.root.replaceChildren(
      head,
      this.#summary(data),
      this.#bar(answers),
      element('div', { class: 'charts' }, ...this.#charts.map(({ root }) => root)),
      ...this.#table(runs),
    );
    if (focused === CHOICE_ID) document.getElementById(CHOICE_ID)?.focus();
  }

  #summary({ runs, streak, unread, paces }: HistoryData): HTMLElement {
    const facts = [
      plural(runs.length, '{0} rehearsal', '{0} rehearsals'),
      streak > 0 ? plural(streak, '{0} day in a row', '{0} days in a row') : t('none today or yesterday'),
      ...paces,
      ...(unread > 0 ? [plural(unread, '{0} line of the history could not be read', '{0} lines of the history could not be read')] : []),
    ];
    return element('p', { class: 'summary', text: t('{0}.', facts.join(' · ')) });
  }

  #bar(answers: ReturnType<typeof answersIn>): HTMLElement {
    const choice = element('select', { id: CHOICE_ID });
    choice.append(new Option(t('All answers'), ''));
    for (const { identity, title, runs } of answers) choice.append(new Option(t('{0} ({1})', title, runs), identity));
    choice.value = this.#answer;
    choice.addEventListener('change', () => {
      this.#answer = choice.value;
      this.#shown = FIRST_ROWS;
      this.#write();
    });
    const { exportAs } = this.#actions;
    const removes: Deletion = this.#answer === '' ? { kind: 'all' } : { kind: 'answer', identity: this.#answer };
    return element(
      'div',
      { class: 'row' },
      element('label', { class: 'name', text: t('Answer'), attributes: { for: CHOICE_ID } }),
      choice,
      button(t('Export CSV'), () => exportAs('csv'), { class: 'secondary' }),
      button(t('Export JSON'), () => exportAs('json'), { class: 'secondary' }),
      this.#remover(
        this.#answer === '' ? t('Delete all') : t('Delete this answer’s'),
        this.#answer === '' ? t('Delete the whole history?') : t('Delete all runs of this answer?'),
        removes,
      ),
    );
  }

  /** A button that asks back in its place, because nothing brings a run back. */
  #remover(text: string, question: string, what: Deletion, name?: string): HTMLElement {
    const place = element('span', { class: 'remover' });
    const ask = (): void => {
      const no = button(t('No'), reset, { class: 'secondary' });
      place.replaceChildren(
        element('span', { text: question }),
        button(t('Delete'), () => this.#actions.remove(what), { class: 'primary danger' }),
        no,
      );
      no.focus();
    };
    const first = button(text, ask, { class: 'secondary', attributes: name === undefined ? {} : { 'aria-label': name } });
    const reset = (): void => {
      place.replaceChildren(first);
      first.focus();
    };
    place.append(first);
    return place;
  }

  #optionsFor(runs: Parameters<typeof timeSeries>[0]): readonly ChartOptions[] {
    const made: ChartOptions[] = [];
    const whole = (value: number): string => (Number.isInteger(value) ? formatNumber(value) : '');
    const times = timeSeries(runs);
    const numbered = (count: number) => (value: number) => (value > 0 && value <= count ? whole(value) : '');
    if (this.#answer !== '' && times.seconds.length > 0) {
      const hasMin = times.targetMin.some((value) => value !== null);
      made.push({
        title: t('Time against target, by run'),
        description: timesInWords(times),
        x: times.numbers,
        lines: [
          { name: t('time'), values: times.seconds, look: 'measured' },
          { name: t('target'), values: times.targetMax, look: 'target' },
          ...(hasMin ? [{ name: t('at least'), values: times.targetMin, look: 'target' } as const] : []),
          { name: t('estimate'), values: times.estimates, look: 'expected' },
        ],
        formatX: numbered(times.numbers.length),
        formatY: formatSeconds,
      });
    }
    const { numbers, paces } = paceSeries(runs);
    if (paces.length > 0) {
      const [low, high] = [Math.round(Math.min(...paces)), Math.round(Math.max(...paces))];
      made.push({
        title: t('Pace, words a minute, by run'),
        description: plural(
          paces.length,
          'Pace of {0} run: {1} words a minute.',
          'Pace of {0} runs: {1} words a minute.',
          low === high ? low : t('{0} to {1}', low, high),
        ),
        x: numbers,
        lines: [{ name: t('pace'), values: paces, look: 'measured' }],
        formatX: numbered(numbers.length),
        formatY: (value) => formatNumber(value),
      });
    }
    const now = this.#actions.now();
    const { days, counts } = daySeries(
      runs,
      now,
      daysEast((time) => -new Date(time).getTimezoneOffset()),
    );
    made.push({
      title: t('Rehearsals a day, last eight weeks'),
      description: plural(
        counts.filter((number) => number > 0).length,
        'Rehearsed on {0} day of the last {1}.',
        'Rehearsed on {0} days of the last {1}.',
        counts.length,
      ),
      x: days,
      lines: [{ name: t('rehearsals'), values: counts, look: 'bars' }],
      formatX: (value) => day().format(new Date(value * 86_400_000)),
      formatY: whole,
    });
    return made;
  }

  #table(runs: Parameters<typeof rowsOf>[0]): Node[] {
    const columns = [t('When'), t('Answer'), t('Time'), t('Target'), t('Words a minute'), t('Run'), ''];
    const rows = rowsOf(runs.slice(0, this.#shown)).map((row) =>
      element(
        'tr',
        {},
        element('td', { text: moment().format(row.at) }),
        element('th', { text: row.title, attributes: { scope: 'row' } }),
        element('td', { class: 'number', text: row.time }),
        element('td', { text: row.against }),
        element('td', { class: 'number', text: row.pace }),
        element('td', { text: row.status }),
        element(
          'td',
          {},
          this.#remover(
            t('Delete'),
            t('Sure?'),
            { kind: 'run', id: row.id },
            t('Delete the run of {0}, {1}', row.title, moment().format(row.at)),
          ),
        ),
      ),
    );
    const rest = runs.length - this.#shown;
    const head = columns.map((text) => (text === '' ? element('td') : element('th', { text, attributes: { scope: 'col' } })));
    const table = element(
      'table',
      {},
      element('caption', { class: 'said', text: t('Rehearsals, the latest first') }),
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...rows),
    );
    const more = button(t('Show {0} more', Math.min(rest, MORE_ROWS)), () => {
      this.#shown += MORE_ROWS;
      this.#write();
    });
    more.className = 'secondary';
    return [
      element('div', { class: 'scroller', tabIndex: 0, role: 'region', attributes: { 'aria-label': t('Rehearsals') } }, table),
      ...(rest > 0 ? [more] : []),
    ];
  }
}

const CHOICE_ID = 'history-answer';
const FIRST_ROWS = 50;
const MORE_ROWS = 200;

function moment(): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(dateLocale(), { dateStyle: 'medium', timeStyle: 'short' });
}

/** Days are counted in the user's zone already. */
function day(): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(dateLocale(), { day: 'numeric', month: 'short', timeZone: 'UTC' });
}
