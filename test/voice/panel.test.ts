/** The rehearsal panel in a real Chromium, outside of VS Code: what it leaves in memory, at 200 % and with reduced motion. */

import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RehearsalSet, ToView } from '../../client/src/rehearsal/view/messages.ts';
import { scriptOf } from '../../server/src/core/rehearsal/script.ts';
import { analysisOf } from '../support/scripts.ts';
import { openBrowser, type Browser } from './browser.mjs';

const ANSWERS = 100;

let browser: Browser;
let files: { readonly script: string; readonly css: string };

beforeAll(async () => {
  [browser, files] = await Promise.all([openBrowser(), buildPanel()]);
}, 240_000);

afterAll(() => browser.close());

test('a hundred answers leave no memory behind', { timeout: 240_000 }, async () => {
  const { page, send } = await openPanel();
  const devtools = await page.context().newCDPSession(page);
  const heap = async (): Promise<number> => {
    // Twice: what is finalised the first time is freed the second.
    await devtools.send('HeapProfiler.collectGarbage');
    await devtools.send('HeapProfiler.collectGarbage');
    return (await devtools.send('Runtime.getHeapUsage')).usedSize;
  };
  const round = async (): Promise<number> => {
    await send(rehearse());
    await page.evaluate(`rehearseAll(${ANSWERS})`);
    return heap();
  };
  // The first round compiles everything and fills every cache.
  await round();
  const before = await round();
  const after = await round();
  console.log(`Heap after 200 answers: ${(before / 1e6).toFixed(2)} MB; after 300: ${(after / 1e6).toFixed(2)} MB`);
  expect(await page.evaluate('records')).toBe(3 * ANSWERS);
  // A kilobyte for each answer would be one that is kept.
  expect(after - before).toBeLessThan(ANSWERS * 1000);
});

test('at 200 % nothing is cut off, whatever is shown', async () => {
  // What 1280 by 800 pixels hold at twice the size.
  const { page, send } = await openPanel({ viewport: { width: 320, height: 400 }, deviceScaleFactor: 2 });
  await send(rehearse());
  const fits = async (what: string) => expect(`${what}: ${await page.evaluate<string>('tooWide()')}`).toBe(`${what}: `);
  await fits('ready');
  await page.keyboard.press('Space');
  await fits('a run');
  await page.keyboard.press('?');
  await fits('the keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await fits('the report');
  await page.keyboard.press('k');
  await page.keyboard.press('h');
  await send({ type: 'history', data: { runs: [], streak: 0, unread: 0, paces: [] }, isAskedFor: true });
  await fits('the history');
});

test('who wants less motion sees nothing move by itself', async () => {
  const moving = `[...document.querySelectorAll('*')].filter((one) => {
    const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one);
    return animationName !== 'none' || transitionDuration.split(', ').some((time) => time !== '0s') || scrollBehavior === 'smooth';
  }).map((one) => one.className)`;
  const { page, send } = await openPanel({ reducedMotion: 'reduce' });
  await send(rehearse());
  await page.keyboard.press('Space');
  expect(await page.evaluate(moving)).toEqual([]);
});

test('what the panel has no right to, and nobody can have, is not offered', async () => {
  const { page, send } = await openPanel();
  await send(rehearse({ hasPage: false }));
  const shown = `[...document.querySelectorAll('.controls button')].filter((one) => !one.hidden).map((one) => one.textContent)`;
  const names = await page.evaluate<string[]>(shown);
  expect(names).toContain('Start');
  for (const name of ['By voice', 'Listen', 'In the browser']) expect(names).not.toContain(name);
  await send(rehearse({ hasPage: true }));
  expect(await page.evaluate<string[]>(shown)).toContain('In the browser');
  await page.keyboard.press('b');
  expect(await page.evaluate('last')).toEqual({ type: 'page', line: 0 });
});

/** A page with the panel's script, and an extension that answers it. */
async function openPanel(look = {}) {
  const page = await browser.newPage(look);
  await page.setContent(`<!doctype html><html lang="en"><title>Rehearse</title><body data-worklet="worklet.js"></body></html>`);
  await page.addStyleTag({ content: files.css });
  await page.addScriptTag({ content: HARNESS });
  await page.addScriptTag({ content: files.script });
  const send = (message: ToView): Promise<unknown> => page.evaluate(`receive(${JSON.stringify(message)})`);
  return { page, send };
}

function rehearse(given: Partial<Extract<ToView, { type: 'rehearse' }>> = {}): ToView {
  return { type: 'rehearse', set: SET, preferences: null, isFresh: true, hiddenSince: null, run: null, hasPage: true, ...given };
}

/** Runs in the page: VS Code's API, a clock that only moves when it is told to, and one who rehearses answer after answer. */
const HARNESS = `
  // Only the last message is kept: the harness must not grow, either.
  let last;
  let records = 0;
  let state;
  let passed = 0;
  const start = Date.now();
  Date.now = () => start + passed;
  const frame = () => new Promise(requestAnimationFrame);
  // Resolves when the panel has taken the message, and drawn.
  function receive(message) {
    return new Promise((resolve) => {
      addEventListener('message', () => frame().then(frame).then(() => resolve()), { once: true });
      postMessage(message, '*');
    });
  }
  function acquireVsCodeApi() {
    return {
      postMessage(message) {
        last = message;
        if (message.type !== 'record') return;
        records++;
        postMessage({ type: 'recorded', isKept: message.kept, problem: null }, '*');
      },
      getState: () => state,
      setState: (value) => (state = JSON.stringify(value)),
    };
  }
  const press = (key) => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  async function rehearseAll(count) {
    for (let i = 0; i < count; i++) {
      press(' ');
      for (let second = 0; second < 4; second++) {
        passed += 1000;
        await frame();
      }
      press('Enter');
      await frame();
      press('k');
      await frame();
      press('n');
      await frame();
    }
  }
  function tooWide() {
    const wide = [...document.querySelectorAll('body *')].filter((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      return width > 0 && (right > innerWidth + 1 || left < -1) && !one.closest('.said');
    });
    return wide.map(({ tagName, className }) => tagName + '.' + className).join(' ');
  }
`;

const SET: RehearsalSet = (() => {
  const text = Array.from(
    { length: ANSWERS },
    (_, i) => `# Question ${i} (10 s)\n\nThe first sentence of ${i} is here. The second one follows it.\n`,
  );
  const analysis = analysisOf(text.join('\n'));
  const items = analysis.answers.map(({ answer }, index) => ({
    title: answer.content.title,
    line: index,
    identity: `id ${index}`,
    script: scriptOf(analysis, { kind: 'answer', index })!,
  }));
  const options = { thresholds: { warning: 0.9, over: 1 }, preRollSeconds: 0, fontSize: 32, mode: 'flow', silenceSeconds: 4 } as const;
  const source = { uri: 'file:///answers.md', kind: 'file', line: 0 } as const;
  return { source, file: 'answers.md', items, first: 0, dueOrder: [], due: 0, unrehearsed: ANSWERS, options };
})();

/** The panel as it is shipped. */
async function buildPanel() {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, '../../client/src/rehearsal/view/app.ts')],
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    write: false,
    outdir: 'out',
  });
  const text = (ending: string): string => outputFiles.find((file) => file.path.endsWith(ending))!.text;
  return { script: text('.js'), css: text('.css') };
}
