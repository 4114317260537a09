/** Does tasks in worker threads and gives their results in the order of the tasks, however long each takes. */

import type { Worker } from 'node:worker_threads';

export interface Pool<Task, Result> {
  readonly threads: number;
  /** Starts a thread, which says something once it is ready, and then answers each message with one, in order. */
  readonly start: () => Worker;
  /** What a task has come to whose thread has died over it. */
  readonly died: (task: Task, error: unknown) => Result;
  /** Ends the work early. */
  readonly signal: AbortSignal;
}

/**
 * The results of the tasks, in their order; fewer when the signal ends it. A thread that dies costs the task it was at, and
 * another takes its place. Throws the error of threads that can't even start. All threads are ended with it.
 */
export async function* inThreads<Task, Result>(tasks: readonly Task[], pool: Pool<Task, Result>): AsyncGenerator<Result> {
  const crew = new Crew(tasks, pool);
  const stop = (): void => crew.wake();
  pool.signal.addEventListener('abort', stop);
  try {
    for (let next = 0; next < tasks.length; next++) {
      crew.allowUpTo(next + pool.threads * WINDOW);
      while (!crew.has(next) && !pool.signal.aborted) await crew.change();
      if (pool.signal.aborted) return;
      yield crew.take(next);
    }
  } finally {
    pool.signal.removeEventListener('abort', stop);
    await crew.end();
  }
}

/** How many results a thread may be ahead of the one that is waited for: what bounds the memory where one file takes long. */
const WINDOW = 32;

/** Tasks that a thread has at a time: the one that it is at, and one that it needn't wait for. */
const AT_HAND = 2;

class Crew<Task, Result> {
  readonly #tasks: readonly Task[];
  readonly #pool: Pool<Task, Result>;
  readonly #members = new Set<Member>();
  readonly #results = new Map<number, Result>();
  /** Tasks that a dead thread had not begun. */
  #again: number[] = [];
  #next = 0;
  #limit = 0;
  #failedStarts = 0;
  #fatal: { readonly error: unknown } | undefined;
  #changed = deferred();

  constructor(tasks: readonly Task[], pool: Pool<Task, Result>) {
    this.#tasks = tasks;
    this.#pool = pool;
    for (let i = 0; i < pool.threads; i++) this.#add();
  }

  /** Tasks before this one may be begun. */
  allowUpTo(limit: number): void {
    this.#limit = Math.min(limit, this.#tasks.length);
    // The thread that has least to do comes first.
    for (let i = 0; i < AT_HAND; i++) for (const member of this.#members) if (member.tasks.length <= i) this.#feed(member);
  }

  has(index: number): boolean {
    if (this.#fatal !== undefined) throw this.#fatal.error;
    return this.#results.has(index);
  }

  take(index: number): Result {
    const result = this.#results.get(index)!;
    this.#results.delete(index);
    return result;
  }

  /** Resolves when something has happened. */
  change(): Promise<void> {
    return this.#changed.promise;
  }

  wake(): void {
    this.#changed.resolve();
    this.#changed = deferred();
  }

  async end(): Promise<void> {
    const members = [...this.#members];
    this.#members.clear();
    await Promise.all(members.map(({ worker }) => worker.terminate()));
  }

  #add(): void {
    const member: Member = { worker: this.#pool.start(), tasks: [], isReady: false };
    let failure: unknown = new Error('the thread has ended');
    this.#members.add(member);
    member.worker.once('message', () => {
      member.isReady = true;
      member.worker.on('message', (result: Result) => {
        this.#results.set(member.tasks.shift()!, result);
        this.#feed(member);
        this.wake();
      });
    });
    member.worker.on('error', (error) => (failure = error));
    member.worker.on('exit', () => {
      if (this.#members.delete(member)) this.#lost(member, failure);
    });
  }

  #lost({ tasks, isReady }: Member, error: unknown): void {
    const left = [...tasks];
    if (isReady && left.length > 0) {
      const at = left.shift()!;
      this.#results.set(at, this.#pool.died(this.#tasks[at]!, error));
    }
    this.#again = [...this.#again, ...left].sort((a, b) => a - b);
    // What can't start would be started for ever.
    if (!isReady && ++this.#failedStarts > this.#pool.threads) this.#fatal = { error };
    else this.#add();
    this.allowUpTo(this.#limit);
    this.wake();
  }

  #feed(member: Member): void {
    if (member.tasks.length >= AT_HAND || !this.#members.has(member)) return;
    const index = this.#again.shift() ?? (this.#next < this.#limit ? this.#next++ : undefined);
    if (index === undefined) return;
    member.tasks.push(index);
    member.worker.postMessage(this.#tasks[index]);
  }
}

interface Member {
  readonly worker: Worker;
  /** The one that it is at first. */
  readonly tasks: number[];
  isReady: boolean;
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve!: () => void;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
