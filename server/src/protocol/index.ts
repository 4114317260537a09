/** What client and server say to each other beyond LSP, and the names they share. */

/** What every request about a document names, as in LSP. */
export interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

/** Asks how long a stretch of a document takes to say; for the status bar. */
export const ESTIMATE_METHOD = 'interviewAnswers/estimate';

export interface EstimateParams extends OfDocument {
  /** An empty range asks for the answer it stands in, any other for what is selected. */
  readonly range: ProtocolRange;
}

export interface EstimateResult {
  /** The answer's heading; absent for a selection. */
  readonly title?: string;
  readonly words: number;
  readonly seconds: number;
  readonly low: number;
  readonly high: number;
  /** The answer's target in words ("30 s"), and how the estimate stands to it. */
  readonly target?: { readonly text: string; readonly verdict: 'under' | 'met' | 'over' };
}

/** Asks how the word at a position is read. */
export const READING_METHOD = 'interviewAnswers/reading';

export interface ReadingParams extends OfDocument {
  readonly position: ProtocolRange['start'];
}

export interface ReadingResult {
  readonly range: ProtocolRange;
  /** The word without the punctuation around it. */
  readonly written: string;
  readonly said: string;
}

/** Tells the server where the cursor is, so that findings wait until it leaves the sentence that is being typed. */
export const CURSOR_METHOD = 'interviewAnswers/cursor';

export interface CursorParams {
  /** With the version that the position is meant for, where the client knows it. */
  readonly textDocument: { readonly uri: string; readonly version?: number };
  /** Absent when the cursor has gone to another document. */
  readonly position?: ProtocolRange['start'];
}

/** What a client can do beyond LSP; in `experimental.interviewAnswers` of its capabilities. */
export interface ClientExtras {
  /** It has the command below, which keeps a word (its argument) in the user's settings. */
  readonly addToVocabulary?: boolean;
}

/** In which language the server is to speak; in the client's `initializationOptions`. Without it, LSP's `locale` counts. */
export interface LocaleOffer {
  /** A language with its translations, which the editor has loaded already. */
  readonly translations?: { readonly tag: string; readonly messages: Readonly<Record<string, string>> };
  /** A language by its tag, for editors that don't tell theirs. */
  readonly locale?: string;
}

export const ADD_TO_VOCABULARY_COMMAND = 'interviewAnswers.addToVocabulary';

/**
 * In what the client answers to `workspace/configuration`, beside the settings: a list of layers that are set for this
 * workspace in particular, which is nearer to the text than a config file. A client that can't tell leaves it out.
 */
export const OF_WORKSPACE_KEY = '(of the workspace)';

/** There, too: true where the user doesn't trust the workspace. Then no file of it decides which files are read or written. */
export const UNTRUSTED_KEY = '(not trusted)';

/** As in LSP: zero-based lines, characters in UTF-16 units. */
export interface ProtocolRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Name of the product where a person reads it: the source of diagnostics, the output channel. */
export const PRODUCT_NAME = 'Interview Answers';
