/** Entry of the language server in Node: reads its command line, greets its client on standard input and output or IPC, and has the server loaded. */

import { keepMemorySmall } from './files/nodeEngine.ts';
import { greet } from './greet.node.ts';
import { VERSION } from './version.ts';

const USAGE = `Usage: interview-answers-language-server [--stdio]

Language server for interview answers in Markdown (LSP 3.17).

  --stdio        talk on standard input and output (the default)
  --node-ipc     talk over the IPC channel of a Node parent process
  --version      print the version
  --help         print this text

Log messages go to standard error and to the editor.
`;

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
  keepMemorySmall();
  // Standard input that ends, and a parent process that is gone, are the library's business; a channel that is closed is nobody's.
  process.once('disconnect', () => process.exit(1));
  // A bundle of its own, so that it is read and compiled only after the greeting.
  greet(args.includes('--node-ipc') ? 'ipc' : 'stdio', VERSION, (greeted) => {
    void import('./serve.node.ts').then(({ serve }) => serve(greeted));
  });
}
