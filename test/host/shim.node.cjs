/**
 * Stands between VS Code and the tests in the Node extension host: sends what the tests print to the run's output file,
 * byte for byte and in order, and then runs them as VS Code would.
 */

const { Console } = require('node:console');
const fs = require('node:fs');
const { Writable } = require('node:stream');
const { pathToFileURL } = require('node:url');

// That the file exists tells the run that the tests have started.
const output = fs.openSync(process.env.VSCODE_HOST_OUTPUT, 'a');

/** Writes synchronously: the host may be killed right behind the last line. */
function outputStream() {
  return new Writable({
    decodeStrings: false,
    write(chunk, encoding, done) {
      fs.writeSync(output, typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk);
      done();
    },
  });
}

// VS Code has fixed the functions of both streams and of the console, so the objects are replaced as a whole.
for (const name of ['stdout', 'stderr']) {
  Object.defineProperty(process, name, { configurable: true, enumerable: true, value: outputStream() });
}
globalThis.console = new Console({
  stdout: process.stdout,
  stderr: process.stderr,
  colorMode: Boolean(process.env.FORCE_COLOR),
});

/** Runs the tests, and leaves a file that tells that they have come to their end, good or bad. */
exports.run = async function run() {
  try {
    await runTests();
  } finally {
    fs.writeFileSync(process.env.VSCODE_HOST_FINISHED, '');
  }
};

/** Tests report by a promise or, in the old style, by a callback. */
async function runTests() {
  const tests = process.env.VSCODE_HOST_TESTS;
  const runner = await load(tests);
  await new Promise((resolve, reject) => {
    const callback = (error, failures) => {
      if (error) reject(error);
      else if (failures) reject(new Error(`${failures} failed.`));
      else resolve();
    };
    const result = runner.run(tests, callback);
    if (typeof result?.then === 'function') result.then(resolve, reject);
  });
}

async function load(tests) {
  const loaded = await requireOrImport(tests);
  const runner = [loaded, loaded.default].find((candidate) => typeof candidate?.run === 'function');
  if (!runner) throw new Error(`${tests} does not export a function "run".`);
  return runner;
}

async function requireOrImport(tests) {
  try {
    return require(tests);
  } catch (error) {
    // An ES module with a top-level await.
    if (error?.code !== 'ERR_REQUIRE_ASYNC_MODULE') throw error;
    return import(pathToFileURL(require.resolve(tests)).href);
  }
}
