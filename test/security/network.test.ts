/** No program of ours reaches the network, another program or foreign code: by what the bundles hold, and by running them without any of it. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { CodeAction, Hover } from 'vscode-languageserver-protocol';
import { runCli } from '../support/commandLine.ts';
import { MODERN, spawned } from '../support/protocolClient.ts';
import { words } from '../support/words.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const DIST = path.join(ROOT, 'dist');
const read = (name: string): string => readFileSync(path.join(DIST, name), 'utf8');

/** Modules of Node that reach files and memory of this machine and nothing else. */
const LOCAL = [
  'buffer',
  'console',
  'crypto',
  'fs',
  'fs/promises',
  'os',
  'path',
  'perf_hooks',
  'process',
  'readline',
  'stream',
  'stream/consumers',
  'string_decoder',
  'timers/promises',
  'url',
  'util',
  // A thread of our own code, with the same modules.
  'worker_threads',
];

/** What each bundle may ask of its surroundings, beside those. A bundle that isn't listed may ask for nothing at all. */
const ALLOWED: Readonly<Record<string, { readonly modules?: readonly string[]; readonly globals?: readonly string[] }>> = {
  // It tells its engine how much memory to take, and loads the rest of itself.
  'server.node.js': { modules: ['v8', './server.serve.js'] },
  'server.serve.js': { modules: [...LOCAL, 'v8'] },
  'cli.js': { modules: [...LOCAL, 'v8'] },
  // It loads its libraries and the rest of itself, one after the other.
  'extension.node.js': { modules: ['./extension.protocol.js', './extension.client.js', './extension.start.js'] },
  'extension.protocol.js': { modules: LOCAL },
  // It starts the server as a process (`vscode-languageclient`).
  'extension.client.js': { modules: [...LOCAL, 'vscode', './extension.protocol.js', 'child_process'] },
  // It serves the rehearsal page on the loopback interface.
  'extension.start.js': { modules: [...LOCAL, 'vscode', './extension.client.js', 'http'] },
  'extension.browser.js': {
    modules: ['vscode'],
    // The server runs in a worker.
    globals: ['Worker'],
  },
  // The page in the user's browser asks the server that it came from, by relative addresses; its policy lets it ask nobody else.
  'rehearsal/page.js': { globals: ['fetch', 'EventSource'] },
};

/** Globals that reach the network, start code, or make code of text. */
const REACHING =
  /(?<![\w$.'"-])(fetch|XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|importScripts|Worker|SharedWorker|eval)\s*\(|\b(sendBeacon|serviceWorker)\b|\bnew (WebSocket|XMLHttpRequest|EventSource|Worker|SharedWorker|Function|Image)\b/g;

/** Every script that is built, whether somebody has thought of it here or not. */
const BUNDLES = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => name.endsWith('.js'))
  .sort();

describe('bundles', () => {
  test('are the ones that are meant', () => {
    for (const name of Object.keys(ALLOWED)) expect(BUNDLES).toContain(name);
    expect(BUNDLES).toContain('server.browser.js');
  });

  test.each(BUNDLES)('%s asks for no module but its own', (name) => {
    const { modules = [] } = ALLOWED[name] ?? {};
    const asked = [
      ...new Set(
        [...read(name).matchAll(/\b(?:require|import)\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map((match) => match[1]!.replace(/^node:/, '')),
      ),
    ];
    expect(asked.filter((module) => !modules.includes(module))).toEqual([]);
  });

  test.each(BUNDLES)('%s loads no code by a name that is made while it runs', (name) => {
    const text = read(name);
    expect(text.match(/\brequire\(\s*[^"'`\s)]/g) ?? []).toEqual([]);
    expect(text.match(/(?<![\w$.])import\(\s*[^"'`\s)]/g) ?? []).toEqual([]);
    expect(text).not.toMatch(/process\.(?:binding|dlopen|_linkedBinding|getBuiltinModule)|module\.constructor|mainModule/);
  });

  test.each(BUNDLES)('%s calls nothing that reaches the network or makes code of text', (name) => {
    const { globals = [] } = ALLOWED[name] ?? {};
    const found = new Set([...read(name).matchAll(REACHING)].map(([, call, word, made]) => call ?? word ?? made));
    expect([...found].filter((one) => !globals.includes(one!))).toEqual([]);
  });

  test('what looks for calls finds them', () => {
    const calls = [
      'fetch("x")',
      'a=new WebSocket(u)',
      'navigator.sendBeacon(u)',
      'new Function("x")',
      'eval(x)',
      'importScripts(u)',
      'new EventSource("x")',
    ];
    for (const call of calls) expect(call.match(REACHING)).not.toBeNull();
    for (const text of ['prefetch(x)', 'this.fetch(x)', '"WebSocket"', 'medieval(x)']) expect(text.match(REACHING)).toBeNull();
  });
});

describe('the loopback server is the only use of HTTP', () => {
  const sources = ['client/src', 'server/src'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.join(ROOT, folder, name)),
  );
  const importing = (module: RegExp): readonly string[] =>
    sources
      .filter((file) => module.test(readFileSync(file, 'utf8')))
      .map((file) => path.basename(file))
      .sort();

  test('in one file, to listen and not to ask', () => {
    expect(importing(/^import (?!type )[^;]*'(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?'/m)).toEqual([
      'loopbackServer.ts',
    ]);
    const source = readFileSync(path.join(ROOT, 'client/src/rehearsal/loopbackServer.ts'), 'utf8');
    expect(
      /^import \{([^}]*)\} from 'node:http';$/m
        .exec(source)![1]!
        .split(',')
        .map((name) => name.trim())
        .filter((name) => !name.startsWith('type ')),
    ).toEqual(['createServer']);
    expect(source.match(/server\.listen\([^)]*\)/g)).toEqual(["server.listen(0, '127.0.0.1', resolve)"]);
  });

  test('nothing starts other programs but the client its server, and the editor a task', () => {
    expect(importing(/'(?:node:)?child_process'/)).toEqual([]);
  });
});

/** Loaded before the program: every module that reaches further than this machine's files says no, as soon as it is used. */
const GUARD = `
import { createRequire, syncBuiltinESMExports } from 'node:module';
const require = createRequire(import.meta.url);
const refuse = (name) => function () {
  process.stderr.write('REACHED ' + name + '\\n');
  process.exit(99);
};
for (const name of ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'child_process', 'cluster', 'inspector', 'repl', 'vm']) {
  const module = require(name);
  for (const [key, value] of Object.entries(module)) {
    if (typeof value !== 'function' || (name === 'net' && /^(?:Socket|Stream|is)/.test(key))) continue;
    try { module[key] = refuse(name + '.' + key); } catch {}
  }
}
// Pipes to the parent are sockets too; what connects is refused.
require('net').Socket.prototype.connect = refuse('net.Socket.connect');
syncBuiltinESMExports();
for (const name of ['fetch', 'WebSocket', 'EventSource']) if (globalThis[name]) globalThis[name] = refuse(name);
if (process.env.GUARD_TEST) eval(process.env.GUARD_TEST);
`;

describe('without any of it', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-network-'));
  const guard = path.join(folder, 'guard.mjs');
  const node = ['--import', pathToFileURL(guard).href];
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  const ANSWERS = `# Why us (10 s)\n\nI like Veloquent at https://example.com/x ![](http://127.0.0.1/a.png), in order to ${words(50)}.\n`;
  write('guard.mjs', GUARD);
  write('answers.md', ANSWERS);
  write('glossary.md', '# Glossary\n\n## Veloquent\n\nA scheduler.\n');
  write(
    'talk.vtt',
    'WEBVTT\n\nNOTE https://www.youtube.com/watch?v=AbCdEfGhIjK\n\n00:01.000 --> 00:02.000\nVeloquent is basically a scheduler.\n',
  );

  test.each([
    "require('http').get('http://127.0.0.1')",
    "require('net').connect(1)",
    "fetch('http://127.0.0.1')",
    "require('child_process').spawn('true')",
  ])('the guard refuses %s', async (code) => {
    process.env['GUARD_TEST'] = code;
    const ran = runCli(['--version'], { cwd: folder, node });
    delete process.env['GUARD_TEST'];
    expect((await ran).status).toBe(99);
  });

  test.each([
    [['check', 'answers.md', '--transcripts', 'talk.vtt', '--glossary', 'glossary.md', '--hints'], ''],
    [['check', '--format', 'sarif', '--fix-dry-run', '.'], ''],
    [['links', '--transcripts', 'talk.vtt', '--', 'Veloquent'], ''],
    [['estimate'], '{"id": "a", "text": "One two three."}\n'],
  ])('the command line does %j', async (args, input) => {
    const { status, stdout, stderr } = await runCli(args, { cwd: folder, input, node });
    expect(stderr).toBe('');
    expect(stdout).not.toBe('');
    expect(status).toBeLessThan(2);
  });

  test('the server does a whole session', async () => {
    const { client, process: child, stderr } = spawned(path.join(DIST, 'server.node.js'), ['--stdio'], node);
    const root = pathToFileURL(folder).href;
    const uri = `${root}/answers.md`;
    const textDocument = { uri };
    await client.initialize(MODERN, {
      workspaceFolders: [{ uri: root, name: 'x' }],
      initializationOptions: { readsFiles: true, cacheFolder: path.join(folder, 'cache') },
    });
    await client.open(uri, ANSWERS);
    const diagnostics = await client.diagnostics(uri);
    expect(diagnostics.length).toBeGreaterThan(0);
    await client.until(() => client.transcripts.some(({ state, count }) => state === 'idle' && count > 0));
    const position = { line: 2, character: 9 };
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', { textDocument, position });
    expect(JSON.stringify(hover)).toContain('scheduler');
    const range = diagnostics[0]!.range;
    await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument, range, context: { diagnostics } });
    for (const method of ['completion', 'definition', 'references', 'documentHighlight'])
      await client.connection.sendRequest(`textDocument/${method}`, { textDocument, position, context: { includeDeclaration: true } });
    for (const method of ['documentLink', 'documentSymbol', 'codeLens', 'foldingRange', 'semanticTokens/full'])
      await client.connection.sendRequest(`textDocument/${method}`, { textDocument });
    await client.change(uri, ANSWERS.replace('Why', 'How'));
    await client.diagnostics(uri);
    const exit = new Promise((resolve) => child.on('exit', resolve));
    await client.shutdown();
    expect(await exit).toBe(0);
    expect(stderr()).toBe('');
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(['--socket=1', '--pipe=x', '--socket', '--pipe'])('the server has no transport %s', (option) => {
    const { process: child, stderr } = spawned(path.join(DIST, 'server.node.js'), [option]);
    return new Promise<void>((resolve) =>
      child.on('exit', (code) => {
        expect(code).toBe(2);
        expect(stderr()).toContain('unknown option');
        resolve();
      }),
    );
  });
});
