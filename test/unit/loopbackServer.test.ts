/** The rehearsal page's server over real HTTP: what opens it, and all that doesn't. */

import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { closeAll, SCRIPT, send, serve, updates } from '../support/loopbackClient.ts';

const ENDED = {
  type: 'ended',
  id: 'run-1',
  reason: 'key',
  timings: { measuredBy: 'keys', seconds: 9.5, heldSeconds: 0, wasAway: false, steps: [] },
};

afterEach(closeAll);

describe('lets in', () => {
  test('the browser that has the address, and gives it the page', async () => {
    const { enter, url } = await serve();
    const { first } = await enter();
    expect(first.status).toBe(200);
    expect(first.body).toMatch(/^<p nonce="[\w-]{22}">page<\/p>$/);
    expect(first.headers['set-cookie']![0]).toMatch(/^rehearsal=[\w-]{43}; HttpOnly; SameSite=Strict$/);
    expect(url.hostname).toBe('127.0.0.1');
  });

  test('the page that asks for its files', async () => {
    const { call, enter, url } = await serve();
    const { own } = await enter();
    const get = async (name: string) => {
      const { status, headers, body } = await call(url.pathname + name, { headers: own });
      return [status, headers['content-type'], body];
    };
    expect(await get('page.css')).toEqual([200, 'text/css; charset=utf-8', 'p {}']);
    expect(await get('page.js')).toEqual([200, 'text/javascript; charset=utf-8', 'go()']);
    expect(await get('worklet.js')).toEqual([200, 'text/javascript; charset=utf-8', 'work()']);
  });

  test('a page that is loaded again, with or without the used token', async () => {
    const { call, enter, url } = await serve();
    const { cookie } = await enter();
    expect((await call(url.pathname, { headers: { Cookie: cookie } })).status).toBe(200);
    expect((await call(url.pathname + url.search, { headers: { Cookie: `other=1; ${cookie}` } })).status).toBe(200);
  });

  test('events of the page', async () => {
    const { enter, events } = await serve();
    const { post } = await enter();
    expect((await post({ type: 'ready', id: 'run-1', hasMicrophone: true, more: 1 })).status).toBe(204);
    expect((await post({ type: 'started', id: 'run-1', by: 'voice' }, { 'Content-Type': 'application/json; charset=utf-8' })).status).toBe(
      204,
    );
    expect(events).toEqual([
      { type: 'ready', id: 'run-1', hasMicrophone: true },
      { type: 'started', id: 'run-1', by: 'voice' },
    ]);
  });

  test('the page that waits for updates, with the script at once and another one later', async () => {
    const { enter, server, url } = await serve();
    const { own } = await enter();
    const { first, all } = await updates(url, own, 2);
    expect(first).toEqual({ type: 'script', script: SCRIPT });
    server.show({ ...SCRIPT, id: 'run-2' });
    expect((await all)[1]).toEqual({ type: 'script', script: { ...SCRIPT, id: 'run-2' } });
    expect((await updates(url, own, 1)).first).toEqual({ type: 'script', script: { ...SCRIPT, id: 'run-2' } });
  });

  test('by two addresses: the one outside, and that on this machine, with the same token', async () => {
    const { server, url } = await serve({
      asExternal: (local) => Promise.resolve(local.replace(/^http:..[^/]+/, 'https://tunnel.example')),
    });
    const local = new URL(server.localUrl);
    expect(local.hostname).toBe('127.0.0.1');
    expect([local.pathname, local.search]).toEqual([url.pathname, url.search]);
  });

  test('requests by the name that is known outside of this machine, and by the local one', async () => {
    let local = new URL('http://none');
    const asExternal = (url: string) => {
      local = new URL(url);
      return Promise.resolve(`https://tunnel.example/proxy${local.pathname}`);
    };
    const { url } = await serve({ asExternal });
    expect(url.href).toMatch(/^https:..tunnel\.example.proxy.[\w-]+.\?token=[\w-]{43}$/);
    const outside = await send(local, local.pathname + url.search, 'GET', { Host: 'tunnel.example' });
    expect(outside.status).toBe(200);
    const cookie = outside.headers['set-cookie']![0]!.split(';')[0]!;
    const post = (host: string, origin: string) => {
      const headers = { Host: host, Origin: origin, Cookie: cookie, 'Content-Type': 'application/json' };
      return send(local, `${local.pathname}events`, 'POST', headers, '{"type":"discarded","id":"run-1"}');
    };
    expect((await post('tunnel.example', 'https://tunnel.example')).status).toBe(204);
    expect((await post(local.host, local.origin)).status).toBe(204);
    expect((await post('tunnel.example', 'http://tunnel.example')).status).toBe(403);
    expect((await post('tunnel.example.evil.example', 'https://tunnel.example')).status).toBe(403);
  });
});

describe('refuses', () => {
  const rebound = { Host: 'evil.example' };

  test.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.evil.example', '[::1]', ''])(
    'the host "%s"',
    async (host) => {
      const { call, enter, url } = await serve();
      expect((await call(url.pathname + url.search, { headers: { Host: host } })).status).toBe(403);
      const { own } = await enter();
      const withPort = `${host}:${url.port}`;
      if (withPort !== url.host) expect((await call(`${url.pathname}page.js`, { headers: { ...own, Host: withPort } })).status).toBe(403);
    },
  );

  test('a host that is named twice', async () => {
    const { url } = await serve();
    const status = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(url.port), '127.0.0.1', () =>
        socket.write(`GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: evil.example\r\nHost: ${url.host}\r\n\r\n`),
      );
      socket.on('data', (data) => resolve(data.toString().split('\r\n')[0]!));
      socket.on('error', reject);
    });
    expect(status).toMatch(/ 40[03] /);
  });

  test('the right name after a wrong one has not used the token up', async () => {
    const { call, enter, url } = await serve();
    await call(url.pathname + url.search, { headers: rebound });
    expect((await enter()).first.status).toBe(200);
  });

  test.each(['https://evil.example', 'null', 'http://localhost', 'http://127.0.0.1', 'http://127.0.0.1:1'])(
    'the origin %s',
    async (origin) => {
      const { enter, events, call, url } = await serve();
      const { own, post } = await enter();
      expect((await post({ type: 'discarded', id: 'run-1' }, { Origin: origin })).status).toBe(403);
      expect((await call(`${url.pathname}updates`, { headers: { ...own, Origin: origin } })).status).toBe(403);
      expect(events).toEqual([]);
    },
  );

  test('an event without an origin', async () => {
    const { cookie, call, url, events } = await serve().then(async (served) => ({ ...served, ...(await served.enter()) }));
    const headers = { 'Content-Type': 'application/json', Cookie: cookie };
    const answer = await call(`${url.pathname}events`, { method: 'POST', headers, body: '{"type":"discarded","id":"run-1"}' });
    expect([answer.status, events]).toEqual([403, []]);
  });

  test('what another page embeds', async () => {
    const { call, enter, url } = await serve();
    const { own, cookie } = await enter();
    for (const site of ['cross-site', 'same-site']) {
      const script = { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'script' };
      expect((await call(`${url.pathname}page.js`, { headers: { ...own, ...script } })).status).toBe(403);
      const frame = { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe' };
      expect((await call(url.pathname, { headers: { Cookie: cookie, ...frame } })).status).toBe(403);
    }
  });

  test('a token that was used', async () => {
    const { call, enter, url } = await serve();
    await enter();
    const again = await call(url.pathname + url.search);
    expect([again.status, again.headers['set-cookie'], again.body]).toEqual([403, undefined, '403\n']);
  });

  test('a token that was guessed, and whoever has none', async () => {
    const { call, url } = await serve();
    const token = url.searchParams.get('token')!;
    for (const guess of [
      '',
      'x',
      'A'.repeat(43),
      token.slice(0, -1),
      `${token}x`,
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
    ]) {
      expect((await call(`${url.pathname}?token=${guess}`)).status).toBe(403);
    }
    expect((await call(url.pathname)).status).toBe(403);
    for (const name of ['page.js', 'page.css', 'worklet.js', 'updates']) {
      expect((await call(url.pathname + name)).status).toBe(403);
      expect((await call(url.pathname + name + url.search)).status).toBe(403);
    }
  });

  test('a cookie that was guessed', async () => {
    const { call, enter, url } = await serve();
    const { cookie } = await enter();
    for (const guess of ['rehearsal=', 'rehearsal=x', cookie.slice(0, -1), `x${cookie}`, cookie.replace('rehearsal', 'other')]) {
      expect((await call(`${url.pathname}page.js`, { headers: { Cookie: guess } })).status).toBe(403);
    }
  });

  test('other methods', async () => {
    const { call, enter, url } = await serve();
    const { own, cookie } = await enter();
    for (const method of ['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) {
      const { status, headers } = await call(url.pathname, { method, headers: own });
      expect([method, status, headers.allow]).toEqual([method, 405, 'GET']);
    }
    expect((await call(`${url.pathname}events`, { headers: { Cookie: cookie } })).status).toBe(405);
  });

  test('any path that is not in its table', async () => {
    const { call, enter, url } = await serve();
    const { own } = await enter();
    const { pathname } = url;
    const wrong = [
      '/',
      '/page.js',
      pathname.slice(0, -1),
      `${pathname}../page.js`,
      `${pathname}../../etc/passwd`,
      `${pathname}%2e%2e/page.js`,
    ];
    wrong.push(
      `${pathname}page.js/`,
      `${pathname}.//page.js`,
      `${pathname}page%2ejs`,
      `/${pathname}page.js`,
      '*',
      `http://${url.host}${pathname}page.js`,
    );
    wrong.push(`${pathname}..\\page.js`, `${pathname}__proto__`, `${pathname}constructor`);
    for (const path of wrong) expect([path, (await call(path, { headers: own })).status]).toEqual([path, 404]);
  });

  test('a body that is too big, whether it says so or not', async () => {
    const { enter, events } = await serve();
    const { post } = await enter();
    const big = JSON.stringify({ type: 'discarded', id: 'run-1', more: 'x'.repeat(300_000) });
    const said = await post(undefined, { 'Content-Length': String(big.length) }, big).catch(() => ({ status: 413 }));
    const unsaid = await post(undefined, { 'Transfer-Encoding': 'chunked' }, big).catch(() => ({ status: 413 }));
    expect([said.status, unsaid.status, events]).toEqual([413, 413, []]);
    expect((await post({ type: 'discarded', id: 'run-1' })).status).toBe(204);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp', ''])(
    'a body of the type "%s"',
    async (type) => {
      const { enter, events } = await serve();
      const { post } = await enter();
      expect((await post({ type: 'discarded', id: 'run-1' }, { 'Content-Type': type })).status).toBe(415);
      expect(events).toEqual([]);
    },
  );

  test.each([
    'nonsense',
    '[]',
    'null',
    '{"type":"discarded"}',
    '{"type":"other","id":"run-1"}',
    '{"type":"paused","id":"run-1","seconds":-1}',
    '{"type":"paused","id":"run-1","seconds":1e999}',
    '{"type":"ended","id":"run-1","reason":"key","timings":{"measuredBy":"voice","seconds":1,"heldSeconds":0,"wasAway":false,"sentences":[]}}',
    '{"type":"ended","id":"run-1","reason":"key","timings":{"measuredBy":"keys","seconds":1,"heldSeconds":0,"wasAway":false,"steps":[{"seconds":1,"by":0.5}]}}',
  ])('the event %s', async (body) => {
    const { enter, events } = await serve();
    const { post } = await enter();
    expect((await post(undefined, {}, body)).status).toBe(400);
    expect(events).toEqual([]);
  });
});

test('every answer tells the browser to keep nothing, guess nothing and embed nothing', async () => {
  const { call, enter, url } = await serve();
  const { first, own } = await enter();
  const answers = [
    first,
    await call(`${url.pathname}page.js`, { headers: own }),
    await call('/nowhere'),
    await call('/', { headers: { Host: 'x' } }),
  ];
  for (const { headers } of answers) {
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['access-control-allow-origin']).toBeUndefined();
  }
  const nonce = /nonce="([\w-]+)"/.exec(first.body)![1]!;
  expect(first.headers['content-security-policy']).toContain(`script-src 'nonce-${nonce}' 'self'; style-src 'nonce-${nonce}';`);
  const second = await call(url.pathname, { headers: own });
  expect(second.body).not.toBe(first.body);
});

test('two servers share neither port nor secrets nor folder', async () => {
  const [one, other] = [await serve(), await serve()];
  expect(one.url.port).not.toBe(other.url.port);
  expect(one.url.pathname).not.toBe(other.url.pathname);
  expect(one.url.search).not.toBe(other.url.search);
  const { cookie } = await one.enter();
  expect((await other.call(other.url.pathname, { headers: { Cookie: cookie } })).status).toBe(403);
});

describe('closes', () => {
  test('with the run, after the page was told', async () => {
    const { enter, events, url, whenClosed } = await serve();
    const { own, post } = await enter();
    const { all } = await updates(url, own, 2);
    expect((await post(ENDED)).status).toBe(204);
    expect(await whenClosed).toBe('ended');
    expect((await all)[1]).toEqual({ type: 'closing', reason: 'ended' });
    expect(events.at(-1)).toEqual(ENDED);
    await expect(send(url, url.pathname, 'GET', { Host: url.host, ...own })).rejects.toThrow('ECONNREFUSED');
  });

  test('not with the run, if another one may follow', async () => {
    const { enter } = await serve({ closesAfterRun: false });
    const { post } = await enter();
    expect((await post(ENDED)).status).toBe(204);
    expect((await post(ENDED)).status).toBe(204);
  });

  test('when nobody has asked for anything in a while', async () => {
    const { url, whenClosed } = await serve({ idleSeconds: 0.02 });
    expect(await whenClosed).toBe('idle');
    await expect(send(url, url.pathname, 'GET', { Host: url.host })).rejects.toThrow('ECONNREFUSED');
  });

  test('when its page has gone and not come back', async () => {
    const { enter, url, whenClosed } = await serve({ goneSeconds: 0.02 });
    const { own } = await enter();
    await (
      await updates(url, own, 1)
    ).all;
    expect(await whenClosed).toBe('idle');
  });

  test('not when the page comes back, as after a reload', async () => {
    const { enter, events, url } = await serve({ goneSeconds: 60 });
    const { own, post } = await enter();
    await (
      await updates(url, own, 1)
    ).all;
    expect((await updates(url, own, 1)).first).toEqual({ type: 'script', script: SCRIPT });
    expect((await post({ type: 'discarded', id: 'run-1' })).status).toBe(204);
    expect(events).toHaveLength(1);
  });

  test('when told, once, whoever still listens', async () => {
    const { enter, server, url, whenClosed } = await serve();
    const { own } = await enter();
    const { all } = await updates(url, own, 2);
    await Promise.all([server.close(), server.close('idle')]);
    expect(await whenClosed).toBe('closed');
    expect((await all)[1]).toEqual({ type: 'closing', reason: 'closed' });
  });

  test('when its address can not be made out', async () => {
    await expect(serve({ asExternal: () => Promise.reject(new Error('no tunnel')) })).rejects.toThrow('no tunnel');
  });
});
