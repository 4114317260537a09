#!/usr/bin/env node
/** Tests the test host itself. The last line says how many checks passed and failed; the exit code is 1 if one failed. */

import os from 'node:os';
import { ensureChromium } from '../chromium.mjs';
import { ensureHost } from '../install.mjs';
import { decisions } from './checks/decisions.mjs';
import { runs } from './checks/runs.mjs';
import { starting } from './checks/starting.mjs';

/** A VS Code keeps about one and a half processors busy while it starts. */
const AT_ONCE = Math.max(2, Math.floor(os.availableParallelism() / 2));

const counts = { passed: 0, failed: 0 };

async function check([name, test]) {
  const start = performance.now();
  try {
    await test();
    counts.passed++;
    console.log(`✔ ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    counts.failed++;
    console.log(`✘ ${name}\n${error.stack}`);
  }
}

await ensureHost();
await ensureChromium();
for (const entry of Object.entries(decisions)) await check(entry);
const waiting = Object.entries({ ...runs, ...starting });
const worker = async () => {
  for (let entry = waiting.shift(); entry; entry = waiting.shift()) await check(entry);
};
await Promise.all(Array.from({ length: AT_ONCE }, worker));
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;
