/** Unit, protocol, package and stress tests; the end-to-end suites run inside VS Code and not here. */

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['unit', 'protocol', 'package', 'stress', 'voice'].map((suite) => `test/${suite}/**/*.test.ts`),
    // Of the voice suite: each test of it keeps a browser busy.
    maxConcurrency: 3,
    reporters: ['default'],
  },
});
