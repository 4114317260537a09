/** Checks whole test runs: exit codes, output, screenshots, and that nothing stays behind. */

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { SHOTS } from '../../layout.mjs';
import { start } from '../processes.mjs';

const CODE_ARGUMENTS = [
  `--extensionDevelopmentPath=${path.resolve(import.meta.dirname, '../extension')}`,
  `--extensionTestsPath=${path.resolve(import.meta.dirname, '../suites/node.cjs')}`,
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

/** Ends a run in the middle of its tests, and returns the exit code. */
async function stop(signal) {
  const run = start('code.mjs', CODE_ARGUMENTS);
  await run.waitFor(/before the wait/);
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
    assert.equal(await stop('SIGTERM'), 130);
  },
  async 'a run that is killed leaves nothing'() {
    assert.equal(await stop('SIGKILL'), 'SIGKILL');
  },
  async 'tests that do not exist fail the run'() {
    const run = start('code.mjs', [CODE_ARGUMENTS[0], '--extensionTestsPath=/nowhere/tests']);
    assert.equal(await run.ended, 1, run.output());
    assert.match(run.output(), /\/nowhere\/tests/);
    await run.assertNothingLeft();
  },
};
