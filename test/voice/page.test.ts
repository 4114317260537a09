/** The rehearsal page in a real Chromium without a microphone: by key alone, and with nothing but its own server to talk to. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageFiles } from '../../client/src/rehearsal/loopbackServer.ts';
import { openBrowser, type Browser } from './browser.mjs';
import { buildPage, openRehearsal, scriptOf } from './rehearsal.ts';

const SCRIPT = scriptOf(['<b>One</b> & one.', 'Two.', 'Three.'], [30, 30, 30], { targetSeconds: 90 });

let files: PageFiles;
let browser: Browser;

beforeAll(async () => {
  [files, browser] = await Promise.all([buildPage(), openBrowser()]);
}, 240_000);

afterAll(() => browser.close());

test('without permission everything works by key, and the page says so', async () => {
  const { page, event, events, closed, shows, text, troubles } = await openRehearsal(browser, { files, script: SCRIPT });
  expect(await event('ready')).toEqual({ type: 'ready', id: 'run-1', hasMicrophone: false });
  await shows('state', 'Press Space to start');
  await page.keyboard.press('m');
  await shows('state', 'Everything works from the keyboard');
  await page.keyboard.press(' ');
  expect((await event('started')).by).toBe('keys');
  await shows('go', 'Pause');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(`document.querySelector('[aria-current]').textContent`)).toBe('Three.');
  await page.keyboard.press('ArrowUp');
  expect(await page.evaluate(`document.querySelector('[aria-current]').textContent`)).toBe('Two.');
  await page.keyboard.press(' ');
  await event('paused');
  await shows('state', 'Paused');
  await page.keyboard.press(' ');
  await event('resumed');
  await page.keyboard.press('Escape');
  const { reason, timings } = await event('ended');
  expect([reason, timings.measuredBy === 'keys' && timings.steps.map(({ by }) => by)]).toEqual(['key', [1, 1, -1]]);
  expect(await closed).toBe('ended');
  expect(await text('state')).toContain('Done');
  expect(events.map(({ type }) => type)).toEqual(['ready', 'started', 'paused', 'resumed', 'ended']);
  expect(troubles).toEqual([]);
});

test('buttons do what the keys do, and space on a button presses it once', async () => {
  const { page, event, events, server } = await openRehearsal(browser, { files, script: SCRIPT });
  await event('ready');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.id')).toBe('go');
  await page.keyboard.press(' ');
  await event('started');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.id')).toBe('end');
  await page.keyboard.press('Enter');
  await event('ended');
  expect(events.map(({ type }) => type)).toEqual(['ready', 'started', 'ended']);
  await server.close();
});

test('text is shown as text, the token leaves the address, and nothing is asked of anybody else', async () => {
  const { page, event, requests, server, text, troubles } = await openRehearsal(browser, { files, script: SCRIPT });
  await event('ready');
  expect(await page.evaluate(`document.querySelector('#sentences li').textContent`)).toBe('<b>One</b> & one.');
  expect(await text('title')).toBe('Tell me about a project');
  expect(page.url()).not.toContain('token');
  const { origin, pathname } = new URL(server.url);
  const strangers = requests.filter((url) => !url.startsWith(origin + pathname) && url !== `${origin}/favicon.ico`);
  expect(strangers).toEqual([]);
  expect(troubles).toEqual([]);
  expect(await page.evaluate('document.body.textContent')).toContain('Audio never leaves this page and is never stored.');
  await server.close();
});

test('the policy of the page lets in neither scripts nor styles nor connections of others', async () => {
  const { page, event, server, troubles } = await openRehearsal(browser, { files, script: SCRIPT });
  await event('ready');
  const outcome = await page.evaluate<string[]>(`(async () => {
    const tried = [];
    const note = (name) => (error) => tried.push(name + ': ' + (error ? 'refused' : 'let in'));
    await fetch('http://127.0.0.1:9/').then(() => note('fetch')(), note('fetch'));
    try { document.body.innerHTML = '<p>'; note('innerHTML')(); } catch (error) { note('innerHTML')(error); }
    const script = document.createElement('script');
    await new Promise((resolve) => { script.onerror = (error) => resolve(note('script')(error)); script.onload = () => resolve(note('script')());
      try { script.src = 'http://127.0.0.1:9/x.js'; document.body.append(script); } catch (error) { resolve(note('script')(error)); } });
    const style = document.createElement('style');
    style.textContent = 'body { color: rgb(1, 2, 3) }';
    document.head.append(style);
    note('style')(getComputedStyle(document.body).color === 'rgb(1, 2, 3)' ? undefined : true);
    return tried;
  })()`);
  expect(outcome).toEqual(['fetch: refused', 'innerHTML: refused', 'script: refused', 'style: refused']);
  expect(troubles.length).toBeGreaterThan(0);
  await server.close();
});

test('a page of another origin gets nothing out of the server, even where the browser has the cookie', async () => {
  const first = await openRehearsal(browser, { files, script: SCRIPT });
  await first.event('ready');
  const other = await openRehearsal(browser, { files: { ...files, html: '<!doctype html><title>other</title>' }, script: SCRIPT });
  const target = new URL(first.server.url);
  const events = `${target.origin}${target.pathname}events`;
  const outcome = await other.page.evaluate<string>(
    `fetch(${JSON.stringify(events)}, { method: 'POST', headers: { 'Content-Type': 'application/json' }, credentials: 'include',
       body: '{"type":"discarded","id":"run-1"}' }).then((response) => 'let in', () => 'refused')`,
  );
  expect(outcome).toBe('refused');
  expect(first.events.map(({ type }) => type)).toEqual(['ready']);
  await first.server.close();
  await other.server.close();
});

test('a page that is left ends its run', async () => {
  const { page, event } = await openRehearsal(browser, { files, script: SCRIPT });
  await event('ready');
  await page.keyboard.press(' ');
  await event('started');
  await page.close({ runBeforeUnload: true });
  expect((await event('ended')).reason).toBe('left');
});

test('another script replaces the first on the same page', async () => {
  const { event, server, shows, page } = await openRehearsal(browser, { files, script: SCRIPT, closesAfterRun: false });
  await event('ready');
  await page.keyboard.press(' ');
  await page.keyboard.press('Escape');
  await event('ended');
  server.show({ ...SCRIPT, id: 'run-2', title: 'Why us?' });
  await shows('title', 'Why us?');
  await shows('state', 'Press Space to start');
  await shows('clock', '0:00');
  await server.close();
  await shows('state', 'over');
});
