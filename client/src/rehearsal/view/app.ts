/** The rehearsal panel: puts the views together, passes time, and talks to the extension. */

import '../../browser/readLocale.ts';
import './style.css';
import { wordAt, type SessionEvent } from '../../../../server/src/core/rehearsal/sessionState.ts';
import { outcomeOf } from '../../../../server/src/core/rehearsal/progress.ts';
import type { RecallForm } from '../../../../server/src/core/rehearsal/recall.ts';
import { Announcer } from './announcer.ts';
import { Clock } from './clock.ts';
import { Controls, FORMS } from './controls.ts';
import { button, element, focusOf, setText } from './dom.ts';
import { Help } from './help.ts';
import { HistoryView } from './historyView.ts';
import { InterviewView, questionsIn } from './interviewView.ts';
import { commandFor, type Command, type Situation } from './keys.ts';
import type { ToExtension, ToView } from './messages.ts';
import { Prompter } from './prompter.ts';
import { ReportView } from './reportView.ts';
import { fromSaved, toSaved } from './saved.ts';
import { t } from '../../../../server/src/core/locale/locale.ts';
import { Listener } from './speech.ts';
import { Voice } from './voice.ts';
import { currentItem, fontSizeIn, hasNext, progressIn, reduce, type Action, type State } from './store.ts';
import { announcementFor, FORM_WORDS, MODE_WORDS } from './words.ts';

/** Steps of the speed, and of the font size in pixels. */
const SPEED_STEP = 0.05;
const FONT_STEP = 4;
/** A clock that is out of sight still has to notice the end of a countdown. */
const TICK_MILLISECONDS = 250;
/** A run that is restored must not have been away from its last save for long. */
const SAVE_MILLISECONDS = 3000;

class App {
  readonly #vscode = acquireVsCodeApi();
  readonly #announcer = new Announcer();
  readonly #help = new Help();
  readonly #clock = new Clock();
  readonly #prompter = new Prompter((word) => this.#jump(word));
  readonly #controls = new Controls({ run: (command) => this.#run(command), setForm: (form) => this.#setForm(form) });
  readonly #listener = new Listener(
    (word) => this.#hear(word),
    () => this.#render(),
  );
  readonly #report = new ReportView({
    decide: (isKept) => this.#decide(isKept),
    again: () => this.#goOn('again'),
    next: () => this.#goOn('next'),
    page: () => this.#run('page'),
    setTarget: (seconds) => this.#send({ type: 'setTarget', line: currentItem(this.#state)?.line ?? 0, seconds }),
    reveal: (sentences) => this.#send({ type: 'reveal', sentences }),
  });
  readonly #voice = new Voice({
    state: () => this.#state,
    do: (action) => this.#do(action),
    tell: (text, isShown) => this.#tell(text, isShown),
    changed: () => this.#render(),
  });
  readonly #history = new HistoryView({
    remove: (what) => this.#send({ type: 'delete', what }),
    exportAs: (format) => this.#send({ type: 'export', format }),
    now: () => Date.now(),
  });
  readonly #interview = new InterviewView((order, form) => {
    const { set } = this.#state;
    if (set !== null) this.#do({ type: 'interview', order: questionsIn(set, order, Math.random), form });
    this.#prompter.focus();
  });
  readonly #title = element('h1', { text: t('Rehearse') });
  readonly #where = element('p', { class: 'where' });
  readonly #toHistory = button(t('History'), () => this.#run('history'), { class: 'secondary', attributes: { 'aria-keyshortcuts': 'H' } });
  readonly #rehearsal = element('div', { class: 'rehearsal' });
  readonly #notice = element('p', { class: 'notice', hidden: true });
  #state: State;
  #savedAt = 0;
  #isScheduled = false;

  constructor() {
    this.#state = fromSaved(this.#vscode.getState());
  }

  start(): void {
    const keys = button(t('Keys'), () => this.#run('help'), { class: 'secondary', attributes: { 'aria-keyshortcuts': '?' } });
    this.#rehearsal.append(this.#clock.root, this.#voice.root, this.#prompter.root, this.#controls.root);
    document.body.append(
      element(
        'header',
        { class: 'top' },
        element('div', {}, this.#title, this.#where),
        element('div', { class: 'row' }, this.#toHistory, keys),
      ),
      element('main', {}, this.#notice, this.#rehearsal, this.#report.root, this.#interview.root, this.#history.root),
      this.#announcer.root,
      this.#help.root,
    );
    window.addEventListener('message', ({ data }: MessageEvent<ToView>) => this.#receive(data));
    document.addEventListener('keydown', (event) => this.#onKey(event));
    document.addEventListener('visibilitychange', () => this.#event({ type: document.hidden ? 'hidden' : 'visible' }));
    // Clicks with a mouse leave the keys with the prompter.
    document.addEventListener('click', ({ detail, target }) => {
      const isControl = target instanceof Element && target.closest('.controls') !== null && target.closest('select') === null;
      if (detail > 0 && isControl && !this.#rehearsal.hidden) this.#prompter.focus();
    });
    setInterval(() => this.#isGoing() && this.#event({ type: 'tick' }), TICK_MILLISECONDS);
    this.#render();
    this.#send({ type: 'ready' });
    if (this.#state.page === 'history') this.#send({ type: 'history' });
  }

  #receive(message: ToView): void {
    switch (message.type) {
      case 'rehearse':
        this.#listener.stop();
        this.#do(message);
        if (this.#situation() === 'run') this.#prompter.focus();
        break;
      case 'changed':
        this.#do(message);
        break;
      case 'recorded':
        this.#tell(
          message.problem === null ? (message.isKept ? t('Kept.') : t('Discarded.')) : t('Not stored: {0}', message.problem),
          message.problem !== null,
        );
        break;
      case 'history':
        this.#do({ type: 'history', data: message.data });
        if (message.isAskedFor) this.#do({ type: 'page', page: 'history' });
        break;
      case 'notice':
        this.#tell(message.text, true);
    }
  }

  #send(message: ToExtension): void {
    this.#vscode.postMessage(message);
  }

  #event(event: SessionEvent): void {
    this.#do({ type: 'event', event });
  }

  #do(action: Action): void {
    const before = this.#state;
    const hadProgress = before.set === null ? undefined : progressIn(before);
    this.#state = reduce(before, action, Date.now());
    const isTick = action.type === 'event' && action.event.type === 'tick';
    if (!isTick || Date.now() - this.#savedAt > SAVE_MILLISECONDS) this.#save();
    const progress = progressIn(this.#state);
    if (progress !== undefined && before.script === this.#state.script) {
      const said = announcementFor(hadProgress, progress);
      if (said !== null) this.#announcer.say(said);
    }
    if (before.preferences !== this.#state.preferences && action.type === 'prefer')
      this.#send({ type: 'preferences', preferences: this.#state.preferences });
    this.#render();
    this.#schedule();
    this.#voice.follow();
  }

  #save(): void {
    this.#savedAt = Date.now();
    const { set, session, page } = this.#state;
    // Before the set has come again, there is nothing to save but what was saved.
    if (set !== null || (page === 'history' && session === null)) this.#vscode.setState(toSaved(this.#state));
  }

  #isGoing(): boolean {
    const phase = this.#state.session?.phase;
    return phase === 'running' || phase === 'countdown' || phase === 'listening';
  }

  /** While time passes, it is shown in every frame. */
  #schedule(): void {
    if (this.#isScheduled || !this.#isGoing()) return;
    this.#isScheduled = true;
    requestAnimationFrame(() => {
      this.#isScheduled = false;
      if (this.#isGoing()) this.#event({ type: 'tick' });
    });
  }

  #render(): void {
    const state = this.#state;
    const { set, session, script, page, form } = state;
    const progress = progressIn(state);
    const isHistory = page === 'history';
    const isEnded = session?.phase === 'ended';
    this.#rehearsal.hidden = isHistory || session === null || isEnded;
    this.#history.update(state.history, isHistory);
    this.#interview.update(set, !isHistory && state.isSetUp);
    if (isHistory || !isEnded) this.#report.root.hidden = true;
    else if (set !== null) this.#report.update(state);
    setText(this.#toHistory, isHistory ? t('Back to the rehearsal') : t('History'));
    this.#toHistory.hidden = isHistory && set === null;
    this.#head();
    if (session === null || script === null || set === null || progress === undefined) return;
    this.#rehearsal.dataset['mode'] = session.mode;
    this.#rehearsal.classList.toggle('is-mirrored', state.preferences.isMirrored);
    this.#rehearsal.style.setProperty('--font-size', `${fontSizeIn(state)}px`);
    this.#clock.update(script, progress, set.options);
    this.#controls.update(state, progress, {
      canListen: this.#listener.canRead(script.language),
      isListening: this.#listener.isOn,
      canHear: this.#voice.canAsk,
      isHearing: this.#voice.isOn,
    });
    if (this.#rehearsal.hidden) return;
    this.#prompter.show(script, form);
    this.#prompter.update(session, progress, performance.now());
  }

  #head(): void {
    const { set, page, script, order, place, isSetUp } = this.#state;
    setText(this.#title, page === 'history' ? t('Rehearsals') : isSetUp || script === null ? t('Rehearse') : script.title);
    const where = set === null || page === 'history' ? '' : set.file;
    setText(this.#where, where === '' || order.length < 2 || isSetUp ? where : t('{0}, answer {1} of {2}', where, place + 1, order.length));
  }

  #situation(): Situation {
    const { page, session } = this.#state;
    if (page === 'history' || session === null) return 'other';
    return session.phase === 'ended' ? 'report' : 'run';
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#help.isOpen) {
      if (event.key === '?') this.#help.toggle();
      return;
    }
    const command = commandFor(event, this.#situation(), focusOf(document.activeElement));
    if (command === undefined) return;
    event.preventDefault();
    this.#run(command);
  }

  #run(command: Command): void {
    const { session, form, preferences } = this.#state;
    switch (command) {
      case 'toggle':
        this.#listener.stop();
        this.#prompter.follow();
        this.#event({ type: 'toggle' });
        break;
      case 'end':
        if (session !== null && session.phase !== 'ready') this.#event({ type: 'end' });
        break;
      case 'stop':
        this.#stop();
        break;
      case 'nextSentence':
      case 'previousSentence':
        this.#prompter.follow();
        this.#event({ type: command === 'nextSentence' ? 'next' : 'previous' });
        break;
      case 'nextWord':
      case 'previousWord':
        if (session !== null && session.mode !== 'clock') this.#jump(wordAt(session) + (command === 'nextWord' ? 1 : -1));
        break;
      case 'faster':
      case 'slower': {
        const speed = Math.round((preferences.speed + (command === 'faster' ? SPEED_STEP : -SPEED_STEP)) * 100) / 100;
        this.#do({ type: 'prefer', preferences: { speed } });
        break;
      }
      case 'larger':
      case 'smaller':
        this.#do({ type: 'prefer', preferences: { fontSize: fontSizeIn(this.#state) + (command === 'larger' ? FONT_STEP : -FONT_STEP) } });
        break;
      case 'mirror':
        this.#do({ type: 'prefer', preferences: { isMirrored: !preferences.isMirrored } });
        this.#announcer.say(preferences.isMirrored ? t('Not mirrored.') : t('Mirrored.'));
        break;
      case 'flow':
      case 'sentence':
      case 'clock':
        this.#do({ type: 'prefer', preferences: { mode: command } });
        this.#announcer.say(t('{0}.', t(MODE_WORDS[command])));
        break;
      case 'form':
        this.#setForm(FORMS[(FORMS.indexOf(form) + 1) % FORMS.length]!);
        this.#announcer.say(t('{0}.', t(FORM_WORDS[this.#state.form])));
        break;
      case 'show':
        this.#setForm('full');
        break;
      case 'listen':
        this.#listen();
        break;
      case 'follow':
        this.#prompter.follow();
        this.#render();
        break;
      case 'voice':
        if (this.#voice.canAsk) void this.#voice.toggle();
        break;
      case 'page':
        this.#openPage();
        break;
      case 'keep':
      case 'discard':
        this.#decide(command === 'keep');
        break;
      case 'again':
      case 'next':
        this.#goOn(command);
        break;
      case 'history':
        this.#turn();
        break;
      case 'help':
        this.#help.toggle();
    }
  }

  #stop(): void {
    this.#notice.hidden = true;
    this.#listener.stop();
    if (this.#state.page === 'history') {
      if (this.#state.set !== null) this.#turn();
    } else if (this.#state.session?.phase === 'ended') {
      this.#decide(false);
      this.#goOn('again');
    } else {
      this.#do({ type: 'stop' });
    }
  }

  #turn(): void {
    const isHistory = this.#state.page === 'history';
    if (isHistory && this.#state.set === null) return;
    this.#do({ type: 'page', page: isHistory ? 'rehearsal' : 'history' });
    if (!isHistory) this.#send({ type: 'history' });
    else if (this.#situation() === 'run') this.#prompter.focus();
  }

  #jump(word: number): void {
    this.#listener.stop();
    this.#prompter.follow();
    this.#event({ type: 'jump', word: Math.max(0, word) });
  }

  #setForm(form: RecallForm): void {
    this.#do({ type: 'form', form });
  }

  #listen(): void {
    const { script, session, preferences } = this.#state;
    if (script === null || session === null) return;
    if (this.#listener.isOn) this.#listener.stop();
    else {
      this.#event({ type: 'pause' });
      this.#listener.start(script, session.sentence, preferences.speed);
    }
    this.#render();
  }

  /** Whoever goes on elsewhere has nothing against the run that has ended here. */
  #openPage(): void {
    const { hasPage } = this.#state;
    if (!hasPage) return;
    this.#event({ type: 'pause' });
    this.#decide(true);
    this.#send({ type: 'page', line: currentItem(this.#state)?.line ?? 0 });
  }

  #hear(word: number | null): void {
    this.#prompter.hear(word);
    this.#render();
  }

  #decide(isKept: boolean): void {
    const { session, isRecorded, shown } = this.#state;
    const item = currentItem(this.#state);
    if (session?.phase !== 'ended' || isRecorded || item === undefined) return;
    this.#send({ type: 'record', identity: item.identity, line: item.line, outcome: outcomeOf(session), form: shown, kept: isKept });
    this.#do({ type: 'decide', isKept });
  }

  /** Whoever goes on without a word has nothing against the run. */
  #goOn(command: 'again' | 'next'): void {
    if (command === 'next' && !hasNext(this.#state)) return;
    const phase = this.#state.session?.phase;
    if (command === 'next' && phase !== 'ended' && phase !== 'ready') return;
    this.#decide(true);
    this.#do({ type: command });
    this.#announcer.say(currentItem(this.#state)?.title ?? '');
    this.#prompter.focus();
    this.#voice.goOn();
  }

  #tell(text: string, isShown: boolean): void {
    this.#announcer.say(text);
    this.#notice.textContent = text;
    this.#notice.hidden = !isShown;
  }
}

new App().start();
