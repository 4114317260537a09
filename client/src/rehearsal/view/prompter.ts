/** The prompter: the text of an answer with its place marked, and scrolled so that the place is at the eye line. */

import type { Progress } from '../../../../server/src/core/rehearsal/progress.ts';
import { firstLetters, keyPoints, type RecallForm } from '../../../../server/src/core/rehearsal/recall.ts';
import type { Script } from '../../../../server/src/core/rehearsal/script.ts';
import type { Session } from '../../../../server/src/core/rehearsal/sessionState.ts';
import { formatSeconds } from '../../../../server/src/core/text/format.ts';
import { button, element, setText } from './dom.ts';
import { t } from '../../../../server/src/core/locale/locale.ts';

/** The eye line's place in the window: a third from the top, where there is more to come than has been. */
const EYE_SHARE = 0.33;
/** The scroll covers two thirds of its way in this many milliseconds: quick enough to follow, too slow to jump. */
const SCROLL_MILLISECONDS = 180;

export class Prompter {
  readonly root: HTMLElement;
  readonly #stage: HTMLElement;
  readonly #text: HTMLElement;
  readonly #follow: HTMLButtonElement;
  readonly #countdown = element('div', { class: 'countdown', hidden: true, attributes: { 'aria-hidden': 'true' } });
  readonly #reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
  #script: Script | null = null;
  #form: RecallForm = 'full';
  #words: HTMLElement[] = [];
  #sentences: HTMLElement[] = [];
  #cues: { readonly node: HTMLElement; readonly beforeWord: number; readonly pauseSeconds: number }[] = [];
  #marked: { word: number; sentence: number; mode: string } = { word: -1, sentence: -1, mode: '' };
  #isFollowing = true;
  #heardWord: number | null = null;
  #scroll = 0;
  #scrolledAt = 0;

  constructor(onWord: (word: number) => void) {
    this.#text = element('div', { class: 'text' });
    this.#stage = element('div', { class: 'stage', tabIndex: 0, role: 'region', attributes: { 'aria-label': t('Answer') } }, this.#text);
    this.#follow = button(t('Follow the place (F)'), () => this.follow(), { class: 'follow', hidden: true });
    const eye = element('div', { class: 'eye', attributes: { 'aria-hidden': 'true' } });
    this.root = element('div', { class: 'window' }, this.#stage, eye, this.#countdown, this.#follow);
    this.#stage.addEventListener('click', (event) => {
      const word = this.#words.indexOf((event.target as HTMLElement).closest<HTMLElement>('.word')!);
      if (word >= 0) onWord(word);
    });
    const letGo = (): void => this.#letGo();
    this.#stage.addEventListener('wheel', letGo, { passive: true });
    this.#stage.addEventListener('touchmove', letGo, { passive: true });
    this.#stage.addEventListener('pointerdown', (event) => {
      // On the scroll bar, which lies beside the content.
      if (event.target === this.#stage && event.offsetX > this.#stage.clientWidth) letGo();
    });
    this.#stage.addEventListener('keydown', ({ key }) => {
      if (key === 'Home' || key === 'End') letGo();
    });
  }

  focus(): void {
    this.#stage.focus({ preventScroll: true });
  }

  /** Scrolls with the place again. */
  follow(): void {
    this.#isFollowing = true;
    this.#follow.hidden = true;
  }

  /** Marks the word that a voice is reading; null gives the mark back to the place. */
  hear(word: number | null): void {
    this.#heardWord = word;
  }

  /** Shows the text in a form; the same text in the same form is left as it is. */
  show(script: Script, form: RecallForm): void {
    if (script === this.#script && form === this.#form) return;
    const isOther = script.title !== this.#script?.title;
    this.#script = script;
    this.#form = form;
    this.#words = new Array<HTMLElement>(script.words.length);
    this.#sentences = [];
    this.#cues = [];
    this.#marked = { word: -1, sentence: -1, mode: '' };
    this.#text.replaceChildren(...this.#write(script, form));
    if (isOther) {
      this.follow();
      this.#scrolledAt = 0;
    }
  }

  /** Marks the place, and scrolls towards it. `now` is any clock in milliseconds. */
  update(session: Session, progress: Progress, now: number): void {
    const { mode, phase, countdownSeconds } = progress;
    this.#countdown.hidden = phase !== 'countdown';
    if (phase === 'countdown') setText(this.#countdown, String(Math.ceil(countdownSeconds)));
    const word = this.#heardWord ?? progress.word;
    const sentence = this.#heardWord === null ? progress.sentence : this.#sentenceOf(this.#heardWord);
    this.#mark(word, sentence, this.#heardWord === null ? mode : 'flow');
    this.#markPause(session, word);
    this.#scrollTo(session, word, sentence, now);
  }

  #sentenceOf(word: number): number {
    return this.#script?.sentences.findIndex(({ lastWord }) => word < lastWord) ?? 0;
  }

  #mark(word: number, sentence: number, mode: string): void {
    const before = this.#marked;
    if (before.word === word && before.sentence === sentence && before.mode === mode) return;
    this.#marked = { word, sentence, mode };
    this.#words[before.word]?.classList.remove('is-now');
    if (mode === 'flow') this.#words[word]?.classList.add('is-now');
    if (before.sentence === sentence && before.mode === mode) return;
    this.#sentences.forEach((node, index) => {
      node.classList.toggle('is-now', index === sentence);
      node.classList.toggle('is-past', index < sentence);
    });
  }

  /** A planned pause is marked while the place is in it. */
  #markPause({ mode, position, plan }: Session, word: number): void {
    const ends = this.#script?.words[word]?.to ?? Infinity;
    for (const { node, beforeWord, pauseSeconds } of this.#cues) {
      const isNow = pauseSeconds > 0 && mode === 'flow' && beforeWord === word + 1 && position >= ends && position < plan.seconds;
      node.classList.toggle('is-now', isNow);
    }
  }

  #scrollTo(session: Session, word: number, sentence: number, now: number): void {
    const passed = this.#scrolledAt === 0 ? Infinity : Math.max(0, now - this.#scrolledAt);
    this.#scrolledAt = now;
    if (!this.#isFollowing) return;
    const aim = this.#aim(session, word, sentence);
    if (aim === undefined) return;
    const target = Math.max(0, aim - this.#stage.clientHeight * EYE_SHARE);
    const isSmooth = !this.#reducedMotion.matches && !document.body.classList.contains('vscode-reduce-motion') && passed < Infinity;
    // A panel that was resized, or shown again, has another scroll than was set.
    if (Math.abs(this.#scroll - this.#stage.scrollTop) > 2) this.#scroll = this.#stage.scrollTop;
    const share = isSmooth ? 1 - Math.exp(-passed / SCROLL_MILLISECONDS) : 1;
    const next = Math.abs(target - this.#scroll) < 0.5 ? target : this.#scroll + (target - this.#scroll) * share;
    if (next === this.#scroll) return;
    this.#scroll = next;
    this.#stage.scrollTop = next;
  }

  /** Where the eyes are, in pixels from the top of the text: in flow it moves on evenly along each line. */
  #aim({ mode, position }: Session, word: number, sentence: number): number | undefined {
    const node = mode === 'flow' || this.#heardWord !== null ? this.#words[word] : undefined;
    if (node === undefined) {
      const start = this.#sentences[sentence];
      return start === undefined ? undefined : start.offsetTop + lineOf(start) / 2;
    }
    const top = node.offsetTop + node.offsetHeight / 2;
    if (this.#reducedMotion.matches || document.body.classList.contains('vscode-reduce-motion')) return top;
    const { from, to } = this.#script!.words[word]!;
    const within = to > from ? Math.max(0, Math.min(1, (position - from) / (to - from))) : 0;
    const along = (node.offsetLeft + within * node.offsetWidth) / Math.max(1, this.#text.clientWidth);
    return top + (along - 0.5) * lineOf(node);
  }

  #letGo(): void {
    if (!this.#isFollowing || this.#form === 'hidden') return;
    this.#isFollowing = false;
    this.#follow.hidden = false;
  }

  #write(script: Script, form: RecallForm): Node[] {
    if (form === 'hidden')
      return [element('p', { text: script.title }), element('p', { class: 'hint', text: t('The answer is hidden. Press S to show it.') })];
    if (form === 'keyPoints') return [this.#writePoints(script)];
    const paragraphs: HTMLElement[] = [];
    let cue = 0;
    const addCues = (to: ParentNode, until: number): void => {
      for (; cue < script.cues.length && script.cues[cue]!.beforeWord <= until; cue++) to.append(this.#writeCue(script.cues[cue]!), ' ');
    };
    for (const [index, { firstWord, lastWord, break: gap, part }] of script.sentences.entries()) {
      for (; paragraphs.length > 0 && cue < script.cues.length && staysBefore(script, cue, index); cue++)
        paragraphs.at(-1)!.append(this.#writeCue(script.cues[cue]!), ' ');
      if (gap === 'paragraph' || paragraphs.length === 0) {
        if (script.parts.length > 1 && script.parts[part]!.firstSentence === index)
          paragraphs.push(element('h2', { class: 'part', text: script.parts[part]!.title }));
        paragraphs.push(element('p'));
      } else if (gap === 'line') paragraphs.at(-1)!.append(element('br'));
      const sentence = element('span', { class: 'sentence' });
      for (let word = firstWord; word < lastWord; word++) {
        addCues(sentence, word);
        const { text } = script.words[word]!;
        const shown = form === 'firstLetters' ? firstLetters(text) : text;
        const trimmed = shown.trimEnd();
        const node = element('span', { class: 'word', text: trimmed });
        this.#words[word] = node;
        sentence.append(node, trimmed === shown && word < lastWord - 1 ? '' : ' ');
      }
      this.#sentences[index] = sentence;
      paragraphs.at(-1)!.append(sentence, ' ');
    }
    if (paragraphs.length > 0) addCues(paragraphs.at(-1)!, script.words.length);
    return paragraphs;
  }

  #writePoints(script: Script): HTMLElement {
    const points = element('ul', { class: 'points' });
    for (const { sentence, text } of keyPoints(script)) {
      const node = element('li', { class: 'sentence', text });
      this.#sentences[sentence] = node;
      points.append(node);
    }
    return points;
  }

  #writeCue({ text, beforeWord, pauseSeconds }: Script['cues'][number]): HTMLElement {
    const shown = pauseSeconds > 0 ? `pause ${formatSeconds(pauseSeconds)}` : text;
    const node = element('span', { class: pauseSeconds > 0 ? 'cue is-pause' : 'cue', text: `[${shown}]` });
    this.#cues.push({ node, beforeWord, pauseSeconds });
    return node;
  }
}

/** Whether a cue between two sentences stands at the end of the first: it is nearer to that in the file. */
function staysBefore({ cues, sentences }: Script, cue: number, sentence: number): boolean {
  const { span, beforeWord } = cues[cue]!;
  const { firstWord, span: next } = sentences[sentence]!;
  return beforeWord === firstWord && span.start - sentences[sentence - 1]!.span.end <= next.start - span.end;
}

function lineOf(node: HTMLElement): number {
  return parseFloat(getComputedStyle(node).lineHeight) || node.offsetHeight;
}
