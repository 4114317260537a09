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

/** The word of a sentence that a character of its text belongs to, as an index into the script's words. */
export function wordAtCharacter({ sentences, words }: Script, sentence: number, character: number): number {
  const { firstWord, lastWord } = sentences[sentence]!;
  let end = 0;
  for (let word = firstWord; word < lastWord; word++) {
    end += words[word]!.text.length;
    if (character < end) return word;
  }
  return Math.max(firstWord, lastWord - 1);
}

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
    const text = script.sentences[sentence]?.text;
    if (text === undefined) {
      this.stop();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = Math.max(0.5, Math.min(2, speed));
    const isMine = (): boolean => run === this.#run;
    utterance.onstart = () => isMine() && this.#onWord(script.sentences[sentence]!.firstWord);
    utterance.onboundary = ({ charIndex }) => isMine() && this.#onWord(wordAtCharacter(script, sentence, charIndex));
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
