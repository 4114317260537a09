/** Entry of the language server in a web worker: serves on the worker's own message port. */

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './lsp/server.ts';
import { VERSION } from './version.ts';

const worker = self as unknown as DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));

// Without this, a restarted server would leave its worker behind.
connection.onExit(() => worker.close());

startServer(connection, {
  version: VERSION,
  now: () => performance.now(),
  date: () => Date.now(),
  minutesEast: (time) => -new Date(time).getTimezoneOffset(),
  uuid: () => crypto.randomUUID(),
  yield: yieldToMessages,
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
});

/** A message to oneself comes back after the messages that are already waiting, without the 4 ms that timers are clamped to. */
function yieldToMessages(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
