/** Rehearsing by voice in the panel, where it may use the microphone: the first word starts the clock, silence ends it. */

import type { SessionEvent } from '../../../../server/src/core/rehearsal/sessionState.ts';
import { Meter } from '../voice/browser/meter.ts';
import { mayAsk, openMicrophone, type Microphone, type Refusal } from '../voice/browser/microphone.ts';
import { silenceThatEnds } from '../voice/silence.ts';
import { Hearing, measureRun, type RunTiming, type Stretch } from '../voice/timing.ts';
import { VoiceDetector } from '../voice/vad.ts';
import { element } from './dom.ts';
import type { Action, State } from './store.ts';
import { phrase, t } from '../../../../server/src/core/locale/locale.ts';

/** What the panel lends to its ears. */
export interface VoiceActions {
  readonly state: () => State;
  readonly do: (action: Action) => void;
  readonly tell: (text: string, isShown: boolean) => void;
  /** Something has changed that the controls show. */
  readonly changed: () => void;
}

const SAID = {
  asking: phrase('May the panel use the microphone? You will be asked.'),
  listening: phrase('Listening. Begin when you are ready: the clock starts at your first word.'),
  taken: phrase('That was not an answer. Begin when you are ready.'),
  lost: phrase('The microphone has stopped. The run continues from the keyboard.'),
  asleep: phrase('Press V again to listen.'),
  privacy: phrase('Audio never leaves this panel and is never stored.'),
} as const;

const REFUSED: Readonly<Record<Exclude<Refusal, 'asleep'>, string>> = {
  denied: phrase('The microphone is not allowed here. Everything works from the keyboard.'),
  absent: phrase('There is no microphone. Everything works from the keyboard.'),
  failed: phrase('The microphone can’t be used. Everything works from the keyboard.'),
};

export class Voice {
  readonly #canvas = element('canvas', { class: 'meter', role: 'img', attributes: { 'aria-label': t('Microphone level') } });
  readonly root = element('section', { class: 'voice', hidden: true, attributes: { 'aria-label': t('Voice') } }, this.#canvas);
  readonly #actions: VoiceActions;
  readonly #meter = new Meter(this.#canvas);
  /** Whether there is any point in offering it; nothing is shown to those who can't have it. */
  canAsk = false;
  /** Whether the next answer is to be heard, too. */
  #isWanted = false;
  #isAsking = false;
  #ear: Ear | undefined;
  #phase = 'ready';

  constructor(actions: VoiceActions) {
    this.#actions = actions;
    this.root.append(element('p', { class: 'hint', text: t(SAID.privacy) }));
    setInterval(() => this.#tick(), TICK_MILLISECONDS);
    void mayAsk().then((isPossible) => {
      this.canAsk = isPossible;
      if (isPossible) actions.changed();
    });
  }

  get isOn(): boolean {
    return this.#ear !== undefined;
  }

  /** Begins to listen, or stops it. */
  async toggle(): Promise<void> {
    this.#isWanted = !this.isOn;
    if (this.isOn) this.#close();
    else await this.#open();
  }

  /** Listens to the next answer, if the last one was heard. */
  goOn(): void {
    if (this.#isWanted) void this.#open();
  }

  /** Takes note of what has become of the session; to be called after every change. */
  follow(): void {
    const phase = this.#actions.state().session?.phase ?? 'ready';
    const before = this.#phase;
    this.#phase = phase;
    const ear = this.#ear;
    if (phase === before || ear === undefined) return;
    if (phase === 'running') ear.run(before === 'listening');
    else if (phase === 'paused') ear.hold();
    else if (phase === 'ended') this.#measure(ear);
    else if (phase === 'ready') {
      this.#isWanted = false;
      this.#close();
    }
  }

  async #open(): Promise<void> {
    if (this.isOn || this.#isAsking || this.#actions.state().session?.phase !== 'ready') return;
    this.#isAsking = true;
    this.#actions.tell(t(SAID.asking), false);
    const ear = new Ear();
    const opened = await openMicrophone({
      onSamples: (samples) => this.#hear(ear, samples),
      onLost: () => this.#lose(),
      worklet: document.body.dataset['worklet'] ?? '',
    });
    this.#isAsking = false;
    if (typeof opened === 'string') {
      this.#refuse(opened);
      return;
    }
    if (this.#actions.state().session?.phase !== 'ready') {
      // Started by key in the meantime.
      opened.stop();
      return;
    }
    this.#ear = ear;
    ear.open(opened);
    this.root.hidden = false;
    this.#actions.do({ type: 'voice', isOn: true });
    this.#actions.tell(t(SAID.listening), false);
  }

  #refuse(why: Refusal): void {
    this.#isWanted = false;
    if (why === 'asleep') {
      this.#actions.tell(t(SAID.asleep), true);
      return;
    }
    // It would be refused again.
    this.canAsk = false;
    const { hasPage } = this.#actions.state();
    this.#actions.tell(hasPage ? t('{0} Press B to rehearse in your browser, where it works.', t(REFUSED[why])) : t(REFUSED[why]), true);
    this.#actions.changed();
  }

  #lose(): void {
    this.#isWanted = false;
    this.#close();
    this.#actions.tell(t(SAID.lost), true);
  }

  #close(): void {
    this.#ear?.close();
    this.#ear = undefined;
    this.root.hidden = true;
    this.#actions.do({ type: 'voice', isOn: false });
  }

  #hear(ear: Ear, samples: Float32Array): void {
    if (ear !== this.#ear) return;
    for (const event of ear.hear(samples)) {
      if (event.type === 'level') {
        this.#meter.draw(event, performance.now());
        continue;
      }
      const at = ear.dateOf(event.time);
      this.#event({ type: event.type === 'speechStart' ? 'voiceStarted' : 'voiceStopped', at });
      // A machine that was switched on was taken for a voice.
      if (event.type === 'speechEnd' && ear.isByVoice && this.#phase === 'running' && ear.measure([]) === undefined) this.#takeBack(ear);
    }
  }

  #tick(): void {
    const ear = this.#ear;
    const { script, session, set } = this.#actions.state();
    if (ear === undefined || script === null || set === null || session?.phase !== 'running') return;
    const end = ear.endBefore(silenceThatEnds(script, set.options.silenceSeconds));
    if (end === undefined) return;
    if (ear.isByVoice && (ear.measure([])?.speechSeconds ?? 0) < LEAST_ANSWER_SECONDS) {
      this.#takeBack(ear);
    } else {
      this.#event({ type: 'end', at: end });
    }
  }

  /** It was a cough, or a word to somebody else: the run waits for an answer. */
  #takeBack(ear: Ear): void {
    ear.forget();
    this.#ear = undefined;
    this.#actions.do({ type: 'stop' });
    this.#ear = ear;
    this.#actions.do({ type: 'voice', isOn: true });
    this.#actions.tell(t(SAID.taken), false);
  }

  #measure(ear: Ear): void {
    const { script } = this.#actions.state();
    const heard = ear.measure(script?.sentences.map(({ from, to }) => to - from) ?? []);
    this.#close();
    if (heard !== undefined) this.#actions.do({ type: 'heard', heard });
  }

  #event(event: SessionEvent): void {
    this.#actions.do({ type: 'event', event });
  }
}

/** Often enough for silence to end a run to a tenth of a second. */
const TICK_MILLISECONDS = 100;

/** Seconds of speech below which it was no answer; as on the rehearsal page. */
const LEAST_ANSWER_SECONDS = 1;

/** One stream of sound, and what was heard in it. Times are seconds of the stream. */
class Ear {
  #microphone: Microphone | undefined;
  #detector: VoiceDetector | undefined;
  #hearing = new Hearing();
  #early: Float32Array[] = [];
  /** Where the stream was at a moment of the system's clock. */
  #until = { stream: 0, date: 0 };
  #startedAt = 0;
  #holds: Stretch[] = [];
  #heldSince: number | undefined;
  /** Whether the first word has started the run. */
  isByVoice = false;

  open(microphone: Microphone): void {
    this.#microphone = microphone;
    this.#detector = new VoiceDetector(microphone.sampleRate);
    this.#until = { stream: 0, date: Date.now() };
    for (const samples of this.#early) this.hear(samples);
    this.#early = [];
  }

  close(): void {
    this.#microphone?.stop();
  }

  hear(samples: Float32Array): ReturnType<VoiceDetector['push']> {
    if (this.#detector === undefined) {
      // Blocks can come before the microphone has told its rate.
      this.#early.push(samples.slice());
      return [];
    }
    const events = this.#detector.push(samples);
    this.#until = { stream: this.#detector.time, date: Date.now() };
    for (const event of events) this.#hearing.take(event);
    return events;
  }

  /** Milliseconds since 1970. */
  dateOf(time: number): number {
    return this.#until.date + (time - this.#until.stream) * 1000;
  }

  /** The run has begun, by a word or by key, or goes on after a pause by key. */
  run(isByVoice: boolean): void {
    if (this.#heldSince !== undefined) {
      this.#holds.push({ start: this.#heldSince, end: this.#now });
      this.#heldSince = undefined;
      return;
    }
    const speech = this.#hearing.stretches(this.#now).at(-1);
    this.isByVoice = isByVoice && speech !== undefined;
    this.#startedAt = isByVoice && speech !== undefined ? speech.start : this.#now;
  }

  hold(): void {
    this.#heldSince = this.#now;
  }

  /** What was heard was no answer. */
  forget(): void {
    this.#hearing = new Hearing();
    this.#holds = [];
    this.#heldSince = undefined;
  }

  /** When the last word was over, if that was so many seconds ago; milliseconds since 1970. */
  endBefore(seconds: number): number | undefined {
    const from = Math.max(this.#startedAt, this.#holds.at(-1)?.end ?? 0);
    // Sound that a busy machine has not handed over yet is no silence.
    const { stream } = this.#until;
    const silence = this.#hearing.silence(stream, from);
    return silence === undefined || silence < seconds ? undefined : this.dateOf(stream - silence);
  }

  /** The times of the run until now; undefined where nothing was said. */
  measure(plannedSeconds: readonly number[]): RunTiming | undefined {
    const now = this.#now;
    const held = this.#heldSince === undefined ? [] : [{ start: this.#heldSince, end: now }];
    const holds = [{ start: 0, end: this.#startedAt }, ...this.#holds, ...held];
    return measureRun(this.#hearing.stretches(now), { plannedSeconds, holds });
  }

  /** Between two blocks of samples, the system's clock goes on. */
  get #now(): number {
    return this.#until.stream + Math.max(0, Date.now() - this.#until.date) / 1000;
  }
}
