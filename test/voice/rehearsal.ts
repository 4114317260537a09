/** A rehearsal in a real browser: builds the page, serves it, opens it, and waits for what it tells. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { serveRehearsal, type PageFiles, type RehearsalOptions } from '../../client/src/rehearsal/loopbackServer.ts';
import type { PageEvent, Script } from '../../client/src/rehearsal/page/messages.ts';
import type { Browser } from './browser.mjs';

const REHEARSAL = path.join(import.meta.dirname, '../../client/src/rehearsal');

/** The page as it is shipped. */
export async function buildPage(): Promise<PageFiles> {
  const bundle = async (name: string) => {
    const { outputFiles } = await build({
      entryPoints: [path.join(REHEARSAL, name)],
      bundle: true,
      minify: true,
      platform: 'browser',
      target: 'es2022',
      format: 'iife',
      write: false,
    });
    return outputFiles[0]!.text;
  };
  const text = (name: string) => readFileSync(path.join(REHEARSAL, 'page', name), 'utf8');
  return {
    html: text('index.html'),
    css: text('page.css'),
    script: await bundle('page/browser/page.ts'),
    worklet: await bundle('voice/browser/worklet.ts'),
  };
}

/** Serves a script and opens it; `firstScript` runs in the page before its own. */
export async function openRehearsal(
  browser: Browser,
  options: Pick<RehearsalOptions, 'files' | 'script'> & Partial<RehearsalOptions>,
  look = {},
  firstScript?: string,
) {
  const events: PageEvent[] = [];
  const waiting: { readonly type: string; readonly resolve: (event: PageEvent) => void }[] = [];
  let onClosed: (reason: string) => void;
  const closed = new Promise<string>((resolve) => (onClosed = resolve));
  const server = await serveRehearsal({
    ...options,
    onEvent: (event) => {
      events.push(event);
      for (const { type, resolve } of waiting) if (type === event.type) resolve(event);
    },
    onClose: (reason) => onClosed(reason),
  });
  const page = await browser.newPage(look);
  const troubles: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  if (firstScript !== undefined) await page.addInitScript(firstScript);
  await page.goto(server.url);
  /** The first event of a kind, now or later. */
  const event = <T extends PageEvent['type']>(type: T): Promise<Extract<PageEvent, { type: T }>> =>
    new Promise((resolve) => {
      const found = events.find((one) => one.type === type);
      if (found) resolve(found as Extract<PageEvent, { type: T }>);
      else waiting.push({ type, resolve: resolve as (event: PageEvent) => void });
    });
  const text = (id: string) => page.evaluate<string>(`document.getElementById('${id}').textContent`);
  const shows = (id: string, part: string) => page.locator(`#${id}`, { hasText: part }).waitFor({ state: 'attached', timeout: 10_000 });
  return { page, server, events, event, closed, troubles, requests, text, shows };
}

export function scriptOf(sentences: readonly string[], seconds: readonly number[], more: Partial<Script> = {}): Script {
  return {
    id: 'run-1',
    title: 'Tell me about a project',
    language: 'en',
    sentences: sentences.map((text, i) => ({ text, seconds: seconds[i]! })),
    silenceSeconds: 2,
    warnAt: 0.9,
    overAt: 1,
    ...more,
  };
}
