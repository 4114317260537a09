/** Runs mocha suites in the web extension host: a worker without files, without a document and without standard output. */

import 'mocha/mocha.js';

/**
 * Runs suites. The tests' index that calls it has to be bundled by `bundleWebTests()`.
 * @param {() => unknown} loadSuites Defines or imports the suites; mocha's functions are global when it is called.
 * @param {object} [options] Of mocha, such as `timeout`.
 * @returns {Promise<void>} Rejects when a test has failed.
 */
export async function runMocha(loadSuites, options = {}) {
  const { mocha } = globalThis;
  // mocha reads its options for a browser from the address of the page, and a worker made from a blob has none.
  if (globalThis.location?.search === undefined) globalThis.location = { search: '' };
  mocha.setup({ ui: 'bdd', ...options, reporter: TextReporter });
  await loadSuites();
  await new Promise((resolve, reject) => {
    mocha.run((failures) => (failures ? reject(new Error(`${failures} failed.`)) : resolve()));
  });
}

/** Prints to the console as mocha's spec reporter does, which itself has no browser version; the default one needs HTML. */
function TextReporter(runner) {
  let level = 0;
  const failures = [];
  const counts = { passing: 0, pending: 0, failing: 0 };
  const print = (text) => console.log('  '.repeat(level) + text);
  runner.on('suite', ({ root, title }) => {
    if (root) return;
    level++;
    print(title);
  });
  runner.on('suite end', ({ root }) => {
    if (!root) level--;
  });
  runner.on('pass', ({ title, duration }) => {
    counts.passing++;
    print(`  ✔ ${title} (${duration}ms)`);
  });
  runner.on('pending', ({ title }) => {
    counts.pending++;
    print(`  - ${title}`);
  });
  runner.on('retry', (test, error) => print(`  ↻ ${test.fullTitle()}: ${error}`));
  runner.on('fail', (test, error) => {
    counts.failing++;
    failures.push({ test, error });
    print(`  ${counts.failing}) ${test.title}`);
  });
  runner.on('end', () => {
    console.log('');
    for (const [name, count] of Object.entries(counts)) if (count > 0 || name === 'passing') console.log(`  ${count} ${name}`);
    for (const [index, { test, error }] of failures.entries()) {
      console.log(`\n  ${index + 1}) ${test.fullTitle()}\n${error.stack ?? error}`);
    }
  });
}
