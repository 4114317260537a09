/** Brings the browser to ports of this machine under another address, as proxies in front of VS Code for the web do. */

import { createServer, request } from 'node:http';

/**
 * Starts to forward `/proxy/PORT/…` to that port of 127.0.0.1. `Host` and `Origin` stay those of the browser.
 * @returns {Promise<{ template: string, close: () => void }>} The template for VSCODE_PROXY_URI.
 */
export async function startPortProxy() {
  const server = createServer((incoming, outgoing) => {
    const [, port, path] = /^\/proxy\/(\d+)(\/.*)$/.exec(incoming.url ?? '') ?? [];
    const refuse = () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end());
    if (port === undefined) return refuse();
    const { method, headers } = incoming;
    const forwarded = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      answer.on('error', refuse);
    });
    forwarded.on('error', refuse);
    outgoing.on('close', () => forwarded.destroy());
    incoming.pipe(forwarded);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    template: `http://127.0.0.1:${server.address().port}/proxy/{{port}}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
