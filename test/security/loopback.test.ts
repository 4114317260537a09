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
