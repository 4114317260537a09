/** Tasks in worker threads: order, threads that die, and the end before the end. */

import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { threadsFor } from '../../../server/src/cli/threads/count.ts';
import { inThreads } from '../../../server/src/cli/threads/pool.ts';

/** A thread that does what a task says: answers it, waits for others to be answered first, dies of an error, or just ends. */
const SCRIPT = `
const { parentPort, workerData } = require('node:worker_threads');
const turns = new Int32Array(workerData);
parentPort.on('message', (task) => {
  if (task === 'throws') throw new Error('out of luck');
  if (task === 'ends') process.exit(3);
  if (task === 'slow') while (Atomics.load(turns, 0) < 20) Atomics.wait(turns, 0, Atomics.load(turns, 0));
  Atomics.add(turns, 0, 1);
  Atomics.notify(turns, 0);
  parentPort.postMessage('did ' + task);
});
parentPort.postMessage('ready');
`;

class Run {
  readonly workers: Worker[] = [];
  readonly controller = new AbortController();
  /** How many tasks have been done. */
  readonly turns = new SharedArrayBuffer(4);
  /** How many threads have not ended. */
  alive = 0;

  of(tasks: readonly string[], threads: number, script = SCRIPT): AsyncGenerator<string> {
    return inThreads(tasks, {
      threads,
      start: () => {
        const worker = new Worker(script, { eval: true, workerData: this.turns, stderr: true });
        this.workers.push(worker);
        this.alive++;
        worker.on('exit', () => this.alive--);
        return worker;
      },
      died: (task, error) => `died at ${task}: ${(error as Error).message}`,
      signal: this.controller.signal,
    });
  }

  /** The results, and that no thread is left. */
  async check(tasks: readonly string[], threads: number, expected: readonly string[]): Promise<void> {
    expect(await all(this.of(tasks, threads))).toEqual(expected);
    expect(this.alive).toBe(0);
  }
}

async function all(results: AsyncIterable<string>): Promise<readonly string[]> {
  const list: string[] = [];
  for await (const result of results) list.push(result);
  return list;
}

const TASKS = Array.from({ length: 40 }, (_, i) => String(i));
const done = (task: string): string => `did ${task}`;

describe('results come in the order of the tasks', () => {
  test.each([1, 2, 4])('from %d threads', (threads) => new Run().check(TASKS, threads, TASKS.map(done)));
  test('also when the first takes longest', () => new Run().check(['slow', ...TASKS], 2, ['slow', ...TASKS].map(done)));
  test('of no tasks there are none', () => new Run().check([], 2, []));
  test('more threads than tasks', () => new Run().check(['1'], 4, ['did 1']));
});

describe('a thread that dies costs the task it was at', () => {
  const expected = (tasks: readonly string[]): readonly string[] =>
    tasks.map((task) => {
      if (task === 'throws') return 'died at throws: out of luck';
      return task === 'ends' ? 'died at ends: the thread has ended' : done(task);
    });
  test.each([
    ['of an error', ['1', 'throws', '2', '3']],
    ['by ending', ['1', '2', 'ends', '3', '4']],
    ['at the very first task', ['throws', '1']],
    ['at the last', ['1', 'ends']],
  ])('%s', (_, tasks) => new Run().check(tasks, 2, expected(tasks)));
  test('property: wherever they die, with any number of threads', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('1', '2', '3', '4', 'throws'), { maxLength: 12 }), fc.nat(2), (tasks, more) => {
        return new Run().check(tasks, 1 + more, expected(tasks));
      }),
      { numRuns: 10 },
    ));
});

test('threads that can’t even start are an error, and are not started for ever', async () => {
  const run = new Run();
  await expect(all(run.of(TASKS, 2, 'throw new Error("no such module")'))).rejects.toThrow('no such module');
  expect(run.workers.length).toBeLessThanOrEqual(5);
  expect(run.alive).toBe(0);
});

test('a signal ends it, with a thread that would never be done', async () => {
  const run = new Run();
  const results: string[] = [];
  for await (const result of run.of(['1', 'slow', '2'], 2)) {
    results.push(result);
    run.controller.abort();
  }
  expect(results).toEqual(['did 1']);
  expect(run.alive).toBe(0);
});

test('who stops listening leaves no thread behind', async () => {
  const run = new Run();
  for await (const _ of run.of(TASKS, 2)) break;
  expect(run.alive).toBe(0);
});

test('nobody runs far ahead of the first who is not done', async () => {
  const run = new Run();
  const many = Array.from({ length: 1000 }, (_, i) => String(i));
  const results = run.of(many, 2);
  await results.next();
  // Whatever is done while nobody asks for more is within the window.
  await results.next();
  await results.return(undefined);
  expect(new Int32Array(run.turns)[0]).toBeLessThanOrEqual(66);
});

describe('as many threads as are worth their start', () => {
  test.each([
    [1, 8, 1],
    [99, 8, 1],
    [100, 8, 2],
    [10_000, 2, 2],
    [10_000, 1, 1],
    [10_000, 64, 8],
    [0, 4, 1],
  ])('%d files on %d processors: %d', (files, processors, threads) => expect(threadsFor(files, processors)).toBe(threads));
});
