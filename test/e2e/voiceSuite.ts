/** Rehearsing by voice, in the user's own browser and in the panel, with a microphone that plays a synthetic voice. */

import axe from 'axe-core';
import * as vscode from 'vscode';
import { workbench } from '../host/workbenchControl.mjs';
import type { SpokenAnswer } from '../voice/answer.ts';
import { accessible } from './rehearsalSuite.ts';
import { assert, closeAll, show, until } from './support.ts';

/** Set when the suites are bundled; null without a microphone. */
declare const E2E_SPEECH: SpokenAnswer | null;

const VIEW = { webview: 0 } as const;
/** The page that the workbench has opened. */
const PAGE = { tab: 1 } as const;
/** What is said, and the silence behind it, on a machine under load. */
const UNTIL_SAID = 60_000;

export function defineVoiceSuite(): void {
  describe('Rehearsing by voice', function () {
    this.timeout(180_000);

    before(function () {
      if (!workbench.available || E2E_SPEECH === null) this.skip();
    });

    afterEach(async () => {
      await workbench.closeTabs();
      await closeAll();
    });

    it('times an answer on a page in the browser, and keeps the run in the history', async () => {
      await write();
      await vscode.commands.executeCommand('interviewAnswers.rehearseInBrowser');
      await listen();
      await workbench.waitFor('#go:text-is("Pause")', { ...PAGE, timeout: UNTIL_SAID });
      await accessiblePage('a run on the page');
      await workbench.waitFor('#state:has-text("Done")', { ...PAGE, timeout: UNTIL_SAID });
      await accessiblePage('the page after a run');
      await workbench.closeTabs();
      // The run is in the panel, with the times of its sentences.
      await workbench.waitFor('.report', VIEW);
      await saidAsLongAsItIs();
      await workbench.waitFor('.sentences tbody tr:nth-child(3)', VIEW);
      await accessible('the report of a run by voice');
      await workbench.screenshot('voice-report.png');
      await workbench.press('k', { until: { selector: '.report :text("Kept.")', ...VIEW } });
      await inHistory();
    });

    it('closes the page when it is asked for again, and opens it by a link that works once', async () => {
      await write();
      await vscode.commands.executeCommand('interviewAnswers.rehearseInBrowser');
      await workbench.waitFor('#sentences li', PAGE);
      await vscode.commands.executeCommand('interviewAnswers.rehearseInBrowser');
      await workbench.waitFor('#state:has-text("rehearsal is over")', PAGE);
      await workbench.waitFor('#go:disabled', PAGE);
      await workbench.waitFor('#sentences li:has-text("billing")', { tab: 2 });
      await vscode.commands.executeCommand('interviewAnswers.copyPageLink');
      const link = await vscode.env.clipboard.readText();
      assert(link.startsWith('http://127.0.0.1:'), `a link to this machine, and not ${link}`);
      assert((await fetch(link)).status === 403, 'the link to be used up');
    });

    it('goes from the panel to the page, and a discarded run teaches nothing', async () => {
      await write();
      await rehearseInPanel();
      await workbench.press('b', { until: { selector: '#sentences li', ...PAGE } });
      await workbench.press('Space', PAGE);
      await workbench.waitFor('#go:text-is("Pause")', PAGE);
      await until(
        'a second to pass',
        async () => (await workbench.evaluate('document.getElementById("clock").textContent', PAGE)) !== '0:00',
      );
      await workbench.press('Escape', { ...PAGE, until: { selector: '#state:has-text("Done")', ...PAGE } });
      await workbench.closeTabs();
      await workbench.waitFor('.report :text("it ended before the end of the text")', VIEW);
      await workbench.press('d', { until: { selector: '.report :text("Discarded.")', ...VIEW } });
    });

    it('times an answer in the panel, where that may use the microphone', async () => {
      await write();
      await rehearseInPanel();
      await workbench.press('v', { until: { selector: '.voice canvas', ...VIEW } });
      await workbench.waitFor('.phase:has-text("Waiting for your first word")', VIEW);
      await workbench.waitFor('.controls .primary:text-is("Pause")', { ...VIEW, timeout: UNTIL_SAID });
      await accessible('a run by voice');
      await workbench.screenshot('voice-panel.png');
      await workbench.waitFor('.report', { ...VIEW, timeout: UNTIL_SAID });
      await saidAsLongAsItIs();
      await workbench.press('k', { until: { selector: '.report :text("Kept.")', ...VIEW } });
      await inHistory();
    });

    it('shows the page in light, dark and high contrast, and at 200 %', async () => {
      await write();
      for (const [name, features] of Object.entries(LOOKS)) {
        await vscode.commands.executeCommand('interviewAnswers.rehearseInBrowser');
        await workbench.waitFor('#sentences li', PAGE);
        await workbench.media(features, PAGE);
        await listen();
        await workbench.waitFor('#go:text-is("Pause")', { ...PAGE, timeout: UNTIL_SAID });
        await accessiblePage(`the page in ${name}`);
        await workbench.screenshot(`page-${name}.png`, PAGE);
        await workbench.evaluate('void (document.documentElement.style.zoom = 2)', PAGE);
        const overflow = await workbench.evaluate('document.documentElement.scrollWidth > innerWidth + 1', PAGE);
        assert(overflow === false, 'nothing to be cut off at 200 %');
        await workbench.screenshot(`page-${name}-zoomed.png`, PAGE);
        await workbench.press('Escape', { ...PAGE, until: { selector: '#state:has-text("Done")', ...PAGE } });
        await workbench.closeTabs();
        await workbench.waitFor('.report', VIEW);
        await workbench.press('d', { until: { selector: '.report :text("Discarded.")', ...VIEW } });
        await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
      }
    });
  });
}

const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'high-contrast': { colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' },
  'high-contrast-light': { colorScheme: 'light', forcedColors: 'active' },
} as const;

/** A new answer that says what the microphone plays. */
async function write(): Promise<void> {
  const content = `# Tell me about a project (10 s)\n\n${E2E_SPEECH!.sentences.join(' ')}\n`;
  await show(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
}

async function rehearseInPanel(): Promise<void> {
  await vscode.commands.executeCommand('interviewAnswers.rehearse');
  await workbench.waitFor('.controls button:text-is("By voice")', VIEW);
  await until(
    'the focus in the panel',
    async () => (await workbench.evaluate('document.hasFocus() && document.activeElement.className', VIEW)) === 'stage',
  );
}

/** Has the page listen: it does so by itself only where the browser needs no key first. */
async function listen(): Promise<void> {
  await workbench.waitFor('#state:text-matches("^Listening|M to start by voice")', { ...PAGE, timeout: UNTIL_SAID });
  const state = String(await workbench.evaluate('document.getElementById("state").textContent', PAGE));
  if (!state.startsWith('Listening')) await workbench.press('m', { ...PAGE, until: { selector: '#meter', ...PAGE } });
}

/** The report's time is within 5 % of what was played, and so is its time of speech. */
async function saidAsLongAsItIs(): Promise<void> {
  const facts = String(await workbench.evaluate('document.querySelector(".facts").innerText', VIEW));
  const shown = (name: string): number => Number(new RegExp(`${name}\\s+([\\d.]+) s`).exec(facts)?.[1]);
  // Whole seconds are shown.
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 0.05 * b + 0.5;
  const { seconds, speechSeconds } = E2E_SPEECH!;
  assert(isNear(shown('Time'), seconds), `${seconds} s, and not: ${facts}`);
  assert(isNear(shown('Speaking'), speechSeconds), `${speechSeconds} s of speech, and not: ${facts}`);
}

/** The history has the run; it is deleted again. */
async function inHistory(): Promise<void> {
  const row = `.history tbody tr:has(td:has-text("${Math.round(E2E_SPEECH!.seconds)} s"))`;
  await workbench.press('h', { until: { selector: row, ...VIEW } });
  await workbench.click(`${row} button`, VIEW);
  await workbench.click(`${row} button.danger`, { ...VIEW, until: { selector: row, ...VIEW, state: 'detached' } });
}

/** Fails with what axe-core finds on the page. Its policy lets in no script but its own, and none is made from text here. */
async function accessiblePage(what: string): Promise<void> {
  const found = await workbench.evaluate(
    `(() => { ${axe.source}; return axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ' at ' + nodes.map(({ target }) => target).join(', '))); })()`,
    PAGE,
  );
  assert(Array.isArray(found) && found.length === 0, `nothing wrong with ${what}, but not: ${String(found)}`);
}
