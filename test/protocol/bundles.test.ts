/** The built bundles: the server as a process and in a worker's scope, and what they must not contain. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { AbstractMessageReader, AbstractMessageWriter, type DataCallback, type Message } from 'vscode-jsonrpc/node';
import { analyse } from '../../server/src/core/analysis.ts';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings.ts';
import { MODERN, spawned, TestClient } from '../support/protocolClient.ts';
import { words } from '../support/words.ts';

const DIST = path.join(import.meta.dirname, '../../dist');
const SERVER = path.join(DIST, 'server.node.js');
const GOLD = path.join(import.meta.dirname, '../gold/interview/answers');
const URI = 'file:///answers.md';
const TEXT = `# Why us (10 s)\n\n${words(60)}.\n`;

describe('interview-answers-language-server', () => {
  test('serves on standard input and output, and exits when it is told to', async () => {
    const { client, process: child, stderr } = spawned(SERVER);
    await client.initialize();
    await client.open(URI, TEXT);
    expect((await client.diagnostics(URI)).map(({ code }) => code)).toContain('duration/over');
    const exit = new Promise((resolve) => child.on('exit', resolve));
    await client.shutdown();
    expect(await exit).toBe(0);
    expect(stderr()).toBe('');
  });

  test('a bare command serves on standard input and output too', async () => {
    const { client } = spawned(SERVER, []);
    const { serverInfo } = await client.initialize();
    expect(serverInfo?.version).toBe(version());
    await client.shutdown();
  });

  test('exits when its client is gone', async () => {
    const { client, process: child } = spawned(SERVER);
    await client.initialize();
    const exit = new Promise((resolve) => child.on('exit', resolve));
    child.stdin!.end();
    await exit;
    client.connection.dispose();
  });

  test('logs a request that fails under the method that the protocol has for it', async () => {
    const { client } = spawned(SERVER);
    await client.initialize();
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'markdown', version: 1, text: null },
    });
    const position = { line: 0, character: 0 };
    expect(await client.connection.sendRequest('textDocument/hover', { textDocument: { uri: URI }, position })).toBeNull();
    await client.until(() => client.logged.some((message) => message.startsWith('textDocument/hover failed: TypeError')));
    await client.shutdown();
  });

  test.each([
    ['without a length', 'Length: 5\r\n\r\n'],
    ['with a length that is no number', 'Content-Length: many\r\n\r\n'],
    ['that is no header', 'hello\r\n\r\n'],
  ])('says so and exits at a header %s, since no message can be found from there on', async (_, bytes) => {
    const { client, process: child, stderr } = spawned(SERVER);
    await client.initialize();
    const exit = new Promise((resolve) => child.on('close', resolve));
    child.stdin!.write(bytes);
    expect(await exit).toBe(1);
    expect(stderr()).toMatch(/^interview-answers-language-server: can't read a message: /);
    client.connection.dispose();
  });

  test('goes on behind a message that is no JSON', async () => {
    const { client, process: child, stderr } = spawned(SERVER);
    await client.initialize();
    child.stdin!.write('Content-Length: 5\r\n\r\n{"a":');
    await client.open(URI, TEXT);
    expect((await client.diagnostics(URI)).map(({ code }) => code)).toContain('duration/over');
    expect(stderr()).toMatch(/^interview-answers-language-server: can't read a message: .*JSON.*\n$/);
    await client.shutdown();
  });

  test.each([
    [['--version'], 0, /^\d+\.\d+\.\d+\n$/, /^$/],
    [['--help'], 0, /--stdio/, /^$/],
    [['--studio'], 2, /^$/, /unknown option "--studio"/],
  ])('%j', (args, code, stdout, stderr) => {
    const result = spawnSync(process.execPath, [SERVER, ...args], { encoding: 'utf8' });
    expect(result.status).toBe(code);
    expect(result.stdout).toMatch(stdout);
    expect(result.stderr).toMatch(stderr);
  });
});

test('the browser bundle serves in a scope without Node, over a message channel', async () => {
  const { port1, port2 } = new MessageChannel();
  // What a dedicated worker has, and nothing of Node: no process, no require, no Buffer.
  const scope: Record<string, unknown> = {
    performance,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    MessageChannel,
    TextEncoder,
    TextDecoder,
    URL,
    console,
    crypto,
    structuredClone,
    postMessage: (message: unknown) => port1.postMessage(message),
    addEventListener: (_: string, listener: (event: unknown) => void) => port1.on('message', (data: unknown) => listener({ data })),
  };
  scope['self'] = scope;
  const worker = new Proxy(scope, {
    set(target, key, value) {
      if (key === 'onmessage') port1.on('message', (data: unknown) => (value as (event: unknown) => void)({ data }));
      else target[String(key)] = value;
      return true;
    },
  });
  scope['self'] = worker;
  vm.runInNewContext(readFileSync(path.join(DIST, 'server.browser.js'), 'utf8'), scope);
  const client = new TestClient(new PortReader(port2), new PortWriter(port2), () => undefined);
  await client.initialize(MODERN);
  await client.open(URI, TEXT);
  expect((await client.diagnostics(URI)).map(({ code }) => code)).toContain('duration/over');
  port1.close();
  port2.close();
});

// Minified, and with signs beyond ASCII escaped, a bundle must still mean what the sources say: lists, patterns, and what is made of them.
test('the built command line finds what the sources find, whatever signs a text has', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bundles-'));
  try {
    const texts = new Map(
      readdirSync(GOLD)
        .filter((name) => name.endsWith('.md'))
        .flatMap((name): [string, string][] => {
          const text = readFileSync(path.join(GOLD, name), 'utf8');
          return [
            [name, text],
            [`curly-${name}`, text.replaceAll("'", '’').replaceAll(' - ', ' – ')],
          ];
        }),
    );
    texts.set('signs.md', SIGNS);
    for (const [name, text] of texts) writeFileSync(path.join(folder, name), text);
    const { stdout } = spawnSync(process.execPath, [path.join(DIST, 'cli.js'), 'check', '--hints', '--format', 'json', folder], {
      encoding: 'utf8',
      maxBuffer: 1 << 27,
    });
    const { files } = JSON.parse(stdout) as {
      files: readonly { readonly path: string; readonly findings: readonly { readonly rule: string; readonly message: string }[] }[];
    };
    const told = files.flatMap((file) => file.findings.map(({ rule, message }) => `${path.basename(file.path)} ${rule} ${message}`));
    const expected = [...texts].flatMap(([name, text]) =>
      analyse(text, { settings: DEFAULT_SETTINGS, isListed: false }).findings.map(({ rule, message }) => `${name} ${rule} ${message}`),
    );
    expect(told.length).toBeGreaterThan(100);
    expect(told.sort()).toEqual(expected.sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Names of the lists, quotes and dashes of several kinds, and targets in other scripts. */
const SIGNS = `---
audience: recruiter
---

# Why trains (10 s)

I rode with the ÖBB, called the TÜV, and it “never fails” – it’s 100\u202f% safe, and that isn’t all… QÖX.

# 为什么 (30 秒)

我们一起工作。

# Warum (≈ ½ Minute)

Wir haben’s gemacht.
`;

describe('no bundle of the server makes pages', () => {
  test.each(['server.browser.js', 'server.node.js', 'server.serve.js', 'cli.js'])('%s', (name) => {
    expect(readFileSync(path.join(DIST, name), 'utf8')).not.toMatch(/\bdocument\.createElement\b/);
  });
});

function version(): string {
  return (JSON.parse(readFileSync(path.join(DIST, '../package.json'), 'utf8')) as { version: string }).version;
}

class PortReader extends AbstractMessageReader {
  readonly #port: MessageChannel['port1'];
  constructor(port: MessageChannel['port1']) {
    super();
    this.#port = port;
  }
  listen(callback: DataCallback): { dispose(): void } {
    const listener = (data: unknown): void => callback(data as Message);
    this.#port.on('message', listener);
    return { dispose: () => this.#port.off('message', listener) };
  }
}

class PortWriter extends AbstractMessageWriter {
  readonly #port: MessageChannel['port1'];
  constructor(port: MessageChannel['port1']) {
    super();
    this.#port = port;
  }
  write(message: Message): Promise<void> {
    this.#port.postMessage(message);
    return Promise.resolve();
  }
  end(): void {
    // The channel is closed by the test.
  }
}
