/** What the product asks of the speech model: the words, sentences and pauses of a text with their times, and an honest interval. */

/** A text to be said: paragraphs are separated by a blank line, lines of a list by one line feed. */
export interface Utterance {
  readonly text: string;
  /** Pauses the speaker planned (`[pause 2s]`), by UTF-16 offset in `text`, in order of offset. */
  readonly stagePauses: readonly StagePause[];
}

export interface StagePause {
  /** UTF-16 offset in the utterance's text before which the pause is made. */
  readonly at: number;
  readonly seconds: number;
}

/** How fast this speaker speaks, relative to the model's normal pace, and how sure we are of that. */
export interface Pace {
  /** Multiplies every predicted duration: 1 is the model's normal pace, 1.2 takes a fifth longer. */
  readonly factor: number;
  /** Standard deviation of the natural logarithm of `factor`: what is not known about the speaker. */
  readonly sigma: number;
  /** Where the pace comes from, for showing: a setting, or so many rehearsals, `latest` in milliseconds since 1970. */
  readonly source:
    { readonly kind: 'setting'; readonly name: string } | { readonly kind: 'rehearsals'; readonly count: number; readonly latest?: number };
}

export interface SpeechOptions {
  readonly pace: Pace;
  /** BCP 47 tag of the text's language; undefined detects it, paragraph by paragraph. */
  readonly language?: string | undefined;
  /** The user's readings: written form to what is said ("GR00T" to "groot"). */
  readonly lexicon: ReadonlyMap<string, string>;
}

/** One written token that is said (or silent, when `said` is empty). */
export interface SpokenWord {
  /** UTF-16 offsets in the utterance's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** What is said, as plain words: "twenty five b" for `25B`. Equal to the written form for ordinary words. */
  readonly said: string;
  readonly syllables: number;
  readonly phones: number;
  /** Seconds from the start of the utterance at which the word begins and at which it has been said. */
  readonly from: number;
  readonly to: number;
}

export interface SpokenSentence {
  /** UTF-16 offsets in the utterance's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Indices into `words`, end exclusive. */
  readonly firstWord: number;
  readonly lastWord: number;
  /** Seconds from the start of the utterance; `to` leaves out the pause after the sentence. */
  readonly from: number;
  readonly to: number;
}

/** Where the time goes. Seconds are at the speaker's pace and add up to the estimate's `seconds`. */
export interface Breakdown {
  readonly words: number;
  readonly syllables: number;
  readonly phones: number;
  readonly articulationSeconds: number;
  /** Pauses at clause, sentence and paragraph ends. */
  readonly pauseSeconds: number;
  /** Pauses the speaker planned. */
  readonly stageSeconds: number;
}

/** Seconds with the interval that contains the real duration four times out of five. */
export interface Estimate {
  readonly seconds: number;
  readonly low: number;
  readonly high: number;
}

export interface Speech {
  readonly words: readonly SpokenWord[];
  readonly sentences: readonly SpokenSentence[];
  readonly breakdown: Breakdown;
  readonly estimate: Estimate;
}
