/** What others on the machine can try on the rehearsal page's server beyond single requests, which test/unit/loopbackServer.test.ts tries. */

import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { closeAll, serve } from '../support/loopbackClient.ts';

afterEach(closeAll);

/** Opens a connection, sends a part of a request, and resolves with what has come when the other side closes it. */
function unfinished(port: string, part: string): { readonly socket: Socket; readonly closed: Promise<string> } {
  const socket = connect(Number(port), '127.0.0.1', () => socket.write(part));
  const closed = new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (data) => (text += data.toString()));
    socket.on('error', () => undefined).on('close', () => resolve(text));
  });
  return { socket, closed };
}

describe('secrets', () => {
  test('are 256 bits, other each time, and never the same for two uses', async () => {
    const seen = new Set<string>();
    for (let i = 0; i < 20; i++) {
      const { url, enter } = await serve();
      const { cookie } = await enter();
      const token = url.searchParams.get('token')!;
      for (const secret of [token, cookie.split('=')[1]!]) {
        expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
        expect(seen.has(secret)).toBe(false);
        seen.add(secret);
      }
    }
  });

  test('no number of guesses opens the page, or uses the token up', async () => {
    const { call, url, enter } = await serve();
    const token = url.searchParams.get('token')!;
    const guesses = Array.from({ length: 200 }, (_, i) => token.slice(0, i % token.length) + 'A'.repeat(token.length - (i % token.length)));
    for (const guess of guesses.filter((one) => one !== token)) {
      const { status, headers } = await call(`${url.pathname}?token=${guess}`);
      expect([status, headers['set-cookie']]).toEqual([403, undefined]);
    }
    expect((await enter()).first.status).toBe(200);
  });

  test('of two that come with the token at once, one gets in', async () => {
    const { call, url } = await serve();
    const answers = await Promise.all(Array.from({ length: 8 }, () => call(url.pathname + url.search)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403, 403, 403, 403, 403]);
  });
});

describe('requests that are none of a browser', () => {
  /** Sends bytes, and resolves with all that comes back until the connection is closed. */
  function raw(port: string, bytes: string): Promise<string> {
    const { socket, closed } = unfinished(port, bytes);
    socket.setTimeout(15_000, () => socket.destroy());
    return closed;
  }

  /** Somebody who knows the secret folder and the cookie, but is elsewhere. `HOST` and `FOLDER` stand for ours. */
  async function refused(request: string): Promise<void> {
    const { url, enter, events } = await serve();
    const { cookie } = await enter();
    const bytes = request
      .replaceAll('HOST', url.host)
      .replaceAll('PORT', url.port)
      .replaceAll('FOLDER', url.pathname)
      .replaceAll('COOKIE', cookie);
    const answer = await raw(url.port, bytes);
    expect(answer).not.toMatch(/^HTTP\/1\.1 (?:1|2|3)/m);
    expect(answer).not.toContain('go()');
    expect(events).toEqual([]);
  }

  test('the same in order is answered', async () => {
    const { url, enter } = await serve();
    const { cookie } = await enter();
    const request = `GET ${url.pathname}page.js HTTP/1.1\r\nHost: ${url.host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`;
    expect(await raw(url.port, request)).toContain('go()');
  });

  const END = '\r\nCookie: COOKIE\r\nConnection: close\r\n\r\n';
  test.each([
    ['localhost:PORT'],
    ['127.1:PORT'],
    ['2130706433:PORT'],
    ['0x7f.0.0.1:PORT'],
    ['0177.0.0.1:PORT'],
    ['127.0.0.1.:PORT'],
    ['[::ffff:127.0.0.1]:PORT'],
    ['[::1]:PORT'],
    ['0.0.0.0:PORT'],
    ['x@HOST'],
    ['HOST@evil.example'],
    ['HOST, evil.example'],
    ['HOST/'],
    ['HOST#'],
    ['127.0.0.1:0PORT'],
    ['127.0.0.1'],
    ['evil.example'],
  ])('the host %s', (host) => refused(`GET FOLDERpage.js HTTP/1.1\r\nHost: ${host}${END}`));

  test.each([
    ['an address in place of a path', `GET http://HOSTFOLDERpage.js HTTP/1.1\r\nHost: HOST${END}`],
    ['an address elsewhere', `GET http://evil.example/ HTTP/1.1\r\nHost: HOST${END}`],
    ['a tunnel', `CONNECT evil.example:80 HTTP/1.1\r\nHost: HOST${END}`],
    [
      'a web socket of another page',
      `GET FOLDERupdates HTTP/1.1\r\nHost: HOST\r\nUpgrade: websocket\r\nOrigin: http://evil.example\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13${END}`,
    ],
    ['HTTP/2 without being asked', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['no HTTP', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n'],
    ['no host, in the manner of HTTP/1.0', `GET FOLDERpage.js HTTP/1.0${END}`],
    ['a method that is none', `GETT FOLDERpage.js HTTP/1.1\r\nHost: HOST${END}`],
    ['a header folded over lines', `GET FOLDERpage.js HTTP/1.1\r\nHost: evil.example\r\n HOST${END}`],
    [
      'two origins',
      `POST FOLDERevents HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\nOrigin: http://evil.example\r\nContent-Type: application/json\r\nContent-Length: 2${END}{}`,
    ],
    [
      'an origin with a path',
      `POST FOLDERevents HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST/\r\nContent-Type: application/json\r\nContent-Length: 2${END}{}`,
    ],
    [
      'an origin in capitals',
      `POST FOLDERevents HTTP/1.1\r\nHost: HOST\r\nOrigin: HTTP://HOST\r\nContent-Type: application/json\r\nContent-Length: 2${END}{}`,
    ],
    [
      'two lengths',
      `POST FOLDERevents HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\nContent-Type: application/json\r\nContent-Length: 2\r\nContent-Length: 40${END}{}`,
    ],
    ['headers without end', `GET FOLDERpage.js HTTP/1.1\r\nHost: HOST\r\nX: ${'x'.repeat(20_000)}${END}`],
    ['an address without end', `GET FOLDER${'x'.repeat(20_000)} HTTP/1.1\r\nHost: HOST${END}`],
  ])('%s', (_, request) => refused(request));

  test.each([
    ['of a length and in chunks', 'Content-Length: 4\r\nTransfer-Encoding: chunked', '0\r\n\r\n'],
    ['in chunks that are none', 'Transfer-Encoding: xchunked', '0\r\n\r\n'],
    ['in chunks, said oddly', 'Transfer-Encoding : chunked', '0\r\n\r\n'],
  ])('nobody smuggles a second request in a body %s', async (_, header, body) => {
    const { url, enter, events } = await serve();
    const { cookie } = await enter();
    const head = `Host: ${url.host}\r\nOrigin: ${url.origin}\r\nCookie: ${cookie}\r\nContent-Type: application/json`;
    const event = '{"type":"discarded","id":"run-1"}';
    const inner = `POST ${url.pathname}events HTTP/1.1\r\n${head}\r\nContent-Length: ${event.length}\r\nConnection: close\r\n\r\n${event}`;
    const answer = await raw(url.port, `POST ${url.pathname}events HTTP/1.1\r\n${head}\r\n${header}\r\n\r\n${body}${inner}`);
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(events).toEqual([]);
  });

  test('of two tokens the first counts, and a wrong one in front uses up nothing', async () => {
    const { call, url, enter } = await serve();
    const token = url.searchParams.get('token')!;
    for (const query of [
      `token=x&token=${token}`,
      `TOKEN=${token}`,
      `token[]=${token}`,
      `x?token=${token}`,
      `token=${token}%00`,
      `token= ${token}`.replace(' ', '+'),
    ])
      expect([query, (await call(`${url.pathname}?${query}`)).status]).toEqual([query, 403]);
    expect((await enter()).first.status).toBe(200);
  });
});

describe('connections that never finish', () => {
  test.each([
    ['headers', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: '],
    ['nothing at all', ''],
    ['a body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nx'],
  ])('are closed: %s', async (_, part) => {
    const { url } = await serve();
    // Waits for the other side; the test's own limit is far above the server's.
    expect(await unfinished(url.port, part).closed).not.toContain('200 OK');
  });

  test('keep nobody out for good', async () => {
    const { url, enter } = await serve();
    const many = Array.from({ length: 40 }, () => unfinished(url.port, 'GET / HTTP/1.1\r\nX-A: '));
    await Promise.all(many.map(({ closed }) => closed));
    expect((await enter()).first.status).toBe(200);
  });
});
