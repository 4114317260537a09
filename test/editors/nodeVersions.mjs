#!/usr/bin/env node
/** Runs both built commands with each Node that is supported, fetched from npm's packages of Node: `node test/editors/nodeVersions.mjs [VERSION]…`. */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');
const SAMPLES = path.join(ROOT, 'test/fixtures/workspace');
const SAMPLE = path.join(SAMPLES, 'answers.md');
const TRANSCRIPTS = path.join(ROOT, 'samples/transcripts');
/** Kept between runs, and never in the repository. */
const NODES = path.join(ROOT, '.e2e/nodes');
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const MOST_MILLISECONDS = 60_000;

/** The floor of `engines` in package.json, and the current lines. */
const VERSIONS = ['20.19', '22', '24'];

/** Each resolves with what is wrong, or with nothing. */
const CHECKS = [
  ['the command line says its version', async (node) => differs(run(node, 'cli.js', '--version').stdout.trim(), version)],
  [
    'the command line checks the sample',
    async (node) => {
      const { stdout, status, stderr } = run(node, 'cli.js', 'check', SAMPLE);
      return differs(`${status} ${stdout.includes('[duration/over]')} ${stderr}`, '1 true ');
    },
  ],
  [
    'the command line checks with two threads what it checks with one',
    async (node) => {
      const [one, two] = ['1', '2'].map((threads) => run(node, 'cli.js', 'check', '--format', 'json', '--threads', threads, SAMPLES));
      return differs(`${two.status} ${two.stderr} ${two.stdout === one.stdout && one.stdout.length > 1000}`, '1  true');
    },
  ],
  [
    'the command line estimates',
    async (node) => {
      const { stdout, status } = run(node, 'cli.js', 'estimate', { input: '{"id": 1, "text": "We trained a 25B model."}\n' });
      return differs(`${status} ${JSON.parse(stdout).spoken}`, '0 We trained a twenty five b model');
    },
  ],
  [
    'the command line links',
    async (node) => {
      const { stdout, status } = run(node, 'cli.js', 'links', '--transcripts', TRANSCRIPTS, '--format', 'json', '--', 'team');
      return differs(`${status} ${JSON.parse(stdout)[0].passages.length > 0}`, '0 true');
    },
  ],
  ['the server says its version', async (node) => differs(run(node, 'server.node.js', '--version').stdout.trim(), version)],
  ['the server finds, explains and outlines what is in a file, hears of a change, and ends', serve],
];

await main(process.argv.slice(2));

async function main(wanted) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const wantedVersion of wanted.length > 0 ? wanted : VERSIONS) {
    const { node, problem } = fetchNode(wantedVersion);
    if (node === undefined) {
      console.log(`- Node ${wantedVersion} skipped: ${problem}`);
      total.skipped += CHECKS.length;
      continue;
    }
    console.log(`\n${spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()}`);
    for (const [name, check] of CHECKS) {
      const problem = await check(node).catch((error) => String(error));
      console.log(problem === undefined ? `  ok - ${name}` : `  not ok - ${name}: ${problem}`);
      total[problem === undefined ? 'passed' : 'failed']++;
    }
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/**
 * The binary of a version: the Node that runs this, one of an earlier run, or npm's package for this platform, which has the
 * binary in it and needs no script to install. Otherwise why it can't be had.
 */
function fetchNode(wanted) {
  if (isVersion(process.version, wanted)) return { node: process.execPath };
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  const folder = path.join(NODES, wanted);
  const node = path.join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (runs(node, wanted)) return { node };
  mkdirSync(folder, { recursive: true });
  // So that npm doesn't go up to the repository.
  writeFileSync(path.join(folder, 'package.json'), '{"private": true}\n');
  const args = ['install', '--no-save', '--ignore-scripts', '--force', '--no-audit', '--no-fund', `${name}@${wanted}`];
  const { status, stderr, error } = spawnSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: MOST_MILLISECONDS * 5,
    shell: process.platform === 'win32',
  });
  if (status === 0 && runs(node, wanted)) return { node };
  rmSync(folder, { recursive: true, force: true });
  const said = error?.message ?? /^npm (?:error|ERR!) (.*\S.*)$/m.exec(stderr)?.[1] ?? 'it does not run here';
  return { problem: `npm's package ${name}@${wanted} can't be had: ${said}` };
}

function runs(node, wanted) {
  return existsSync(node) && isVersion(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? '', wanted);
}

function isVersion(version, wanted) {
  return `${version.trim()}.`.startsWith(`v${wanted}.`);
}

/** Runs a command; an object at the end of the arguments has its input. */
function run(node, bundle, ...args) {
  const { input } = typeof args.at(-1) === 'object' ? args.pop() : {};
  return spawnSync(node, [path.join(ROOT, 'dist', bundle), ...args], { encoding: 'utf8', input, timeout: MOST_MILLISECONDS });
}

function differs(got, expected) {
  return got === expected ? undefined : `${JSON.stringify(got)} instead of ${JSON.stringify(expected)}`;
}

/** The whole talk of a client that pulls nothing: open, be told of findings, hover, change, outline, shut down, exit. */
function serve(node) {
  return new Promise((resolve) => {
    const server = spawn(node, [path.join(ROOT, 'dist/server.node.js'), '--stdio'], { timeout: MOST_MILLISECONDS });
    const text = readFileSync(SAMPLE, 'utf8');
    const textDocument = { uri: 'file:///answers.md' };
    const heading = { line: text.split('\n').findIndex((line) => /^#.*\(.*seconds?\)/.test(line)), character: 3 };
    let output = Buffer.alloc(0);
    let errors = '';
    let [found, hovered, outlined] = [false, false, false];
    const send = (message) => {
      const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
      server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
      server.stdin.write(body);
    };
    const hear = ({ id, method, params, result }) => {
      if (id === 1) {
        send({ method: 'initialized', params: {} });
        send({
          method: 'textDocument/didOpen',
          params: { textDocument: { ...textDocument, languageId: 'markdown', version: 1, text } },
        });
      } else if (method === 'textDocument/publishDiagnostics' && !found) {
        found = params.diagnostics.some(({ code }) => code === 'duration/over');
        send({ id: 2, method: 'textDocument/hover', params: { textDocument, position: heading } });
      } else if (id === 2) {
        hovered = result?.contents.value.includes('Target: ') === true;
        send({
          method: 'textDocument/didChange',
          params: { textDocument: { ...textDocument, version: 2 }, contentChanges: [{ text: '# Yes (90 seconds)\n\nNo.\n' }] },
        });
        send({ id: 3, method: 'textDocument/documentSymbol', params: { textDocument } });
      } else if (id === 3) {
        outlined = result?.map(({ name }) => name).join() === 'Yes';
        send({ id: 4, method: 'shutdown' });
      } else if (id === 4) send({ method: 'exit' });
    };
    server.stderr.on('data', (data) => (errors += data));
    server.stdout.on('data', (data) => {
      output = Buffer.concat([output, data]);
      for (;;) {
        const head = output.indexOf('\r\n\r\n');
        const length = Number(/Content-Length: (\d+)/.exec(output.subarray(0, Math.max(head, 0)).toString())?.[1]);
        if (head < 0 || output.length < head + 4 + length) return;
        const message = JSON.parse(output.subarray(head + 4, head + 4 + length).toString());
        output = output.subarray(head + 4 + length);
        hear(message);
      }
    });
    server.on('error', (error) => resolve(String(error)));
    server.on('close', (code) => resolve(differs(`${code} ${found} ${hovered} ${outlined} ${errors}`, '0 true true true ')));
    send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
  });
}
