/** Answers `initialize` in Node before the server is loaded, which takes ten times as long as the answer; nothing that has arrived is lost. */

import type { InitializeParams } from 'vscode-languageserver';
import { initializeResult } from './lsp/capabilities.ts';

export type Transport = 'stdio' | 'ipc';

/** What the server finds when it is loaded. */
export interface Greeted {
  readonly transport: Transport;
  readonly version: string;
  /** The request that has its answer already. The server gets it all the same, and its own answer is left out. */
  readonly answered: RequestId | undefined;
  /** Hands over what has arrived so far. To be called once the server listens. */
  readonly replay: () => void;
}

export type RequestId = number | string;

/**
 * Waits a moment for the client's first message, answers it, and calls back when the answer has gone out. A client that takes
 * longer, or begins otherwise, is left to the server, which is loaded meanwhile.
 */
export function greet(transport: Transport, version: string, then: (greeted: Greeted) => void): void {
  const waiting = transport === 'ipc' ? greetOverIpc : greetOnStdio;
  waiting(version, (answered, replay) => then({ transport, version, answered, replay }));
}

type Then = (answered: RequestId | undefined, replay: () => void) => void;

function greetOnStdio(version: string, then: Then): void {
  const { stdin, stdout } = process;
  const chunks: Buffer[] = [];
  const goOn = once((answered?: RequestId): void => {
    clearTimeout(timer);
    stdin.off('data', read).off('end', gone);
    stdout.off('error', gone);
    // The server's reader finds everything as if nobody had read it. What is paused doesn't end, either.
    stdin.pause();
    if (chunks.length > 0) stdin.unshift(Buffer.concat(chunks));
    then(answered, () => stdin.resume());
  });
  const read = (chunk: Buffer): void => {
    chunks.push(chunk);
    const text = firstBody(Buffer.concat(chunks));
    if (text === undefined) return;
    clearTimeout(timer);
    stdin.pause();
    const answer = answerTo(parsed(text), version);
    if (answer === undefined) {
      goOn();
      return;
    }
    const body = JSON.stringify(answer);
    stdout.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`, () => goOn(answer.id));
  };
  const timer = setTimeout(goOn, PATIENCE_MILLISECONDS);
  stdin.on('data', read).on('end', gone);
  stdout.on('error', gone);
}

function greetOverIpc(version: string, then: Then): void {
  const held: unknown[] = [];
  const goOn = once((answered?: RequestId): void => {
    clearTimeout(timer);
    then(answered, () => {
      process.off('message', hold);
      for (const message of held) process.emit('message', message, undefined);
    });
  });
  const hold = (message: unknown): void => {
    if (held.push(message) > 1) return;
    clearTimeout(timer);
    const answer = answerTo(message, version);
    if (answer === undefined) goOn();
    else process.send!(answer, undefined, undefined, () => goOn(answer.id));
  };
  const timer = setTimeout(goOn, PATIENCE_MILLISECONDS);
  process.on('message', hold);
}

/**
 * Clients send `initialize` as soon as they have started a server, so it lies there when Node runs. To wait longer for those
 * that don't would cost them the time in which the server can be loaded.
 */
const PATIENCE_MILLISECONDS = 20;

/** The client has gone before it said anything whole. */
function gone(): void {
  process.exit(1);
}

/** Undefined for anything but a well-formed `initialize`, which is the server's to answer. */
function answerTo(
  message: unknown,
  version: string,
): { readonly jsonrpc: string; readonly id: RequestId; readonly result: object } | undefined {
  const { id, method, params } = (message ?? {}) as { readonly id?: unknown; readonly method?: unknown; readonly params?: unknown };
  if (method !== 'initialize' || (typeof id !== 'number' && typeof id !== 'string') || !hasCapabilities(params)) return undefined;
  return { jsonrpc: '2.0', id, result: initializeResult(params, version) };
}

function hasCapabilities(params: unknown): params is InitializeParams {
  const { capabilities } = (params ?? {}) as Partial<Record<keyof InitializeParams, unknown>>;
  return typeof capabilities === 'object' && capabilities !== null;
}

/** The text of the first message; undefined before it is there as a whole, empty where there is no telling how long it is. */
function firstBody(bytes: Buffer): string | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const length = /^content-length: *(\d{1,9})$/im.exec(bytes.toString('latin1', 0, end))?.[1];
  if (length === undefined) return '';
  const begin = end + '\r\n\r\n'.length;
  return bytes.length < begin + Number(length) ? undefined : bytes.toString('utf8', begin, begin + Number(length));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function once(work: (answered?: RequestId) => void): (answered?: RequestId) => void {
  let isDone = false;
  return (answered) => {
    if (isDone) return;
    isDone = true;
    work(answered);
  };
}
