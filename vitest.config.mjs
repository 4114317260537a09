/** Unit, protocol, package and stress tests; the end-to-end suites run inside VS Code and not here. */

import { defineConfig } from 'vitest/config';

// As in the product: the Markdown parser's other build checks itself, and takes up to five times as long.
process.env['NODE_ENV'] = 'production';

export default defineConfig({
  test: {
    // Tests wait for conditions; a machine that is busy with something else must not fail them.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ['unit', 'protocol', 'fuzz', 'editors', 'package', 'stress', 'voice', 'security', 'faults'].map(
      (suite) => `test/${suite}/**/*.test.ts`,
    ),
    setupFiles: ['test/support/seed.ts'],
    // Of the voice suite: each test of it keeps a browser busy.
    maxConcurrency: 3,
    reporters: ['default'],
  },
});
