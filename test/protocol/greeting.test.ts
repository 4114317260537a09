/** The built server answers `initialize` before it is loaded: however a client begins, each message is answered once and in order. */

import { fork, spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { StreamMessageReader, type Message, type ResponseMessage } from 'vscode-jsonrpc/node';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { initializeResult } from '../../server/src/lsp/capabilities.ts';
import { MINIMAL, MODERN } from '../support/protocolClient.ts';
import { words } from '../support/words.ts';

const SERVER = path.join(import.meta.dirname, '../../dist/server.node.js');
const URI = 'file:///answers.md';

/** Nothing that would have the server ask back. */
const CLIENT: ClientCapabilities = { textDocument: { ...MODERN.textDocument } };
const INITIALIZE = request(1, 'initialize', { processId: process.pid, rootUri: null, capabilities: CLIENT });
const SESSION = [
  INITIALIZE,
  notification('initialized', {}),
  notification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'markdown', version: 1, text: `# Why us (10 s)\n\n${words(60)}.\n` },
  }),
  request(2, 'textDocument/documentSymbol', { textDocument: { uri: URI } }),
];
const SHUTDOWN = request('last', 'shutdown');
const EXIT = notification('exit');

const running: ChildProcess[] = [];
afterEach(() => running.splice(0).forEach((child) => child.kill('SIGKILL')));

describe('on standard input and output', () => {
  test('what follows in the same breath is answered in its order', async () => {
    const server = start();
    void server.write(SESSION.map(framed).join(''));
    const [first, second] = await server.answers(2);
    expect([first!.id, second!.id]).toEqual([1, 2]);
    expect(JSON.stringify(second!.result)).toContain('Why us');
    expect(await server.end()).toEqual({ code: 0, ids: [1, 2, 'last'] });
  });

  test('the answer is that of the server itself', async () => {
    const server = start();
    void server.write(framed(INITIALIZE));
    const [answer] = await server.answers(1);
    const { serverInfo, capabilities } = answer!.result as ReturnType<typeof initializeResult>;
    expect({ serverInfo, capabilities }).toEqual(initializeResult({ capabilities: CLIENT }, serverInfo!.version!));
  });

  test('a client of few capabilities is offered what it knows', () => {
    const offered = initializeResult({ capabilities: MINIMAL }, '1').capabilities;
    expect(offered).not.toHaveProperty('diagnosticProvider');
    expect(offered).not.toHaveProperty('semanticTokensProvider');
  });

  test('a first message in pieces is put together', async () => {
    const server = start();
    const bytes = Buffer.from(SESSION.map(framed).join(''));
    for (let at = 0; at < bytes.length; at += 97) await server.write(bytes.subarray(at, at + 97));
    await server.answers(2);
    expect(await server.end()).toEqual({ code: 0, ids: [1, 2, 'last'] });
  });

  test('an id may be text, and a header may say more', async () => {
    const server = start();
    void server.write(`Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n${framed({ ...INITIALIZE, id: 'first' })}`);
    await server.answers(1);
    expect(await server.end()).toEqual({ code: 0, ids: ['first', 'last'] });
  });

  test('who asks for something else first is served, too', async () => {
    const server = start();
    void server.write([request(9, 'textDocument/hover', { textDocument: { uri: URI } }), ...SESSION].map(framed).join(''));
    await server.answers(3);
    const { code, ids } = await server.end();
    expect(code).toBe(0);
    expect(new Set(ids)).toEqual(new Set([9, 1, 2, 'last']));
    expect(ids).toHaveLength(4);
  });

  test.each([
    ['says nothing', ''],
    ['begins a message and says no more', 'Content-Length: 1000\r\n\r\n{"jsonrpc"'],
    ['begins with nonsense', 'GET / HTTP/1.1\r\n\r\n'],
    ['asks for nothing that it understands', framed(request(1, 'initialize', null))],
  ])('a client that %s and is gone leaves no server behind', async (_, text) => {
    const server = start();
    void server.write(text);
    expect(await server.closed()).toBe(1);
  });
});

test('over IPC, all messages are answered once and in order', async () => {
  const child = fork(SERVER, ['--node-ipc'], { silent: true });
  running.push(child);
  const answers = new Answers();
  child.on('message', (message: Message) => answers.hear(message));
  const exit = new Promise((resolve) => child.on('exit', resolve));
  for (const message of SESSION) child.send(message);
  expect(JSON.stringify((await answers.of(2))[1]!.result)).toContain('Why us');
  child.send(SHUTDOWN);
  await answers.of(3);
  child.send(EXIT);
  expect(await exit).toBe(0);
  expect(answers.ids).toEqual([1, 2, 'last']);
});

/** The built server, spoken to in bytes. */
function start() {
  const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  running.push(child);
  const answers = new Answers();
  new StreamMessageReader(child.stdout).listen((message) => answers.hear(message));
  // The server may have gone by itself.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const write = (bytes: string | Buffer): Promise<void> => new Promise((resolve) => child.stdin.write(bytes, () => resolve()));
  const closed = (): Promise<number | null> => {
    child.stdin.end();
    return ended;
  };
  const end = async () => {
    void write(framed(SHUTDOWN));
    await answers.of(answers.ids.length + 1);
    void write(framed(EXIT));
    return { code: await ended, ids: answers.ids };
  };
  return { write, closed, end, answers: (count: number) => answers.of(count) };
}

class Answers {
  readonly #heard: ResponseMessage[] = [];
  #more: () => void = () => undefined;

  hear(message: Message): void {
    if (!('id' in message) || 'method' in message) return;
    this.#heard.push(message as ResponseMessage);
    this.#more();
  }

  /** Resolves once there are so many. */
  async of(count: number): Promise<readonly ResponseMessage[]> {
    while (this.#heard.length < count) await new Promise<void>((resolve) => (this.#more = resolve));
    return this.#heard;
  }

  get ids(): readonly unknown[] {
    return this.#heard.map(({ id }) => id);
  }
}

function framed(message: object): string {
  const text = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

function request(id: number | string, method: string, params?: unknown): object {
  return { jsonrpc: '2.0', id, method, ...(params !== undefined && { params }) };
}

function notification(method: string, params?: unknown): object {
  return { jsonrpc: '2.0', method, ...(params !== undefined && { params }) };
}
