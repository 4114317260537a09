/** The index on disk: what was read in an earlier session and is still the same needn't be read again. */

import { decodeIndex, encodeIndexInSteps } from '../core/links/cacheFormat.ts';
import type { TranscriptIndex } from '../core/links/index.ts';
import { contentHash } from '../core/text/hash.ts';
import type { TranscriptProblem } from '../core/transcripts/transcript.ts';
import type { BlobCache, Runtime } from './runtime.ts';
import { inSlices } from './slices.ts';

export class IndexCache {
  readonly #runtime: Runtime;
  /** For each transcript of the index, the stamp of its file and the hash of its text. */
  readonly #keys = new Map<string, { readonly stamp: string | undefined; readonly hash: string }>();
  /** Whether the disk has the index as it is. */
  #isSaved = true;
  #isOver = false;
  #cancelSave: (() => void) | undefined;
  /** Where the cache lies; undefined for the platform's own place. */
  folder: string | undefined;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /** The index of an earlier session in the same workspace folders; undefined without one. A damaged or foreign file is none. */
  async load(folders: readonly string[]): Promise<TranscriptIndex | undefined> {
    const bytes = await this.#runtime.cache?.load(this.folder, nameOf(folders));
    const decoded = bytes === undefined ? undefined : decodeIndex(bytes);
    if (decoded === undefined) return undefined;
    for (const [uri, key] of decoded.keys) {
      const [hash = '', stamp = ''] = key.split('#');
      this.#keys.set(uri, { hash, stamp: stamp === '' ? undefined : stamp });
    }
    return decoded.index;
  }

  /** Whether the index has a file as it is now, by its size and time of change. */
  has(index: TranscriptIndex, uri: string, stamp: string | undefined): boolean {
    return stamp !== undefined && index.get(uri) !== undefined && this.#keys.get(uri)?.stamp === stamp;
  }

  /** Puts a transcript into the index, in slices; one with the same text needn't be read, whatever it was called. */
  async add(
    index: TranscriptIndex,
    uri: string,
    text: string,
    stamp: string | undefined,
    isCancelled: () => boolean,
  ): Promise<readonly TranscriptProblem[]> {
    const hash = contentHash(text);
    const same = [...this.#keys].find(([known, key]) => key.hash === hash && index.get(known) !== undefined)?.[0];
    let problems: readonly TranscriptProblem[] | undefined = [];
    if (same === undefined) problems = await inSlices(this.#runtime, index.addTextInSteps(uri, text), isCancelled);
    else if (same !== uri) index.add(uri, index.get(same)!.data);
    if (problems === undefined) return [];
    // A file with problems is read again, so that they are told again.
    if (problems.length === 0) this.#keys.set(uri, { hash, stamp });
    else this.#keys.delete(uri);
    this.#isSaved &&= same === uri && this.#keys.get(uri)?.stamp === stamp;
    return problems;
  }

  forget(uri: string): void {
    if (this.#keys.delete(uri)) this.#isSaved = false;
  }

  /** Makes searches of an index quick, in slices; until then they are slow, and find the same. */
  async settle(index: TranscriptIndex): Promise<void> {
    await inSlices(this.#runtime, index.settleInSteps(), () => this.#isOver);
  }

  /** Writes the index once nothing has changed for a while. */
  save(index: TranscriptIndex, folders: readonly string[]): void {
    this.#cancelSave?.();
    const { cache } = this.#runtime;
    if (this.#isSaved || cache === undefined || folders.length === 0) return;
    this.#cancelSave = this.#runtime.after(SAVE_MILLISECONDS, () => {
      const keys = new Map([...this.#keys].map(([uri, { hash, stamp }]) => [uri, `${hash}#${stamp ?? ''}`]));
      this.#isSaved = true;
      void this.#write(cache, index, keys, nameOf(folders));
    });
  }

  /** Writes it in slices; where it changes meanwhile it isn't written, since it is about to be saved anew. */
  async #write(cache: BlobCache, index: TranscriptIndex, keys: ReadonlyMap<string, string>, name: string): Promise<void> {
    const { generation } = index;
    const bytes = await inSlices(this.#runtime, encodeIndexInSteps(index, keys), () => this.#isOver || index.generation !== generation);
    if (bytes === undefined) this.#isSaved = false;
    else await cache.save(this.folder, name, bytes);
  }

  /** Nothing is written any more. */
  stop(): void {
    this.#isOver = true;
    this.#cancelSave?.();
  }
}

function nameOf(folders: readonly string[]): string {
  return `transcripts-${contentHash([...folders].sort().join('\n'))}.bin`;
}

/** Long enough that a row of changes is written once. */
const SAVE_MILLISECONDS = 2000;
