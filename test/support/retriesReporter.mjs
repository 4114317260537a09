/** A reporter for vitest: the tests that passed only when they were tried again, in the words that `run.mjs` looks for. */

export default class RetriesReporter {
  onTestCaseResult(test) {
    if (!test.diagnostic()?.flaky) return;
    const [error] = test.result().errors ?? [];
    console.log(`  ↻ ${test.fullName}: ${error?.message ?? 'no error'}`);
  }
}
