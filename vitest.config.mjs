/** Unit, protocol, package and stress tests; the end-to-end suites run inside VS Code and not here. */

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts', 'test/protocol/**/*.test.ts', 'test/package/**/*.test.ts', 'test/stress/**/*.test.ts'],
    reporters: ['default'],
  },
});
