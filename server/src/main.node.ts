/** Entry of the language server in Node: reads its command line and serves on standard input and output or IPC. */

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from './files/node.ts';
import { nodeCache } from './files/nodeCache.ts';
import { giveRoom, keepMemorySmall } from './files/nodeMemory.ts';
import { readTranslations } from './files/translations.ts';
import { installEncoder } from './lsp/writeMessages.ts';
import { startServer } from './lsp/server.ts';
import { VERSION } from './version.ts';

const USAGE = `Usage: interview-answers-language-server [--stdio]

Language server for interview answers in Markdown (LSP 3.17).

  --stdio        talk on standard input and output (the default)
  --node-ipc     talk over the IPC channel of a Node parent process
  --version      print the version
  --help         print this text

Log messages go to standard error and to the editor.
`;

keepMemorySmall();
main(process.argv.slice(2));

function main(args: readonly string[]): void {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(USAGE);
    return;
  }
  if (args.includes('--version') || args.includes('-v')) {
    process.stdout.write(`${VERSION}\n`);
    return;
  }
  const unknown = args.find((arg) => !/^--(?:stdio|node-ipc|clientProcessId)\b/.test(arg) && !/^\d+$/.test(arg));
  if (unknown !== undefined) {
    process.stderr.write(`interview-answers-language-server: unknown option ${JSON.stringify(unknown)}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  // The library reads the transport from the command line; a bare command means standard input and output.
  if (!args.some((arg) => /^--(?:stdio|node-ipc)\b/.test(arg))) process.argv.push('--stdio');
  // Standard input that ends, and a parent process that is gone, are the library's business; a channel that is closed is nobody's.
  process.once('disconnect', () => process.exit(1));
  installEncoder();
  startServer(createConnection(ProposedFeatures.all), {
    version: VERSION,
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
}
