/** The language server in Node behind its greeting: the connection, and what the server needs of the platform. */

import { Console } from 'node:console';
import {
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  Message,
  ProposedFeatures,
  StreamMessageWriter,
  type Connection,
  type MessageWriter,
} from 'vscode-languageserver/node';
import { nodeFiles } from './files/node.ts';
import { nodeCache } from './files/nodeCache.ts';
import { giveRoom } from './files/nodeEngine.ts';
import { readTranslations } from './files/translations.ts';
import type { Greeted, RequestId } from './greet.node.ts';
import { startServer } from './lsp/server.ts';
import { readerOfStdin } from './stdinReader.node.ts';
import { installEncoder } from './lsp/writeMessages.ts';

/** Goes on where the greeting has stopped. Returns at once; the server lives as long as its client. */
export function serve(greeted: Greeted): void {
  installEncoder();
  startServer(connect(greeted), {
    version: greeted.version,
    now: () => performance.now(),
    date: () => Date.now(),
    minutesEast: (time) => -new Date(time).getTimezoneOffset(),
    uuid: () => crypto.randomUUID(),
    yield: () => new Promise((resolve) => setImmediate(resolve)),
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    giveRoom,
    messages: (language) => readTranslations(__dirname, language),
    files: nodeFiles,
    cache: nodeCache,
  });
  greeted.replay();
}

function connect({ transport, answered }: Greeted): Connection {
  if (transport === 'ipc')
    return createConnection(ProposedFeatures.all, new IPCMessageReader(process), leavingOut(answered, new IPCMessageWriter(process)));
  // What a library may have to say must not get between the messages.
  globalThis.console = new Console(process.stderr);
  const writer = leavingOut(answered, new StreamMessageWriter(process.stdout));
  return createConnection(ProposedFeatures.all, readerOfStdin(), writer);
}

/** The same writer, but for the answer that has been given. */
function leavingOut<Writer extends MessageWriter>(answered: RequestId | undefined, writer: Writer): Writer {
  if (answered === undefined) return writer;
  const write = writer.write.bind(writer);
  writer.write = (message) => {
    if (!Message.isResponse(message) || message.id !== answered) return write(message);
    writer.write = write;
    return Promise.resolve();
  };
  return writer;
}
