/** Draws the overview: one table that a person sees as a chart and a screen reader reads as a table. */

import type { AnswerRow, AnswersResult, ExportKind, Totals } from '../../../../server/src/protocol/overview.ts';
import { formatRange, formatSeconds, formatShortfalls } from '../../../../server/src/core/text/format.ts';
import { findingsOf, timeOf, timeOfAll, VERDICT_WORDS } from '../describeRow.ts';
import { plural, t } from '../../../../server/src/core/locale/locale.ts';

export interface Actions {
  readonly goTo: (line: number) => void;
  readonly save: (kind: ExportKind) => void;
}

/** All text of the file goes in as text, never as markup. */
export function drawOverview(name: string, result: AnswersResult, actions: Actions): readonly HTMLElement[] {
  const { answers, total } = result;
  const max = Math.max(result.axis.max, ...answers.map(({ rehearsed }) => rehearsed?.last ?? 0));
  const rows = answers.map((row, i) => drawRow(row, i, max, answers, actions));
  const hasRehearsals = answers.some(({ rehearsed }) => rehearsed?.last !== undefined);
  return [
    element('header', {}, [
      element('div', {}, [element('h1', { textContent: name }), element('p', { textContent: summary(total) })]),
      element('div', { className: 'actions' }, [
        button(t('Timeline as SVG…'), () => actions.save('timeline')),
        button(t('Cue Cards…'), () => actions.save('cueCards')),
        button(t('Handout…'), () => actions.save('handout')),
      ]),
    ]),
    strip(answers, total, actions),
    element('table', {}, [
      element('caption', { className: 'hidden', textContent: t('Answers with their times') }),
      element('thead', {}, [
        element('tr', {}, [
          heading(t('Question')),
          axis(result.axis.ticks, max),
          heading(t('Time')),
          ...(hasRehearsals ? [heading(t('Last said in'))] : []),
          heading(t('Findings')),
        ]),
      ]),
      element(
        'tbody',
        {},
        hasRehearsals ? rows.map((cells) => element('tr', {}, cells)) : rows.map((cells) => element('tr', {}, without(cells, SAID_CELL))),
      ),
    ]),
    legend(hasRehearsals),
  ];
}

export function drawNothing(): HTMLElement {
  return element('p', { className: 'nothing', textContent: t('Open an answers file: a Markdown file with a target behind a heading.') });
}

const SAID_CELL = 3;

function summary(total: Totals): string {
  const { answers, low, high } = total;
  const said = plural(
    answers,
    '{0} answer, about {1} to say, likely {2} to {3}',
    '{0} answers, about {1} to say, likely {2} to {3}',
    timeOfAll(total),
    formatSeconds(low),
    formatSeconds(high),
  );
  const rest = [formatShortfalls(total), findingsOf(total.findings)].filter((part) => part !== '');
  return rest.length === 0
    ? said
    : t(
        '{0}. {1}',
        said,
        rest.reduce((before, part) => t('{0}; {1}', before, part)),
      );
}

/** All answers one after the other, as wide as they are long. A picture of what the table says, so not read aloud. */
function strip(answers: readonly AnswerRow[], total: Totals, { goTo }: Actions): HTMLElement {
  const segments = answers.flatMap((row, i) => {
    if (row.ownSeconds <= 0) return [];
    const segment = element('div', {
      className: `segment ${coveringVerdict(answers, i)}`,
      title: `${row.title}: ${formatSeconds(row.ownSeconds)}`,
    });
    segment.style.flexGrow = String(row.ownSeconds / Math.max(total.seconds, 1));
    segment.addEventListener('click', () => goTo(row.line));
    return [segment];
  });
  const node = element('div', { className: 'strip' }, segments);
  node.setAttribute('aria-hidden', 'true');
  return node;
}

function drawRow(row: AnswerRow, index: number, max: number, answers: readonly AnswerRow[], { goTo }: Actions): HTMLElement[] {
  const { title, line, level, kind, verdict, words, low, high, findings, rehearsed, keyPoints = [] } = row;
  const question = button(title === '' ? t('(no heading)') : title, () => goTo(line));
  question.dataset['row'] = String(index);
  question.title = keyPoints.length === 0 ? '' : keyPoints.map((point) => `• ${point}`).join('\n');
  const name = element('th', { scope: 'row', className: kind === 'section' ? 'section' : '' }, [question]);
  name.style.setProperty('--depth', String(level - Math.min(...answers.map((answer) => answer.level))));
  const time = element('td', { className: 'time' }, [
    element('span', { textContent: timeOf(row) }),
    ...(verdict === undefined ? [] : [element('span', { className: `verdict ${verdict}`, textContent: t(VERDICT_WORDS[verdict]) })]),
    ...(words === 0
      ? []
      : [element('span', { className: 'hidden', textContent: t(', likely {0} to {1}', formatSeconds(low), formatSeconds(high)) })]),
  ]);
  const chart = drawChart(row, max);
  chart.addEventListener('click', () => goTo(line));
  const said = element('td', { textContent: rehearsed?.last === undefined ? '' : formatSeconds(rehearsed.last) });
  return [name, chart, time, said, element('td', { className: 'findings', textContent: findingsOf(findings) })];
}

/** The estimate as a bar from zero, its interval as whiskers, the target as a band, the last rehearsal as a diamond. */
function drawChart({ words, seconds, low, high, target, verdict, rehearsed }: AnswerRow, max: number): HTMLElement {
  const marks: HTMLElement[] = [];
  const isAim = target !== undefined && target.min === target.max;
  const aim = (): void => {
    if (target === undefined) return;
    const band = place(mark(isAim ? 'aim' : 'target'), target.min, target.max ?? max, max);
    band.title = t('Target: {0}', formatRange(target.min, target.max));
    marks.push(band);
  };
  // A target of one figure is a line in front of the bar; a range is a band behind it.
  if (!isAim) aim();
  if (words > 0) {
    const bar = place(mark(`bar ${verdict ?? 'none'}`), 0, seconds, max);
    bar.title = t('About {0}', formatSeconds(seconds));
    const interval = place(mark('interval'), low, high, max);
    interval.title = t('Likely {0} to {1}', formatSeconds(low), formatSeconds(high));
    marks.push(bar, interval);
  }
  if (isAim) aim();
  if (rehearsed?.last !== undefined) {
    const diamond = place(mark('rehearsed'), rehearsed.last, rehearsed.last, max);
    diamond.title = t('Last said in {0}', formatSeconds(rehearsed.last));
    marks.push(diamond);
  }
  const plot = element('div', { className: 'plot' }, marks);
  const cell = element('td', { className: marks.length === 0 ? 'chart empty' : 'chart' }, [plot]);
  cell.setAttribute('aria-hidden', 'true');
  return cell;
}

function axis(ticks: readonly number[], max: number): HTMLElement {
  const plot = element(
    'div',
    { className: 'plot' },
    ticks.map((tick) =>
      place(
        element('span', { className: 'tick', textContent: `${Math.floor(tick / 60)}:${String(tick % 60).padStart(2, '0')}` }),
        tick,
        tick,
        max,
      ),
    ),
  );
  const cell = element('td', { className: 'chart axis' }, [plot]);
  cell.setAttribute('aria-hidden', 'true');
  return cell;
}

function legend(hasRehearsals: boolean): HTMLElement {
  const entries: readonly (readonly [string, string])[] = [
    ['bar met', t('on target')],
    ['bar over', t('over')],
    ['bar under', t('under')],
    ['bar none', t('no target')],
    ['aim', t('target')],
    ['interval', t('four times out of five')],
    ...(hasRehearsals ? [['rehearsed', t('last rehearsal')] as const] : []),
  ];
  const list = element(
    'div',
    { className: 'legend' },
    entries.map(([className, label]) =>
      element('span', {}, [element('i', {}, [mark(className)]), element('span', { textContent: label })]),
    ),
  );
  list.setAttribute('aria-hidden', 'true');
  return list;
}

/** The verdict on an answer, or on the heading whose target covers it. */
function coveringVerdict(answers: readonly AnswerRow[], index: number): string {
  for (let i: number | undefined = index; i !== undefined; i = answers[i]!.parent) {
    const { verdict } = answers[i]!;
    if (verdict !== undefined) return verdict;
  }
  return 'none';
}

/** Puts a mark from one time to another. Styles of the object model are allowed where style attributes aren't. */
function place(node: HTMLElement, from: number, to: number, max: number): HTMLElement {
  node.style.left = `${(Math.min(from, max) / max) * 100}%`;
  node.style.width = `${((Math.min(to, max) - Math.min(from, max)) / max) * 100}%`;
  return node;
}

function mark(className: string): HTMLElement {
  return element('span', { className: `mark ${className}` });
}

function heading(textContent: string): HTMLElement {
  return element('th', { scope: 'col', textContent });
}

function button(textContent: string, action: () => void): HTMLButtonElement {
  const node = element('button', { type: 'button', textContent });
  node.addEventListener('click', action);
  return node;
}

function without<T>(items: readonly T[], index: number): readonly T[] {
  return items.filter((_, i) => i !== index);
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  children: readonly Node[] = [],
): HTMLElementTagNameMap[K] {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}
