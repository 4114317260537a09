/** The extension of the self-test: a command, virtual documents, a status bar item and a webview with a button. */

const vscode = require('vscode');

/** The scheme of virtual documents; a document's text is its own path in upper case. */
const SCHEME = 'selftest';

exports.activate = function activate(context) {
  const status = vscode.window.createStatusBarItem('selftest.status', vscode.StatusBarAlignment.Left);
  status.text = 'Self-test is active';
  status.show();
  let clicks = 0;
  context.subscriptions.push(
    status,
    vscode.commands.registerCommand('selftest.greet', (name) => `Hello, ${name}!`),
    vscode.commands.registerCommand('selftest.openCounter', () => openCounter(() => ++clicks)),
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) => uri.path.toUpperCase(),
    }),
  );
  return {
    /** Where the extension runs. */
    host: vscode.env.uiKind === vscode.UIKind.Web && typeof process === 'undefined' ? 'web worker' : 'node',
    clicks: () => clicks,
  };
};

function openCounter(onClick) {
  const panel = vscode.window.createWebviewPanel('selftest.counter', 'Counter', vscode.ViewColumn.One, {
    enableScripts: true,
  });
  panel.webview.html = /* html */ `<!doctype html>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-counter'">
    <button>Count</button>
    <p>Not clicked</p>
    <script nonce="counter">
      const vscode = acquireVsCodeApi();
      document.querySelector('button').addEventListener('click', () => vscode.postMessage('click'));
      window.addEventListener('message', ({ data }) => (document.querySelector('p').textContent = data));
    </script>`;
  panel.webview.onDidReceiveMessage(() => panel.webview.postMessage('Clicked ' + onClick() + ' times'));
}
