/** Runs one suite of the self-test as a project would: `node runSuite.mjs <node|web> <pass|fail>`; exits with its code. */

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundleWebTests } from '../bundleWebTests.mjs';
import { runInVSCode } from '../run.mjs';

const here = import.meta.dirname;
const [kind, outcome] = process.argv.slice(2);
const fail = outcome === 'fail';

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'selftest-'));
try {
  const folder = path.join(temporary, 'folder');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'notes.md'), '# Notes\n');

  let extension = path.join(here, 'extension');
  let tests = path.join(here, 'suites/node.cjs');
  if (kind === 'web') {
    // The bundle has to lie inside of the extension, and has no place in the repository.
    fs.cpSync(extension, path.join(temporary, 'extension'), { recursive: true });
    extension = path.join(temporary, 'extension');
    tests = path.join(extension, 'tests.js');
    const define = { SELFTEST_FAIL: String(fail) };
    await bundleWebTests({ entry: path.join(here, 'suites/web.mjs'), outfile: tests, define });
  }
  const env = { SELFTEST_FAIL: fail ? '1' : '0' };
  await runInVSCode({ extension, tests, folder, kind, env, settings: { 'editor.tabSize': 7 } });
} catch (error) {
  if (error.code === undefined) throw error;
  process.exitCode = error.code;
} finally {
  fs.rmSync(temporary, { recursive: true });
}
