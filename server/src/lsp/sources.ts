/** What listeners know and what claims can be held against, from transcripts, glossaries and evidence, for each document. */

import { folderOf } from './places.ts';
import type { ClaimContext } from '../core/claims/evidence.ts';
import type { VocabularySources } from '../core/jargon/vocabulary.ts';
import { claimContextFrom, vocabularyFrom } from '../core/links/sources.ts';
import type { Transcripts } from './transcripts.ts';

export interface Sources {
  readonly vocabulary: VocabularySources;
  readonly claimContext: ClaimContext;
}

/** Makes the sources of documents; the same objects as long as nothing changes, because analyses are cached by them. */
export class SourcesCache {
  readonly #transcripts: Transcripts;
  #revision = -1;
  #vocabulary: VocabularySources = {};
  readonly #byFolder = new Map<string, Sources>();

  constructor(transcripts: Transcripts) {
    this.#transcripts = transcripts;
  }

  /** Undefined as long as there is nothing beyond the product's own lists. */
  for(uri: string): Sources | undefined {
    const { index, glossary, revision } = this.#transcripts;
    const evidence = [...this.#transcripts.evidenceFiles()];
    if (index.size === 0 && glossary.entries.length === 0 && evidence.length === 0) return undefined;
    if (revision !== this.#revision) {
      this.#revision = revision;
      this.#byFolder.clear();
      this.#vocabulary = vocabularyFrom(index, glossary);
    }
    const folder = folderOf(uri);
    let sources = this.#byFolder.get(folder);
    if (sources === undefined) {
      sources = { vocabulary: this.#vocabulary, claimContext: claimContextFrom(index, evidence, uri) };
      this.#byFolder.set(folder, sources);
    }
    return sources;
  }
}
