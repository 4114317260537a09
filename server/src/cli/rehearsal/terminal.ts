/** The terminal of a rehearsal: single keys in, whole screens out, and everything as it was before in the end. */

import type { Size } from './screen.ts';

export type Key = 'space' | 'enter' | 'left' | 'right' | 'up' | 'down' | 'interrupt' | (string & {});

/** What a rehearsal needs of a terminal, and of time. Tests bring their own. */
export interface TerminalIo {
  /** Milliseconds since 1970. */
  now(): number;
  size(): Size;
  /** Shows lines in place of those before. */
  draw(lines: readonly string[]): void;
  /** The next key, or a tick when none came for a moment. */
  next(): Promise<Key | 'tick'>;
}

export interface OpenTerminal extends TerminalIo {
  /** Gives the terminal back as it was. Safe to call twice. */
  close(): void;
}

/** Ten pictures a second are enough to follow words. */
const TICK_MS = 100;

const ENTER_SCREEN = '\u001b[?1049h\u001b[?25l\u001b[H\u001b[2J';
const LEAVE_SCREEN = '\u001b[0m\u001b[?25h\u001b[?1049l';

/** Takes the terminal over: raw keys, a screen of its own, no cursor. Both streams must be terminals. */
export function openTerminal(input: NodeJS.ReadStream, output: NodeJS.WriteStream): OpenTerminal {
  const waiting: Key[] = [];
  let wake: (() => void) | undefined;
  let shown = '';
  let isOpen = true;
  const push = (...keys: readonly Key[]): void => {
    waiting.push(...keys);
    wake?.();
  };
  const onData = (data: Buffer | string): void => push(...keysOf(data.toString()));
  const onEnd = (): void => push('interrupt');
  const onResize = (): void => {
    shown = '';
    push('resize');
  };
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    for (const signal of SIGNALS) process.off(signal, onEnd);
    process.off('exit', close);
    output.off('resize', onResize);
    input.off('data', onData);
    input.off('end', onEnd);
    input.off('error', onEnd);
    input.setRawMode(false);
    input.pause();
    output.write(LEAVE_SCREEN);
  };
  input.setRawMode(true);
  input.on('data', onData);
  input.on('end', onEnd);
  input.on('error', onEnd);
  input.resume();
  output.on('resize', onResize);
  for (const signal of SIGNALS) process.on(signal, onEnd);
  // Whatever ends the process, the user's terminal has to work afterwards.
  process.on('exit', close);
  output.write(ENTER_SCREEN);
  return {
    now: () => Date.now(),
    size: () => ({ columns: output.columns || 80, rows: output.rows || 24 }),
    draw(lines) {
      const picture = lines.join('\n');
      if (picture === shown) return;
      shown = picture;
      output.write(`\u001b[H${lines.map((line) => `${line}\u001b[K`).join('\r\n')}\u001b[J`);
    },
    async next() {
      if (waiting.length === 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, TICK_MS);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = undefined;
      }
      return waiting.shift() ?? 'tick';
    },
    close,
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The keys of what a terminal sent: control sequences as a whole, everything else by character. */
export function keysOf(data: string): readonly Key[] {
  // eslint-disable-next-line no-control-regex -- control characters are what a terminal speaks
  const tokens = data.match(/\u001b\[[0-9;?]*[ -/]*[@-~]|\u001bO[^]|[^]/gu) ?? [];
  return tokens.map((token) => NAMES[token] ?? token);
}

const NAMES: Readonly<Record<string, Key>> = {
  ' ': 'space',
  '\r': 'enter',
  '\n': 'enter',
  '\u001b[A': 'up',
  '\u001b[B': 'down',
  '\u001b[C': 'right',
  '\u001b[D': 'left',
  '\u001bOA': 'up',
  '\u001bOB': 'down',
  '\u001bOC': 'right',
  '\u001bOD': 'left',
  '\u0003': 'interrupt',
  '\u0004': 'interrupt',
};
