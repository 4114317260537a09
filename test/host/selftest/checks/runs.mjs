/** Checks whole test runs: exit codes, output, screenshots, and that nothing stays behind. */

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EXIT } from '../../exitCodes.mjs';
import { SHOTS } from '../../layout.mjs';
import { start } from '../processes.mjs';

const WHILE_STARTING_MS = 1500;

/** The arguments of code.mjs for a suite. */
const codeArguments = (suite) => [
  `--extensionDevelopmentPath=${path.resolve(import.meta.dirname, '../extension')}`,
  `--extensionTestsPath=${path.resolve(import.meta.dirname, '../suites', suite)}`,
];

async function passes(kind, title) {
  const shot = path.join(SHOTS, `selftest-${kind}.png`);
  fs.rmSync(shot, { force: true });
  const run = start('selftest/runSuite.mjs', [kind, 'pass']);
  assert.equal(await run.ended, 0, run.output());
  assert.match(run.output(), /8 passing/);
  const waited = run.timeOf('prints what takes a while') - run.timeOf(`${title} before the wait`);
  assert.ok(waited > 500, `The output came late: ${waited} ms apart.`);
  assert.deepEqual(sizeOfPng(shot), { width: 1000, height: 700 });
  await run.assertNothingLeft();
}

async function fails(kind) {
  const run = start('selftest/runSuite.mjs', [kind, 'fail']);
  assert.equal(await run.ended, 1, run.output());
  assert.match(run.output(), /1 passing[\s\S]*1 failing[\s\S]*planned failure/);
  await run.assertNothingLeft();
}

/** Ends a run while its server and its browser come up, when there is most to forget, and returns the exit code. */
async function endWhileStarting(signal) {
  const run = start('code.mjs', codeArguments('node.cjs'));
  await delay(WHILE_STARTING_MS);
  run.child.kill(signal);
  const code = await run.ended;
  await run.assertNothingLeft();
  return code;
}

function sizeOfPng(file) {
  const header = fs.readFileSync(file).subarray(0, 24);
  assert.equal(header.subarray(1, 4).toString(), 'PNG');
  return { width: header.readUInt32BE(16), height: header.readUInt32BE(20) };
}

export const runs = {
  'tests pass in the Node extension host': () => passes('node', 'node'),
  'tests pass in the web extension host': () => passes('web', 'web worker'),
  'a failing test fails the run in the Node extension host': () => fails('node'),
  'a failing test fails the run in the web extension host': () => fails('web'),
  async 'a run that is stopped ends with 130 and leaves nothing'() {
    assert.equal(await endWhileStarting('SIGTERM'), 130);
  },
  async 'a run that is killed leaves nothing'() {
    assert.equal(await endWhileStarting('SIGKILL'), 'SIGKILL');
  },
  async 'tests whose extension host is killed do not pass'() {
    const run = start('code.mjs', codeArguments('killed.cjs'));
    assert.equal(await run.ended, EXIT.notFinished, run.output());
    assert.match(run.output(), /The extension host ended before the tests did/);
    await run.assertNothingLeft();
  },
};
