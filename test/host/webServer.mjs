/** Serves a VS Code for the web, with extensions and their tests, on loopback. There is no server behind it: no files, no processes. */

import fs from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { wrapTests } from './webExtension.mjs';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** The extension host that has an extension runs what lies within that. */
const TESTS = '/extension-0/__vscode_host_tests.js';

const WEBVIEW = '/static/out/vs/workbench/contrib/webview/browser/pre';

/**
 * @param {object} options
 * @param {string} options.code What `ensureWebVersion()` has unpacked.
 * @param {string[]} options.extensions Folders.
 * @param {string} options.tests A bundle for the web extension host.
 * @param {string} options.folder The URI of the folder to open.
 * @param {boolean} options.isTrusted Whether the user trusts that folder.
 * @param {object} options.defaults Default values of settings.
 * @param {string} options.controlUrl
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export async function serveWeb({ code, extensions, tests, folder, isTrusted, defaults, controlUrl }) {
  const roots = { static: code, ...Object.fromEntries(extensions.map((root, i) => [`extension-${i}`, root])) };
  const bundle = wrapTests(fs.readFileSync(tests, 'utf8'), controlUrl);
  let page;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const send = (type, body) => response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(body);
    if (pathname === '/') return send('text/html', page);
    if (pathname === TESTS) return send(TYPES['.js'], bundle);
    const [, root, ...rest] = decodeURIComponent(pathname).split('/');
    const file = path.join(roots[root] ?? '', ...rest);
    const isInside = Object.hasOwn(roots, root) && file.startsWith(roots[root] + path.sep);
    if (!isInside || !fs.statSync(file, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404).end();
    const content = fs.readFileSync(file);
    return send(
      TYPES[path.extname(file)] ?? 'application/octet-stream',
      pathname === `${WEBVIEW}/index.html` ? ofOurOrigin(content) : content,
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const authority = `localhost:${server.address().port}`;
  page = pageOf({ authority, count: extensions.length, folder, isTrusted, defaults });
  return {
    origin: `http://${authority}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * The page around a webview, for the workbench's own origin: a browser without a profile grants no service worker to another
 * one. Its policy goes by the hash of its script, which this changes.
 */
function ofOurOrigin(content) {
  return content
    .toString()
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace('hostname === parentOriginHash ||', 'parentOrigin === location.origin ||');
}

/** The page that vscode.dev or any other host of VS Code for the web would have. */
function pageOf({ authority, count, folder, isTrusted, defaults }) {
  const at = (name) => ({ scheme: 'http', authority, path: `/${name}` });
  const options = {
    productConfiguration: {
      nameShort: 'Code',
      nameLong: 'Code',
      applicationName: 'code',
      enableTelemetry: false,
      extensionsGallery: undefined,
      webviewContentExternalBaseUrlTemplate: `http://${authority}${WEBVIEW}/`,
    },
    developmentOptions: {
      extensions: Array.from({ length: count }, (_, i) => at(`extension-${i}`)),
      extensionTestsPath: at(TESTS.slice(1)),
    },
    configurationDefaults: defaults,
    enableWorkspaceTrust: true,
  };
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <link data-name="vs/workbench/workbench.web.main" rel="stylesheet" href="/static/out/vs/workbench/workbench.web.main.css">
  </head>
  <body aria-label=""></body>
  <script src="/static/out/vs/loader.js"></script>
  <script src="/static/out/vs/webPackagePaths.js"></script>
  <script>
    for (const [name, file] of Object.entries(self.webPackagePaths)) self.webPackagePaths[name] = location.origin + '/static/node_modules/' + name + '/' + file;
    require.config({
      baseUrl: location.origin + '/static/out',
      paths: self.webPackagePaths,
      trustedTypesPolicy: window.trustedTypes?.createPolicy('amdLoader', { createScriptURL: (url) => url }),
    });
  </script>
  <script src="/static/out/vs/workbench/workbench.web.main.nls.js"></script>
  <script src="/static/out/vs/workbench/workbench.web.main.js"></script>
  <script>
    require(['vs/workbench/workbench.web.main', 'vs/base/common/uri'], ({ create }, { URI }) => {
      const options = ${JSON.stringify(options)};
      const workspace = { folderUri: URI.parse(${JSON.stringify(folder)}) };
      create(document.body, { ...options, workspaceProvider: { workspace, trusted: ${String(isTrusted)}, open: async () => true } });
    });
  </script>
</html>
`;
}
