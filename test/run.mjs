/** `npm test`: builds, then runs every check and every suite, and counts. `npm test -- e2e` runs the steps of that name. */

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { packageExtension } from './support/package.mjs';
import { unpack } from './support/unpack.mjs';

const ROOT = path.join(import.meta.dirname, '..');
const OUT = path.join(ROOT, '.e2e');
const NODE = process.execPath;

/** Lines of each failure that the summary repeats. */
const MOST_LINES = 40;

/**
 * How often a test that starts processes is tried again when it fails. What is computed in one process is not: there, a second
 * attempt could only hide a mistake.
 */
const RETRIES = 1;

/** The exit code of a run whose VS Code could not be fetched. */
const UNAVAILABLE = 69;

/** A step passes or fails as one, unless it can say how many tests it ran. */
const STEPS = [
  { name: 'build', run: () => exec(NODE, ['esbuild.mjs', '--production']) },
  { name: 'types', run: () => tool('typescript/bin/tsc', ['-b']) },
  { name: 'lint', run: () => tool('eslint/bin/eslint.js', ['.', '--max-warnings', '0']) },
  { name: 'format', run: () => tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']) },
  { name: 'unit', run: () => vitest('unit', 'test/unit') },
  { name: 'protocol', run: () => vitest('protocol', 'test/protocol', RETRIES) },
  { name: 'security', run: () => vitest('security', 'test/security', RETRIES) },
  { name: 'stress', run: () => vitest('stress', 'test/stress') },
  { name: 'faults', run: () => vitest('faults', 'test/faults', RETRIES) },
  { name: 'fuzz', run: () => vitest('fuzz', 'test/fuzz') },
  { name: 'voice', run: () => vitest('voice', 'test/voice', RETRIES) },
  { name: 'grammar', run: () => exec(NODE, ['test/grammar/run.mjs']) },
  { name: 'editors declared', run: () => vitest('editors', 'test/editors', RETRIES) },
  { name: 'editors real', run: () => counted(NODE, ['test/editors/run.mjs'], /(\d+) passed, (\d+) failed/g) },
  { name: 'node versions', run: () => counted(NODE, ['test/editors/nodeVersions.mjs'], /(\d+) passed, (\d+) failed/g) },
  { name: 'package', run: makePackage },
  { name: 'e2e virtual node', run: () => e2e(['node', '--virtual']) },
  { name: 'e2e virtual web', run: () => e2e(['web', '--virtual']) },
  // The oldest VS Code that the manifest allows.
  { name: 'e2e floor', run: () => e2e([path.join(OUT, 'vsix/extension')], 'test/support/e2eFloor.mjs') },
  { name: 'e2e untrusted', run: () => e2e(['--untrusted', path.join(OUT, 'vsix/extension')], 'test/support/e2eFloor.mjs') },
  // VS Code translates no manifest of a web extension under development.
  {
    name: 'e2e german',
    run: () => e2e(['node', path.join(OUT, 'vsix/extension')], undefined, { E2E_LOCALE: 'de', E2E_GREP: 'Languages in the' }),
  },
  // The product as it is packaged; `npm test -- tree` tries the working tree, which is quicker to change.
  { name: 'e2e packaged node', run: () => e2e(['node', path.join(OUT, 'vsix/extension')]) },
  { name: 'e2e packaged web', run: () => e2e(['web', path.join(OUT, 'vsix/extension')]) },
  { name: 'test host', run: () => counted(NODE, ['test/host/selftest/run.mjs'], /(\d+) passed, (\d+) failed/g) },
];

/** Run only when they are named: the same suites as on the package. */
const BY_NAME = [
  { name: 'e2e tree node', run: () => e2e(['node']) },
  { name: 'e2e tree web', run: () => e2e(['web']) },
];

await main(process.argv.slice(2));

async function main(wanted) {
  mkdirSync(OUT, { recursive: true });
  const total = { passed: 0, failed: 0 };
  const rows = [];
  const failures = [];
  const repeated = [];
  const steps = wanted.length === 0 ? STEPS : [...STEPS, ...BY_NAME].filter(({ name }) => wanted.some((word) => name.includes(word)));
  for (const { name, run } of steps) {
    console.log(`\n▶ ${name}`);
    const start = performance.now();
    const {
      passed,
      failed,
      why = '',
      retries = [],
    } = await run().catch((error) => {
      console.error(error);
      return { passed: 0, failed: 1, why: String(error) };
    });
    if (failed > 0) failures.push(`✘ ${name}\n${indent(why)}`);
    repeated.push(...retries.map((what) => `${name}: ${what}`));
    total.passed += passed;
    total.failed += failed;
    rows.push(
      `${failed === 0 ? '✔' : '✘'} ${name.padEnd(18)} ${passed} passed, ${failed} failed in ${((performance.now() - start) / 1000).toFixed(1)} s`,
    );
  }
  // Once more at the end: a log of twenty minutes is long.
  if (failures.length > 0) console.log(`\n${failures.join('\n')}`);
  // No failure, and yet something to look into: one of them was a server that stayed dead.
  if (repeated.length > 0) console.log(`\nTried twice:\n${indent(repeated.join('\n'))}`);
  console.log(`\n${rows.join('\n')}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** Packages the extension and unpacks what was packed, for the suites that run on it. */
async function makePackage() {
  const vsix = await packageExtension();
  const folder = path.join(OUT, 'vsix');
  rmSync(folder, { recursive: true, force: true });
  await unpack(vsix, folder);
  return vitest('package', 'test/package');
}

/** Suites of mocha in VS Code; their reporter's closing lines are counted. */
async function e2e(args, script = 'test/support/e2e.mjs', env = {}) {
  const { output, code } = await capture(NODE, [script, ...args], { E2E_RETRIES: String(RETRIES), ...env });
  const passed = sum(output, /^ +(\d+) passing\b/gm);
  const failed = sum(output, /^ +(\d+) failing\b/gm);
  // What can't be fetched here can't be tested here; the output says so.
  if (code === UNAVAILABLE) return { passed: 0, failed: 0 };
  const why = failed > 0 ? output.slice(output.search(/^ +\d+ failing\b/m)) : output;
  // A run that ended badly, or ran nothing, has failed whatever it counted.
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed, why, retries: retriesIn(output) };
}

async function vitest(name, folder, retries = 0) {
  const report = path.join(OUT, `${name}.json`);
  rmSync(report, { force: true });
  const { output, code } = await capture(NODE, [
    module('vitest/vitest.mjs'),
    'run',
    folder,
    '--reporter=default',
    '--reporter=json',
    '--reporter=./test/support/retriesReporter.mjs',
    `--retry=${retries}`,
    `--outputFile.json=${report}`,
  ]);
  const { numPassedTests: passed, numFailedTests: failed, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const why = testResults
    .flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === 'failed'))
    .map(({ fullName, failureMessages }) => `${fullName}\n${indent(failureMessages.join('\n'))}`)
    .join('\n');
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, why: why === '' ? output : why, retries: retriesIn(output) };
}

async function counted(command, args, pattern) {
  const { output, code } = await capture(command, args);
  const [, passed, failed] = [...output.matchAll(pattern)].at(-1) ?? [];
  if (passed === undefined) return { passed: 0, failed: 1, why: output };
  return { passed: Number(passed), failed: Number(failed) === 0 && code !== 0 ? 1 : Number(failed), why: output };
}

function tool(script, args) {
  return exec(NODE, [module(script), ...args]);
}

async function exec(command, args) {
  const { output, code } = await capture(command, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, why: output };
}

/** The end of what a step said, which is where it says why it failed. */
function indent(text) {
  return text.trimEnd().split('\n').slice(-MOST_LINES).join('\n  ').replace(/^/, '  ');
}

function module(script) {
  return path.join(ROOT, 'node_modules', script);
}

/** Runs a command, shows what it prints, and keeps it. */
function capture(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let output = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from.on('data', (data) => {
        output += data;
        to.write(data);
      });
    }
    child.on('error', reject);
    // Reporters may colour what they print.
    child.on('close', (code) => resolve({ output: stripVTControlCharacters(output), code }));
  });
}

/** What was tried again, by the reporters of mocha and vitest. */
function retriesIn(output) {
  return [...output.matchAll(/^ *↻ (.+)/gm)].map(([, what]) => what);
}

function sum(text, pattern) {
  return [...text.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0);
}
