/** Index of the end-to-end suites in VS Code's Node extension host. */

import Mocha from 'mocha';
import { tellActivationTime } from './activationTime.ts';
import { defineFaultsSuite } from './faultsSuite.ts';
import { defineOverviewScreenshots } from './overviewScreenshots.ts';
import { defineRehearsalScreenshots } from './rehearsalScreenshots.ts';
import { defineScreenshotSuite } from './screenshotSuite.ts';
import { defineSuites, isVirtual } from './suites.ts';
import { defineVoiceSuite } from './voiceSuite.ts';
import { defineWritingScreenshots } from './writingScreenshots.ts';

/** Set when the suites are bundled: the extension host has an environment of its own. */
declare const E2E_GREP: string;
declare const E2E_RETRIES: number;
declare const E2E_ACTIVATION: boolean;

/** Runs all suites; rejects when a test fails. */
export async function run(): Promise<void> {
  if (E2E_ACTIVATION) return tellActivationTime();
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, retries: E2E_RETRIES, color: false });
  // `E2E_GREP=overview node test/support/e2e.mjs` runs the suites and tests of that name only.
  if (E2E_GREP !== '') mocha.grep(E2E_GREP);
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  defineSuites('Node');
  if (!isVirtual()) {
    defineFaultsSuite();
    defineVoiceSuite();
    defineScreenshotSuite();
    defineWritingScreenshots();
    defineOverviewScreenshots();
    defineRehearsalScreenshots();
  }
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} failed.`)) : resolve()));
    // `run.mjs` looks for this sign, as it does in the web host's output.
    runner.on('retry', (test, error: unknown) => console.log(`    ↻ ${test.fullTitle()}: ${String(error)}`));
  });
}
