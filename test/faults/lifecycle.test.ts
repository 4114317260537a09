/** The server’s process when its client is gone, in every way in which one can go. */

import { fork, spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { MODERN, spawned, type Spawned } from '../support/protocolClient.ts';
import { words } from '../support/words.ts';

const SERVER = path.join(import.meta.dirname, '../../dist/server.node.js');
const URI = 'file:///answers.md';
const LONG = `# Why us (10 s)\n\n${`${words(40)}.\n\n`.repeat(500)}`;

const running: ChildProcess[] = [];
afterEach(() => running.splice(0).forEach((child) => child.kill('SIGKILL')));

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('exit', resolve));
}

async function serve(parent?: number): Promise<Spawned> {
  const server = spawned(SERVER);
  running.push(server.process);
  // A client whose connection is cut answers nothing more, and that is no error of the test.
  server.client.connection.onError(() => undefined);
  server.process.stdin!.on('error', () => undefined);
  await server.client.initialize(MODERN, parent === undefined ? {} : { processId: parent });
  await server.client.open(URI, LONG);
  return server;
}

test('the parent process is gone, and the streams are open still', async () => {
  const parent = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  running.push(parent);
  const { process: server, client } = await serve(parent.pid);
  await client.diagnostics(URI);
  const exit = exitOf(server);
  parent.kill('SIGKILL');
  await exit;
});

test('the parent process lives, and so does the server', async () => {
  const { process: server, client } = await serve();
  await client.diagnostics(URI);
  expect(server.exitCode).toBe(null);
  await client.shutdown();
});

test.each([
  ['both streams are closed', (server: ChildProcess) => (server.stdin!.destroy(), server.stdout!.destroy())],
  ['standard input is closed', (server: ChildProcess) => server.stdin!.end()],
])('%s in the middle of a request', async (_, cut) => {
  const { process: server, client } = await serve();
  const exit = exitOf(server);
  client.diagnostics(URI).catch(() => undefined);
  cut(server);
  await exit;
});

test('the IPC channel is closed', async () => {
  const server = fork(SERVER, ['--node-ipc'], { silent: true });
  running.push(server);
  const answered = new Promise((resolve) => server.once('message', resolve));
  server.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
  await answered;
  const exit = exitOf(server);
  server.disconnect();
  await exit;
});

test('told to exit without a shutdown, it says that this was not in order', async () => {
  const { process: server, client } = await serve();
  const exit = exitOf(server);
  await client.connection.sendNotification('exit');
  expect(await exit).toBe(1);
});
