/** Index of the end-to-end suites in VS Code's Node extension host. */

import Mocha from 'mocha';
import { defineEditorSuite } from './editorSuite.ts';
import { defineScreenshotSuite } from './screenshotSuite.ts';
import { defineTermsSuite } from './termsSuite.ts';

/** Runs all suites; rejects when a test fails. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  defineEditorSuite('Node');
  defineTermsSuite('Node');
  defineScreenshotSuite();
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} failed.`)) : resolve()));
  });
}
