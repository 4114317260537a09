/** Loaded before a server (`node --expose-gc --import`): on SIGUSR2 collects garbage and says on standard error how much heap is left. */

process.on('SIGUSR2', () => {
  // What the first collection has freed may free more.
  globalThis.gc();
  setImmediate(() => {
    globalThis.gc();
    process.stderr.write(`\nheap ${process.memoryUsage().heapUsed}\n`);
  });
});
