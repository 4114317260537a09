/** The beginning of a mock interview: in which order to ask, and how much of the answers to show. */

import type { RecallForm } from '../../../../server/src/core/rehearsal/recall.ts';
import { button, element } from './dom.ts';
import type { RehearsalSet } from './messages.ts';
import { plural, t } from '../../../../server/src/core/locale/locale.ts';
import { FORM_WORDS } from './words.ts';

export type Order = 'due' | 'random' | 'given';

/** The indices of the items in the order of the questions. `random` gives numbers from 0 up to 1. */
export function questionsIn(
  { items, dueOrder }: Pick<RehearsalSet, 'items' | 'dueOrder'>,
  order: Order,
  random: () => number,
): readonly number[] {
  const given = items.map((_, index) => index);
  if (order === 'due') return dueOrder.length === given.length ? dueOrder : given;
  if (order === 'given') return given;
  // Fisher and Yates.
  for (let i = given.length - 1; i > 0; i--) {
    const j = Math.min(i, Math.floor(random() * (i + 1)));
    [given[i], given[j]] = [given[j]!, given[i]!];
  }
  return given;
}

export class InterviewView {
  readonly root = element('section', { class: 'interview', hidden: true, attributes: { 'aria-labelledby': 'interview-title' } });
  readonly #onStart: (order: Order, form: RecallForm) => void;
  #set: RehearsalSet | undefined;

  constructor(onStart: (order: Order, form: RecallForm) => void) {
    this.#onStart = onStart;
  }

  update(set: RehearsalSet | null, isSetUp: boolean): void {
    const isShown = set !== null && isSetUp;
    const wasHidden = this.root.hidden;
    this.root.hidden = !isShown;
    if (!isShown || (set === this.#set && !wasHidden)) return;
    this.#set = set;
    const order = choice('order', t('Order'), [
      [
        'due',
        plural(
          set.due,
          'Due first: {0} answer due, {1} never rehearsed',
          'Due first: {0} answers due, {1} never rehearsed',
          set.unrehearsed,
        ),
      ],
      ['random', t('Random')],
      ['given', t('As in the file')],
    ]);
    const form = choice(
      'shown',
      t('Show with each question'),
      (['hidden', 'keyPoints', 'firstLetters', 'full'] as const).map((one) => [one, t(FORM_WORDS[one])]),
    );
    const start = button(t('Ask the first question'), () => this.#onStart(order.value() as Order, form.value() as RecallForm), {
      class: 'primary',
    });
    this.root.replaceChildren(
      element('h2', { id: 'interview-title', text: t('Mock interview') }),
      element('p', {
        text: plural(
          set.items.length,
          '{0} question of {1}. An answer stays hidden until you ask for it (S).',
          '{0} questions of {1}. An answer stays hidden until you ask for it (S).',
          set.file,
        ),
      }),
      order.root,
      form.root,
      element('div', { class: 'row' }, start),
    );
    if (wasHidden) start.focus();
  }
}

function choice(name: string, legend: string, options: readonly (readonly [string, string])[]): { root: HTMLElement; value: () => string } {
  const inputs = options.map(([value], index) => {
    const input = element('input', { attributes: { type: 'radio', name, value } });
    input.checked = index === 0;
    return input;
  });
  const root = element(
    'fieldset',
    { class: 'choice' },
    element('legend', { text: legend }),
    ...inputs.map((input, index) => element('label', {}, input, element('span', { text: options[index]![1] }))),
  );
  return { root, value: () => inputs.find(({ checked }) => checked)?.value ?? options[0]![0] };
}
