/** Serves the rehearsal page to the user's own browser: on this machine only, for one run, to whoever holds the one-time address. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { currentLocale } from '../../../server/src/core/locale/locale.ts';
import { localeElement } from '../localeElement.ts';
import { LoopbackAccess } from './loopbackAccess.ts';
import { readPageEvent, type ClosingReason, type PageEvent, type PageUpdate, type Script } from './page/messages.ts';

/** The built page: the text of each of its files. */
export interface PageFiles {
  /** With `{{nonce}}` wherever a nonce belongs, `{{language}}` for the language's tag, and `{{locale}}` where the translations go. */
  readonly html: string;
  readonly css: string;
  readonly script: string;
  readonly worklet: string;
}

export interface RehearsalOptions {
  readonly files: PageFiles;
  readonly script: Script;
  /** Called with every event of the page, in order. */
  readonly onEvent: (event: PageEvent) => void;
  readonly onClose?: (reason: ClosingReason) => void;
  /**
   * Tells under which address the user's browser reaches a local one, as `vscode.env.asExternalUri` does; the same if absent. Its host is
   * then accepted besides the local one.
   */
  readonly asExternal?: (url: string) => Promise<string>;
  /** Whether the server closes with the first run, which is so if absent; otherwise the same page may get another script. */
  readonly closesAfterRun?: boolean;
  /** Seconds without a request after which the server closes; 30 minutes if absent. */
  readonly idleSeconds?: number;
  /** Seconds after which the server closes when the page has gone and not come back; 30 if absent. */
  readonly goneSeconds?: number;
}

export interface RehearsalServer {
  /** The address to open. It works once. */
  readonly url: string;
  /** The same address, as this machine sees it; for whoever finds the way to the user's browser themselves. */
  readonly localUrl: string;
  /** Shows another script on the page. */
  show(script: Script): void;
  /** Tells the page, and closes every connection. Resolves when nothing listens any more; may be called twice. */
  close(reason?: ClosingReason): Promise<void>;
}

/** Starts a server on a free port of 127.0.0.1. */
export async function serveRehearsal(options: RehearsalOptions): Promise<RehearsalServer> {
  const rehearsal = new Rehearsal(options);
  await rehearsal.listen();
  return rehearsal;
}

class Rehearsal implements RehearsalServer {
  url = '';
  localUrl = '';
  private readonly options: RehearsalOptions;
  private readonly server: Server;
  private readonly access = new LoopbackAccess();
  private readonly streams = new Set<ServerResponse>();
  private readonly routes: ReadonlyMap<string, Route>;
  private script: Script;
  private idle: NodeJS.Timeout | undefined;
  private gone: NodeJS.Timeout | undefined;
  private beat: NodeJS.Timeout | undefined;
  private closing: Promise<void> | undefined;

  constructor(options: RehearsalOptions) {
    this.options = options;
    this.script = options.script;
    const { css, script, worklet } = options.files;
    const file = (type: string, text: string): Route => ({ method: 'GET', run: (_, response) => send(response, 200, type, text) });
    // All there is. A path is compared as it came, so there is nothing to climb out of.
    this.routes = new Map<string, Route>([
      [this.access.path, { method: 'GET', run: (request, response) => this.page(request, response) }],
      [`${this.access.path}page.css`, file('text/css', css)],
      [`${this.access.path}page.js`, file('text/javascript', script)],
      [`${this.access.path}worklet.js`, file('text/javascript', worklet)],
      [`${this.access.path}updates`, { method: 'GET', run: (_, response) => this.stream(response) }],
      [`${this.access.path}events`, { method: 'POST', run: (request, response) => this.takeEvent(request, response) }],
    ]);
    this.server = createServer(
      {
        headersTimeout: REQUEST_MS,
        requestTimeout: REQUEST_MS,
        connectionsCheckingInterval: CHECK_MS,
        maxHeaderSize: MOST_HEADER_BYTES,
      },
      (request, response) => this.answer(request, response),
    );
    this.server.maxConnections = MOST_CONNECTIONS;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = this.server.address() as AddressInfo;
    const local = `http://127.0.0.1:${port}${this.access.path}`;
    try {
      const external = new URL((await this.options.asExternal?.(local)) ?? local);
      this.access.allow(new URL(local));
      this.access.allow(external);
      this.url = withToken(external, this.access.token);
      this.localUrl = withToken(new URL(local), this.access.token);
    } catch (error) {
      await this.close();
      throw error;
    }
    this.beat = setInterval(() => this.sendToAll(': still here\n\n'), BEAT_MS).unref();
    this.stayAwake();
  }

  show(script: Script): void {
    this.script = script;
    this.tell({ type: 'script', script });
  }

  close(reason: ClosingReason = 'closed'): Promise<void> {
    this.closing ??= this.shut(reason);
    return this.closing;
  }

  private async shut(reason: ClosingReason): Promise<void> {
    clearTimeout(this.idle);
    clearTimeout(this.gone);
    clearInterval(this.beat);
    this.tell({ type: 'closing', reason });
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    const flushed = Promise.all([...this.streams].map((stream) => new Promise<void>((resolve) => stream.end(() => resolve()))));
    const patience = new Promise<void>((resolve) => setTimeout(resolve, FLUSH_MS).unref());
    // A browser that has stopped reading must not hold up the end.
    await Promise.race([flushed, patience]);
    this.server.closeAllConnections();
    await closed;
    this.options.onClose?.(reason);
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const [path = ''] = (request.url ?? '').split('?');
    const route = this.routes.get(path);
    const refusal = this.refusalOf(request, path, route);
    if (refusal === 405 && route) response.setHeader('Allow', route.method);
    if (refusal === undefined && route) route.run(request, response);
    else refuse(response, refusal ?? 404);
  }

  /** Why a request isn't answered, as a status. Who may not ask is not told what there is. */
  private refusalOf(request: IncomingMessage, path: string, route: Route | undefined): number | undefined {
    if (this.closing) return 410;
    if (!this.access.isFromHere(request)) return 403;
    if (!route) return 404;
    if (request.method !== route.method) return 405;
    // The page itself may be opened by the token; everything else is asked for by the page.
    return path === this.access.path || this.access.isKnown(request) ? undefined : 403;
  }

  private page(request: IncomingMessage, response: ServerResponse): void {
    const isKnown = this.access.isKnown(request);
    if (!isKnown) {
      const cookie = this.access.exchange(request);
      if (cookie === undefined) {
        refuse(response, 403);
        return;
      }
      response.setHeader('Set-Cookie', cookie);
    }
    this.stayAwake();
    const nonce = this.access.nonce();
    response.setHeader('Content-Security-Policy', contentSecurityPolicy(nonce));
    send(response, 200, 'text/html', filled(this.options.files.html, nonce));
  }

  private stream(response: ServerResponse): void {
    this.stayAwake();
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
    this.streams.add(response);
    clearTimeout(this.gone);
    response.on('close', () => this.lose(response));
    for (const oldest of [...this.streams].slice(0, -MOST_STREAMS)) oldest.end();
    response.write(asData({ type: 'script', script: this.script }));
  }

  /** A page that was closed doesn't say so; one that is loaded again, or that a tunnel has lost, comes back within seconds. */
  private lose(response: ServerResponse): void {
    this.streams.delete(response);
    if (this.streams.size > 0 || this.closing) return;
    clearTimeout(this.gone);
    this.gone = setTimeout(() => void this.close('idle'), (this.options.goneSeconds ?? GONE_SECONDS) * 1000).unref();
  }

  private takeEvent(request: IncomingMessage, response: ServerResponse): void {
    this.stayAwake();
    const isJson = /^application\/json(?:;|$)/i.test(request.headers['content-type'] ?? '');
    if (!isJson || Number(request.headers['content-length'] ?? 0) > MOST_BODY_BYTES) {
      refuse(response, isJson ? 413 : 415);
      return;
    }
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= MOST_BODY_BYTES) parts.push(part);
      else if (!response.headersSent) refuse(response, 413);
    });
    request.on('end', () => {
      if (response.headersSent) return;
      const event = readPageEvent(parse(Buffer.concat(parts).toString('utf8')));
      if (!event) {
        refuse(response, 400);
        return;
      }
      const isLast = event.type === 'ended' && (this.options.closesAfterRun ?? true);
      // The page is told that its event has arrived before its connection is closed.
      if (isLast) response.on('finish', () => void this.close('ended'));
      response.writeHead(204).end();
      this.options.onEvent(event);
    });
  }

  private tell(update: PageUpdate): void {
    this.sendToAll(asData(update));
  }

  private sendToAll(text: string): void {
    for (const stream of this.streams) stream.write(text);
  }

  private stayAwake(): void {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => void this.close('idle'), (this.options.idleSeconds ?? IDLE_SECONDS) * 1000).unref();
  }
}

interface Route {
  readonly method: 'GET' | 'POST';
  readonly run: (request: IncomingMessage, response: ServerResponse) => void;
}

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'microphone=(self), camera=(), geolocation=(), display-capture=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;

/** A worklet's script can't carry a nonce; `'self'` lets it in, and there are no other scripts here than the page's two. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'self'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

function withToken(url: URL, token: string): string {
  url.searchParams.set('token', token);
  return url.href;
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8` }).end(text);
}

/** The functions keep signs of a translation from being read as patterns. */
function filled(html: string, nonce: string): string {
  return html
    .replaceAll('{{nonce}}', nonce)
    .replace('{{language}}', () => currentLocale().tag)
    .replace('{{locale}}', () => localeElement());
}

/** Says no without a reason, and reads nothing more of the request. */
function refuse(response: ServerResponse, status: number): void {
  response.setHeader('Connection', 'close');
  send(response, status, 'text/plain', `${status}\n`);
}

/** JSON has no bare line ends, so that one line is one message. */
function asData(update: PageUpdate): string {
  return `data: ${JSON.stringify(update)}\n\n`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A request is a few hundred bytes and comes over loopback, or a tunnel. */
const REQUEST_MS = 10_000;
/** How often it is looked for requests that take longer; without it, one that never ends would hold its connection for half a minute more. */
const CHECK_MS = 1000;
const MOST_HEADER_BYTES = 16_384;

/** Timings of an hour with a sentence every second come to some 400 kB; answers take minutes. */
const MOST_BODY_BYTES = 262_144;

/** A browser opens six connections to a host; this is for two that reload. */
const MOST_CONNECTIONS = 16;
const MOST_STREAMS = 4;

/** Proxies close what is silent for a minute. */
const BEAT_MS = 20_000;

/** How long the last message may take to leave. */
const FLUSH_MS = 500;

const IDLE_SECONDS = 1800;

/** A browser tries again after three seconds. */
const GONE_SECONDS = 30;
