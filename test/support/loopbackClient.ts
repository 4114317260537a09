/** Speaks to the rehearsal page's server over real HTTP, header by header, as a browser or as somebody else. */

import { request, type IncomingHttpHeaders } from 'node:http';
import { serveRehearsal, type RehearsalOptions, type RehearsalServer } from '../../client/src/rehearsal/loopbackServer.ts';
import type { PageEvent, Script } from '../../client/src/rehearsal/page/messages.ts';

const FILES = { html: '<p nonce="{{nonce}}">page</p>', css: 'p {}', script: 'go()', worklet: 'work()' };

export const SCRIPT: Script = {
  id: 'run-1',
  title: 'Why us?',
  language: 'en',
  sentences: [{ text: 'Because.', seconds: 1 }],
  silenceSeconds: 4,
  warnAt: 0.9,
  overAt: 1,
};

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Call {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

const open = new Set<RehearsalServer>();

/** Closes all servers that a test has left open. */
export async function closeAll(): Promise<void> {
  for (const server of open) await server.close();
  open.clear();
}

/** A server, what its page has sent, and why it closed. */
export async function serve(options: Partial<RehearsalOptions> = {}) {
  const events: PageEvent[] = [];
  let closed: (reason: string) => void;
  const whenClosed = new Promise<string>((resolve) => (closed = resolve));
  const server = await serveRehearsal({
    files: FILES,
    script: SCRIPT,
    onEvent: (event) => events.push(event),
    onClose: (reason) => closed(reason),
    ...options,
  });
  open.add(server);
  const url = new URL(server.url);
  const base = { Host: url.host };
  const call = (path: string, { method = 'GET', headers = {}, body }: Call = {}) => send(url, path, method, { ...base, ...headers }, body);
  /** Opens the page as a browser does, and goes on as its page does. */
  const enter = async () => {
    const first = await call(url.pathname + url.search);
    const cookie = first.headers['set-cookie']![0]!.split(';')[0]!;
    const own = { Cookie: cookie, Origin: url.origin };
    const post = (event: unknown, headers: Record<string, string> = {}, body = JSON.stringify(event)) =>
      call(`${url.pathname}events`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...own, ...headers }, body });
    return { first, cookie, own, post };
  };
  return { server, url, events, whenClosed, call, enter };
}

/** One request; headers exactly as given. */
export function send(url: URL, path: string, method: string, headers: Record<string, string>, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port: url.port, path, method, headers, setHost: false, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: text }));
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** Listens for updates: resolves to the first when the stream is open, and then to all of them when there are `count`. */
export async function updates(url: URL, headers: Record<string, string>, count: number) {
  let opened: (first: unknown) => void;
  const first = new Promise<unknown>((resolve) => (opened = resolve));
  const all = new Promise<readonly unknown[]>((resolve, reject) => {
    const own = {
      host: '127.0.0.1',
      port: url.port,
      path: `${url.pathname}updates`,
      headers: { Host: url.host, ...headers },
      agent: false,
    };
    const call = request(own, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        const read = [...text.matchAll(/^data: (.*)\n\n/gm)].map(([, json]) => JSON.parse(json!) as unknown);
        if (read.length > 0) opened(read[0]);
        if (read.length < count) return;
        resolve(read);
        call.destroy();
      });
    });
    call.on('error', reject);
    call.end();
  });
  await Promise.race([first, all]);
  return { first: await first, all };
}
