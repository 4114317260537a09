/** What client and server say to each other about transcripts and the files they are in. */

import type { ProtocolRange } from './index.ts';

/** From the server: which files lie below a folder? Only to clients that have said they read files. */
export const FIND_FILES_METHOD = 'interviewAnswers/files/find';

export interface FindFilesParams {
  readonly folder: string;
  readonly globs: readonly string[];
  readonly limit: number;
}

export interface FileEntry {
  readonly uri: string;
  /** Bytes, and milliseconds since 1970, where the client knows them without reading the file. */
  readonly size?: number;
  readonly modified?: number;
}

/** From the server: what is in a file? The answer is Base64, since not every connection carries bytes; null where there is none. Rejects with a reason for people. */
export const READ_FILE_METHOD = 'interviewAnswers/files/read';

export interface ReadFileParams {
  readonly uri: string;
}

/** From the server: transcripts or the glossary have changed, or are being indexed. */
export const TRANSCRIPTS_CHANGED_METHOD = 'interviewAnswers/transcriptsChanged';

export interface TranscriptsChangedParams {
  readonly state: 'idle' | 'indexing' | 'cancelled';
  readonly count: number;
}

/** The transcripts that were found, for the view. */
export const TRANSCRIPTS_METHOD = 'interviewAnswers/transcripts';

export interface TranscriptEntry {
  readonly uri: string;
  readonly title: string;
  readonly speakers: readonly string[];
  /** Seconds at which the last cue begins; absent without times. */
  readonly seconds?: number;
  /** Why it, or a part of it, can't be read. */
  readonly problem?: string;
}

/** What a transcript talks about, of what the answers and the glossary have as terms. */
export const TOPICS_METHOD = 'interviewAnswers/transcripts/topics';

export interface TopicsParams {
  readonly uri: string;
}

export interface Topic {
  readonly term: string;
  readonly passages: readonly TopicPassage[];
}

export interface TopicPassage {
  readonly range: ProtocolRange;
  readonly text: string;
  readonly seconds?: number;
  readonly heardAs?: string;
}

/** Reads all transcripts again, also after it was cancelled. */
export const INDEX_METHOD = 'interviewAnswers/transcripts/index';

/** In the initialization options: what the client can do for the server beyond LSP. */
export interface ClientOffers {
  /** Answers FIND_FILES_METHOD and READ_FILE_METHOD, for files that aren't on the server's machine. */
  readonly readsFiles?: boolean;
  /** A folder on the server's machine for what can be made again. */
  readonly cacheFolder?: string;
  /** Completes Markdown links to headings itself, so that the server need not. */
  readonly completesHeadings?: boolean;
}
