/** Entry of the command line: finds the command, runs it, and turns what went wrong into a message and an exit code; in a worker thread, its work. */

import { isMainThread } from 'node:worker_threads';
import { explainFileError } from '../files/node.ts';
import { VERSION } from '../version.ts';
import { checkCommand } from './check.ts';
import { estimateCommand } from './estimate.ts';
import { UsageError } from './failures.ts';
import { linksCommand } from './links.ts';
import { rehearseCommand } from './rehearse.ts';
import { internalError } from './report.ts';
import { complain } from './terminal.ts';
import { work } from './threads/work.ts';

/** What a command line ends with. */
const EXIT = { clean: 0, findings: 1, failure: 2 } as const;

const COMMANDS = { check: checkCommand, estimate: estimateCommand, links: linksCommand, rehearse: rehearseCommand } as const;

const USAGE = `Usage: interview-answers COMMAND [OPTION]… [FILE|GLOB|-]…

Commands:
  check     report how long each answer takes to say, and what to mend
  estimate  say how long plain texts take to say
  links     find where transcripts talk about terms
  rehearse  rehearse answers in the terminal, timed and remembered

Options:
  --help       print this text, or the options of a command
  --version    print the version

Exit codes: 0 nothing to report, 1 findings, 2 wrong usage or unreadable input, 130 interrupted.
`;

if (isMainThread) void main(process.argv.slice(2));
else work();

async function main([name, ...args]: readonly string[]): Promise<void> {
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.clean);
    complain(`can't write to standard output: ${explainFileError(error)}`);
    process.exit(EXIT.failure);
  });
  // Nobody is there to be told.
  process.stderr.on('error', () => undefined);
  try {
    requireCurrentFolder();
    process.exitCode = await run(name, args);
  } catch (error) {
    // Node's own exit code of an error that nobody has caught is that of findings.
    complain(
      error instanceof UsageError ? error.message : internalError(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    process.exitCode = EXIT.failure;
  }
}

async function run(name: string | undefined, args: readonly string[]): Promise<number> {
  if (name === '--version' || name === '-v') return print(`${VERSION}\n`);
  if (name === '--help' || name === '-h') return print(USAGE);
  if (name === undefined) throw new UsageError(`which command?\n\n${USAGE}`);
  if (!Object.hasOwn(COMMANDS, name)) throw new UsageError(`there is no command ${JSON.stringify(name)}\n\n${USAGE}`);
  return COMMANDS[name as keyof typeof COMMANDS](args);
}

/** A shell may stand in a folder that somebody has deleted; then there is no saying where any file is. */
function requireCurrentFolder(): void {
  try {
    process.cwd();
  } catch (error) {
    throw new UsageError(`can't find the current folder: ${explainFileError(error)}`);
  }
}

function print(text: string): number {
  process.stdout.write(text);
  return EXIT.clean;
}
