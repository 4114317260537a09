/** Runs the suite in the Node extension host. */

const vscode = require('vscode');

exports.run = async function run() {
  const { default: Mocha } = await import('mocha');
  const { defineWorkbenchSuite } = await import('./workbenchSuite.mjs');
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000 });
  // Makes mocha's functions global, as loading a file with tests would.
  mocha.suite.emit('pre-require', globalThis, undefined, mocha);
  defineWorkbenchSuite({ vscode, host: 'node', shot: 'selftest-node.png', fail: process.env.SELFTEST_FAIL === '1' });
  await new Promise((resolve, reject) => {
    mocha.run((failures) => (failures ? reject(new Error(`${failures} failed.`)) : resolve()));
  });
};
