#!/usr/bin/env node
/** Runs both built commands with each Node that is supported, fetched as npm's package `node`: `node test/editors/nodeVersions.mjs [MAJOR]…`. */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');
const SAMPLE = path.join(ROOT, 'test/fixtures/workspace/answers.md');
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
  ['the server says its version', async (node) => differs(run(node, 'server.node.js', '--version').stdout.trim(), version)],
  ['the server finds what is in the sample, and ends', serve],
];

await main(process.argv.slice(2));

async function main(wanted) {
  const total = { passed: 0, failed: 0 };
  for (const wantedVersion of wanted.length > 0 ? wanted : VERSIONS) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-node-'));
    try {
      const node = fetchNode(wantedVersion, folder);
      if (node === undefined) {
        console.log(`- Node ${wantedVersion} skipped: npm can't bring it here`);
        continue;
      }
      console.log(`\n${spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()}`);
      for (const [name, check] of CHECKS) {
        const problem = await check(node).catch((error) => String(error));
        console.log(problem === undefined ? `  ok - ${name}` : `  not ok - ${name}: ${problem}`);
        total[problem === undefined ? 'passed' : 'failed']++;
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

function fetchNode(wanted, folder) {
  const { status } = spawnSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--no-save', `node@${wanted}`], {
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  const node = path.join(folder, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return status === 0 && existsSync(node) ? node : undefined;
}

function run(node, bundle, ...args) {
  return spawnSync(node, [path.join(ROOT, 'dist', bundle), ...args], { encoding: 'utf8', timeout: MOST_MILLISECONDS });
}

function differs(got, expected) {
  return got === expected ? undefined : `${JSON.stringify(got)} instead of ${JSON.stringify(expected)}`;
}

/** The whole talk of a client that pulls nothing: open, be told of findings, shut down, exit. */
function serve(node) {
  return new Promise((resolve) => {
    const server = spawn(node, [path.join(ROOT, 'dist/server.node.js'), '--stdio'], { timeout: MOST_MILLISECONDS });
    let output = Buffer.alloc(0);
    let errors = '';
    let found = false;
    const send = (message) => {
      const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
      server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
      server.stdin.write(body);
    };
    const hear = ({ id, method, params }) => {
      if (id === 1) {
        send({ method: 'initialized', params: {} });
        const text = readFileSync(SAMPLE, 'utf8');
        send({
          method: 'textDocument/didOpen',
          params: { textDocument: { uri: 'file:///answers.md', languageId: 'markdown', version: 1, text } },
        });
      } else if (method === 'textDocument/publishDiagnostics' && !found) {
        found = params.diagnostics.some(({ code }) => code === 'duration/over');
        send({ id: 2, method: 'shutdown' });
      } else if (id === 2) send({ method: 'exit' });
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
    server.on('close', (code) => resolve(differs(`${code} ${found} ${errors}`, '0 true ')));
    send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
  });
}
