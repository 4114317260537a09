/** Listen: the computer reads the answer, where it has a voice for its language. */

import type { Script } from '../../../../server/src/core/rehearsal/script.ts';

/** The voice for a language: the system's own choice first; undefined where there is none. */
export function voiceFor<V extends Pick<SpeechSynthesisVoice, 'lang' | 'default' | 'localService'>>(
  voices: readonly V[],
  language: string,
): V | undefined {
  // Voices that are no local service send the text away.
  const fitting = voices.filter(({ lang, localService }) => localService && primary(lang) === primary(language));
  return fitting.find((voice) => voice.default) ?? fitting[0];
}

/** A sentence as it is read aloud. */
export interface SpokenForm {
  readonly text: string;
  /** Where each word ends in the text. */
  readonly ends: readonly number[];
}

/** The spoken form of a sentence: numbers and names as they are said, with the punctuation that makes a voice pause. */
export function spokenFormOf({ sentences, words }: Script, sentence: number): SpokenForm {
  const { firstWord, lastWord } = sentences[sentence]!;
  let text = '';
  const ends = words.slice(firstWord, lastWord).map(({ text: written, said }) => {
    text += said === undefined ? written : said + AFTER_WORD.exec(written)![0];
    if (!/\s$/.test(text)) text += ' ';
    return text.length;
  });
  return { text: text.trimEnd(), ends };
}

/** The word that a character of a spoken form belongs to, as an index into the sentence's words. */
export function wordAtCharacter({ ends }: SpokenForm, character: number): number {
  const word = ends.findIndex((end) => character < end);
  return word < 0 ? Math.max(0, ends.length - 1) : word;
}

// eslint-disable-next-line regexp/no-super-linear-move -- For one word at a time.
const AFTER_WORD = /[\s,.;:!?…–—]*$/u;

/** Reads one sentence after the other, so that a long text can be stopped at once and never breaks off by itself. */
export class Listener {
  readonly #synthesis: SpeechSynthesis | undefined = typeof speechSynthesis === 'undefined' ? undefined : speechSynthesis;
  readonly #onWord: (word: number | null) => void;
  #run = 0;
  isOn = false;

  /** `onWord` hears of each word that is read, and of null at the end; `onVoices` of voices that arrive late. */
  constructor(onWord: (word: number | null) => void, onVoices: () => void) {
    this.#onWord = onWord;
    this.#synthesis?.addEventListener('voiceschanged', onVoices);
  }

  canRead(language: string): boolean {
    return this.#voice(language) !== undefined;
  }

  /** Reads from a sentence on. */
  start(script: Script, sentence: number, speed: number): void {
    const voice = this.#voice(script.language);
    if (voice === undefined) return;
    this.stop();
    this.isOn = true;
    this.#read(script, sentence, speed, voice, this.#run);
  }

  stop(): void {
    this.#run++;
    if (!this.isOn) return;
    this.isOn = false;
    this.#synthesis?.cancel();
    this.#onWord(null);
  }

  #read(script: Script, sentence: number, speed: number, voice: SpeechSynthesisVoice, run: number): void {
    const first = script.sentences[sentence]?.firstWord;
    if (first === undefined) {
      this.stop();
      return;
    }
    const form = spokenFormOf(script, sentence);
    const utterance = new SpeechSynthesisUtterance(form.text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = Math.max(0.5, Math.min(2, speed));
    const isMine = (): boolean => run === this.#run;
    utterance.onstart = () => isMine() && this.#onWord(first);
    utterance.onboundary = ({ charIndex }) => isMine() && this.#onWord(first + wordAtCharacter(form, charIndex));
    utterance.onend = () => isMine() && this.#read(script, sentence + 1, speed, voice, run);
    utterance.onerror = () => isMine() && this.stop();
    this.#synthesis?.speak(utterance);
  }

  #voice(language: string): SpeechSynthesisVoice | undefined {
    return voiceFor(this.#synthesis?.getVoices() ?? [], language);
  }
}

function primary(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0]!;
}
