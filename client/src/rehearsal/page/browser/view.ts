/** The page's elements, and what is shown in them. Text goes in as text only. */

import type { Script, ScriptSentence } from '../messages.ts';
import type { Phase, Run } from '../run.ts';
import { clock, duration, STRINGS, TRACKS } from '../strings.ts';
import { t } from '../../../../../server/src/core/locale/locale.ts';

export class View {
  readonly go = element('go', HTMLButtonElement);
  readonly end = element('end', HTMLButtonElement);
  readonly microphone = element('microphone', HTMLButtonElement);
  readonly meter = element('meter', HTMLCanvasElement);
  private readonly title = element('title', HTMLElement);
  private readonly clock = element('clock', HTMLElement);
  private readonly target = element('target', HTMLElement);
  private readonly track = element('track', HTMLElement);
  private readonly state = element('state', HTMLElement);
  private readonly summary = element('summary', HTMLElement);
  private readonly list = element('sentences', HTMLOListElement);
  private sentence = -1;
  private trackShown = '';

  /** Labels what is always there. */
  constructor() {
    document.title = this.title.textContent = t('Rehearsal');
    this.clock.ariaLabel = t('Time');
    this.meter.ariaLabel = t('Microphone level');
    this.end.textContent = t('End');
    this.microphone.textContent = t('Use the microphone');
    element('privacy', HTMLElement).textContent = t('Audio never leaves this page and is never stored.');
    const keys = t('{0} starts and pauses, {1} {2} go from sentence to sentence, {3} asks for the microphone, {4} ends.');
    element('keys', HTMLElement).append(...withKeys(keys, [t('Space'), '↑', '↓', 'M', t('Esc')]));
    this.go.textContent = STRINGS.start();
  }

  /** Puts up what is to be said. */
  showScript({ title, language, sentences, targetSeconds }: Script): void {
    document.title = this.title.textContent = title;
    this.title.lang = this.list.lang = language;
    this.target.textContent = targetSeconds === undefined ? '' : t('of {0}', clock(targetSeconds));
    this.list.replaceChildren(...sentences.map(sentenceItem));
    this.sentence = -1;
    this.trackShown = '';
    this.summary.hidden = true;
  }

  /** Shows how the run stands; only touches what has changed, as it is called ten times a second. */
  showRun(run: Run, script: Script, now: number): void {
    const seconds = run.seconds(now);
    setText(this.clock, clock(seconds));
    this.showTrack(run, script, now, seconds);
    this.showSentence(run.sentence(now));
    this.showButtons(run.phase);
    if (run.phase !== 'ended' || !run.timings || !this.summary.hidden) return;
    if (run.timings.measuredBy === 'keys') return;
    const { speechSeconds, pauseSeconds, pauses } = run.timings;
    const longest = pauses.reduce((most, pause) => Math.max(most, pause.seconds), 0);
    this.summary.textContent = STRINGS.summary(duration(speechSeconds), duration(pauseSeconds), duration(longest));
    this.summary.hidden = false;
  }

  /** Says something, to the eye and to a screen reader. */
  say(text: string): void {
    this.state.textContent = text;
  }

  /** Nothing can be done here any more. */
  close(): void {
    for (const button of [this.go, this.end, this.microphone]) button.disabled = true;
  }

  private showTrack(run: Run, { targetSeconds }: Script, now: number, seconds: number): void {
    if (targetSeconds === undefined) return;
    const track = run.track(now);
    const { shape, word: english } = TRACKS[track];
    const word = english === '' ? '' : t(english);
    const left = targetSeconds - seconds;
    const rest = left >= 0 ? STRINGS.remaining(clock(Math.ceil(left))) : STRINGS.overBy(clock(-left));
    setText(this.track, `${shape} ${word}${rest}`);
    this.track.dataset['track'] = track;
    // Only what changes is said: not the first state, and nothing after the end.
    if (track !== this.trackShown && this.trackShown !== '' && run.phase === 'running') {
      if (track === 'over') this.say(STRINGS.over());
      if (track === 'warning') this.say(STRINGS.warning());
    }
    this.trackShown = track;
  }

  private showSentence(sentence: number): void {
    if (sentence === this.sentence) return;
    this.list.children[this.sentence]?.removeAttribute('aria-current');
    const item = this.list.children[sentence];
    item?.setAttribute('aria-current', 'step');
    item?.scrollIntoView({ block: 'nearest' });
    this.sentence = sentence;
  }

  private showButtons(phase: Phase): void {
    setText(this.go, { waiting: STRINGS.start(), running: STRINGS.pause(), paused: STRINGS.resume(), ended: STRINGS.start() }[phase]);
    this.go.disabled = phase === 'ended';
    this.microphone.disabled = phase !== 'waiting';
    this.end.disabled = phase === 'waiting' || phase === 'ended';
  }
}

/** A sentence with its places (`{0}`) as keys of a keyboard. */
function withKeys(sentence: string, keys: readonly string[]): readonly (Node | string)[] {
  return sentence.split(/\{(\d)\}/).map((part, i) => {
    if (i % 2 === 0) return part;
    const key = document.createElement('kbd');
    key.textContent = keys[Number(part)] ?? '';
    return key;
  });
}

function sentenceItem({ text, cues = [] }: ScriptSentence): HTMLLIElement {
  const item = document.createElement('li');
  let end = 0;
  for (const cue of cues) {
    const direction = document.createElement('span');
    direction.className = 'cue';
    direction.textContent = `▸ ${cue.text} `;
    item.append(text.slice(end, cue.at), direction);
    end = cue.at;
  }
  item.append(text.slice(end));
  return item;
}

function setText(where: HTMLElement, text: string): void {
  if (where.textContent !== text) where.textContent = text;
}

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no ${id}.`);
  return found;
}
