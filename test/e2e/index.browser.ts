/** Index of the end-to-end suites in VS Code's web extension host, a worker. */

import { runMocha } from '../host/mochaInWorker.mjs';
import { defineEditorSuite } from './editorSuite.ts';
import { defineTermsSuite } from './termsSuite.ts';
import { defineHistorySuite } from './historySuite.ts';
import { defineLocaleSuite } from './localeSuite.ts';
import { defineOverviewSuite } from './overviewSuite.ts';
import { defineRehearsalSuite } from './rehearsalSuite.ts';

/** Runs all suites; rejects when a test fails. */
export function run(): Promise<void> {
  return runMocha(
    () => {
      defineEditorSuite('web');
      defineTermsSuite('web');
      defineHistorySuite('web');
      defineOverviewSuite('web');
      defineLocaleSuite('web');
      defineRehearsalSuite('web');
      return Promise.resolve();
    },
    { timeout: 30_000 },
  );
}
