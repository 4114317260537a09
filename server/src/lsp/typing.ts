/** Where somebody is typing, document by document: from the last change until the cursor leaves its sentence, a save, or a rest. */

import { sentenceBeingTyped, waits } from '../core/editing/beingTyped.ts';
import type { Finding } from '../core/findings.ts';
import type { Span } from '../core/text/span.ts';
import type { Snapshot } from './analyses.ts';
import type { Runtime } from './runtime.ts';

interface Typed {
  /** The end of the last change, a UTF-16 offset of the newest text. */
  readonly at: number;
  /** Where the client says that the cursor is, since that change. */
  cursor?: number | undefined;
  stopWaiting?: () => void;
  /** Whether findings were held back since that change. */
  isHeld?: boolean;
}

/** The findings that are told now. */
export interface Told {
  readonly findings: readonly Finding[];
  /** The sentence that others wait for; undefined when none does. */
  readonly waitingFor: Span | undefined;
}

export class Typing {
  readonly #runtime: Pick<Runtime, 'after'>;
  readonly #onFinished: (uri: string) => void;
  readonly #typed = new Map<string, Typed>();
  readonly #withCursor = new Set<string>();

  /** `onFinished` is called when findings are due that were held back, unless a change brings that about, which asks for them anyway. */
  constructor(runtime: Pick<Runtime, 'after'>, onFinished: (uri: string) => void) {
    this.#runtime = runtime;
    this.#onFinished = onFinished;
  }

  /** The document was changed, lastly up to this offset of its new text. */
  changed(uri: string, at: number): void {
    this.#typed.get(uri)?.stopWaiting?.();
    const typed: Typed = { at };
    this.#typed.set(uri, typed);
    if (!this.#withCursor.has(uri)) typed.stopWaiting = this.#runtime.after(REST_MILLISECONDS, () => this.finish(uri));
  }

  /**
   * The client says where the cursor is, now and from now on; undefined when it is in another document. True when that
   * may end a sentence, which `left` then finds out.
   */
  moved(uri: string, cursor: number | undefined): boolean {
    this.#withCursor.add(uri);
    const typed = this.#typed.get(uri);
    if (typed === undefined) return false;
    typed.stopWaiting?.();
    if (cursor === undefined) {
      this.finish(uri);
      return false;
    }
    typed.cursor = cursor;
    return true;
  }

  /** Ends the sentence if the cursor has left it; to be called with the analysis of the newest text. */
  left({ uri, analysis }: Snapshot): void {
    const typed = this.#typed.get(uri);
    if (typed?.cursor === undefined) return;
    const sentence = sentenceBeingTyped(analysis, typed.at);
    if (sentence === undefined || sentenceBeingTyped(analysis, typed.cursor)?.start !== sentence.start) this.finish(uri);
  }

  /** Saved, or at rest for a while. */
  finish(uri: string): void {
    const typed = this.#typed.get(uri);
    if (typed === undefined) return;
    typed.stopWaiting?.();
    this.#typed.delete(uri);
    if (typed.isHeld === true) this.#onFinished(uri);
  }

  /** The document was closed. */
  forget(uri: string): void {
    this.#typed.get(uri)?.stopWaiting?.();
    this.#typed.delete(uri);
    this.#withCursor.delete(uri);
  }

  /** Nothing is waited for any more. */
  end(): void {
    for (const uri of [...this.#typed.keys()]) this.forget(uri);
  }

  /** What of the findings of the newest text is told, and remembers when something is not. */
  tell({ uri, analysis }: Snapshot): Told {
    const { findings } = analysis;
    const typed = this.#typed.get(uri);
    const sentence = typed === undefined ? undefined : sentenceBeingTyped(analysis, typed.at);
    if (typed === undefined || sentence === undefined) return { findings, waitingFor: undefined };
    const told = findings.filter((finding) => !waits(finding, sentence));
    if (told.length === findings.length) return { findings, waitingFor: undefined };
    typed.isHeld = true;
    return { findings: told, waitingFor: sentence };
  }
}

/** Without a cursor: a pause in writing that is longer than those within a sentence. */
const REST_MILLISECONDS = 2000;
