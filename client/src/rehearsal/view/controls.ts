/** The controls below the prompter: everything that a key does, for the mouse and for those who look for it. */

import type { Progress } from '../../../../server/src/core/rehearsal/progress.ts';
import type { RecallForm } from '../../../../server/src/core/rehearsal/recall.ts';
import { FASTEST, SLOWEST, type Mode } from '../../../../server/src/core/rehearsal/sessionState.ts';
import { button, element, setText } from './dom.ts';
import type { Command } from './keys.ts';
import { fontSizeIn, hasNext, LARGEST_FONT, SMALLEST_FONT, type State } from './store.ts';
import { t } from '../../../../server/src/core/locale/locale.ts';
import { FORM_WORDS, MODE_WORDS } from './words.ts';

export interface ControlActions {
  readonly run: (command: Command) => void;
  readonly setForm: (form: RecallForm) => void;
}

export class Controls {
  readonly root: HTMLElement;
  readonly #main: HTMLButtonElement;
  readonly #end: HTMLButtonElement;
  readonly #stop: HTMLButtonElement;
  readonly #next: HTMLButtonElement;
  readonly #show: HTMLButtonElement;
  readonly #listen: HTMLButtonElement;
  readonly #voice: HTMLButtonElement;
  readonly #page: HTMLButtonElement;
  readonly #mirror: HTMLButtonElement;
  readonly #modes: Readonly<Record<Mode, HTMLInputElement>>;
  readonly #form: HTMLSelectElement;
  readonly #speed = element('output', { class: 'value' });
  readonly #size = element('output', { class: 'value' });
  readonly #slower: HTMLButtonElement;
  readonly #faster: HTMLButtonElement;
  readonly #smaller: HTMLButtonElement;
  readonly #larger: HTMLButtonElement;

  constructor({ run, setForm }: ControlActions) {
    const does = (command: Command) => (): void => run(command);
    const sign = (text: string, name: string, command: Command): HTMLButtonElement =>
      button(text, does(command), { class: 'secondary sign', title: name, attributes: { 'aria-label': t('{0} ({1})', name, text) } });
    this.#main = button(t('Start'), does('toggle'), { class: 'primary', attributes: { 'aria-keyshortcuts': 'Space' } });
    this.#end = button(t('End'), does('end'), { class: 'secondary', attributes: { 'aria-keyshortcuts': 'Enter' } });
    this.#stop = button(t('Stop'), does('stop'), {
      class: 'secondary',
      title: t('Stop, without keeping the run'),
      attributes: { 'aria-keyshortcuts': 'Escape' },
    });
    this.#next = button(t('Next answer'), does('next'), { class: 'secondary' });
    this.#show = button(t('Show the answer'), does('show'), { class: 'secondary' });
    this.#listen = button(t('Listen'), does('listen'), { class: 'secondary', hidden: true });
    this.#voice = button(t('By voice'), does('voice'), {
      class: 'secondary',
      hidden: true,
      title: t('Your first word starts the clock, and silence ends it'),
      attributes: { 'aria-pressed': 'false', 'aria-keyshortcuts': 'V' },
    });
    this.#page = button(t('In the browser'), does('page'), {
      class: 'secondary',
      hidden: true,
      title: t('Opens a page in your browser, which can time you by voice'),
      attributes: { 'aria-keyshortcuts': 'B' },
    });
    this.#mirror = button(t('Mirror'), does('mirror'), { class: 'secondary', attributes: { 'aria-pressed': 'false' } });
    this.#slower = sign('−', t('Slower'), 'slower');
    this.#faster = sign('+', t('Faster'), 'faster');
    this.#smaller = sign('−', t('Smaller text'), 'smaller');
    this.#larger = sign('+', t('Larger text'), 'larger');
    this.#modes = { flow: radio('flow'), sentence: radio('sentence'), clock: radio('clock') };
    for (const mode of MODES) this.#modes[mode].addEventListener('change', () => run(mode));
    this.#form = element('select', { id: 'form' });
    for (const form of FORMS) this.#form.append(new Option(t(FORM_WORDS[form]), form));
    this.#form.addEventListener('change', () => setForm(this.#form.value as RecallForm));
    const steps = element(
      'span',
      { class: 'group' },
      sign('←', t('Previous sentence'), 'previousSentence'),
      sign('→', t('Next sentence'), 'nextSentence'),
    );
    this.root = element(
      'footer',
      { class: 'controls' },
      element(
        'div',
        { class: 'row' },
        this.#main,
        this.#end,
        this.#stop,
        steps,
        this.#show,
        this.#listen,
        this.#voice,
        this.#page,
        this.#next,
      ),
      element(
        'div',
        { class: 'row' },
        element(
          'fieldset',
          { class: 'modes' },
          element('legend', { class: 'said', text: t('Mode') }),
          ...MODES.map((mode) => element('label', {}, this.#modes[mode], element('span', { text: t(MODE_WORDS[mode]) }))),
        ),
        element('span', { class: 'group' }, element('label', { class: 'name', text: t('Show'), attributes: { for: 'form' } }), this.#form),
        element('span', { class: 'group' }, element('span', { class: 'name', text: t('Speed') }), this.#slower, this.#speed, this.#faster),
        element('span', { class: 'group' }, element('span', { class: 'name', text: t('Text') }), this.#smaller, this.#size, this.#larger),
        this.#mirror,
      ),
    );
  }

  update(state: State, { phase, mode, isAtEnd }: Progress, { canListen, isListening, canHear, isHearing }: Sound): void {
    const { form, preferences, order } = state;
    const isOn = phase !== 'ready' && phase !== 'ended';
    setText(
      this.#main,
      {
        ready: t('Start'),
        countdown: t('Back'),
        listening: t('Start'),
        running: isAtEnd ? t('End') : t('Pause'),
        paused: t('Go on'),
        ended: t('Ended'),
      }[phase],
    );
    this.#end.disabled = !isOn;
    this.#stop.disabled = !isOn;
    this.#next.hidden = order.length < 2;
    this.#next.disabled = isOn || !hasNext(state);
    this.#show.hidden = form === 'full' || mode === 'clock';
    this.#listen.hidden = !canListen;
    setText(this.#listen, isListening ? t('Stop listening') : t('Listen'));
    this.#voice.hidden = !canHear;
    this.#voice.disabled = !isHearing && phase !== 'ready';
    press(this.#voice, isHearing);
    this.#page.hidden = !state.hasPage;
    if (!this.#modes[mode].checked) this.#modes[mode].checked = true;
    if (this.#form.value !== form) this.#form.value = form;
    const { speed, isMirrored } = preferences;
    setText(this.#speed, t('{0} %', Math.round(speed * 100)));
    setText(this.#size, t('{0} px', fontSizeIn(state)));
    this.#slower.disabled = speed <= SLOWEST;
    this.#faster.disabled = speed >= FASTEST;
    this.#smaller.disabled = fontSizeIn(state) <= SMALLEST_FONT;
    this.#larger.disabled = fontSizeIn(state) >= LARGEST_FONT;
    press(this.#mirror, isMirrored);
  }
}

/** What the panel can say and hear, and whether it does. */
export interface Sound {
  readonly canListen: boolean;
  readonly isListening: boolean;
  readonly canHear: boolean;
  readonly isHearing: boolean;
}

function press(pressed: HTMLButtonElement, isPressed: boolean): void {
  const value = String(isPressed);
  if (pressed.getAttribute('aria-pressed') !== value) pressed.setAttribute('aria-pressed', value);
}

const MODES: readonly Mode[] = ['flow', 'sentence', 'clock'];
export const FORMS: readonly RecallForm[] = ['full', 'firstLetters', 'keyPoints', 'hidden'];

function radio(mode: Mode): HTMLInputElement {
  const made = element('input', { attributes: { type: 'radio', name: 'mode', value: mode } });
  return made;
}
