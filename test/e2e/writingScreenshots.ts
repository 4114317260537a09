/** Takes pictures of what is shown in the text, in every kind of theme: hints at headings, the time ruler, the faded tail, the colour of terms. */

import * as vscode from 'vscode';
import { workbench } from '../host/workbenchControl.mjs';
import { THEMES } from './screenshotSuite.ts';
import { assert, closeAll, sample, show, until, untilCodes } from './support.ts';

/** With the themes that VS Code 1.139 begins with. */
const ALL_THEMES = { ...THEMES, 'light-2026': 'Light 2026', 'dark-2026': 'Dark 2026' } as const;

const SETTINGS = { headingTime: 'inlayHint', timeRuler: true, fadeOverTarget: true } as const;

export function defineWritingScreenshots(): void {
  describe('Times and terms in the text in pictures', () => {
    const settings = vscode.workspace.getConfiguration('interviewAnswers');

    before(async function () {
      if (!workbench.available) this.skip();
      for (const [key, value] of Object.entries(SETTINGS)) await settings.update(key, value, vscode.ConfigurationTarget.Global);
      await vscode.commands.executeCommand('workbench.action.closeSidebar');
      await vscode.commands.executeCommand('workbench.action.closePanel');
    });

    after(async () => {
      for (const key of Object.keys(SETTINGS)) await settings.update(key, undefined, vscode.ConfigurationTarget.Global);
      await workbench.resize(1280, 800);
    });

    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await workbench.screenshot('writing/failed.png');
      await closeAll();
    });

    for (const [name, theme] of Object.entries(ALL_THEMES)) {
      it(name, async () => {
        await vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, vscode.ConfigurationTarget.Global);
        await workbench.resize(1000, 620);
        const document = await show(await vscode.workspace.openTextDocument(sample('answers.md')));
        await untilCodes(document.uri, ['duration/over']);
        vscode.window.activeTextEditor!.revealRange(new vscode.Range(12, 0, 12, 0), vscode.TextEditorRevealType.AtTop);
        await workbench.waitFor(line('Why Corvid Systems', 's of 30 s'));
        await workbench.waitFor(line('I have read', '10 s', '20 s', '30 s'));
        await workbench.waitFor('.squiggly-inline-unnecessary', { state: 'attached' });
        const [term, prose] = await until('the terms to have a colour of their own', async () => {
          const colours = (await workbench.evaluate(COLOURS)) as readonly (string | null)[];
          return colours[0] !== null && colours[0] !== colours[1] && colours;
        });
        assert(typeof prose === 'string', `the colour of prose beside ${String(term)}`);
        await vscode.commands.executeCommand('notifications.clearAll');
        await workbench.screenshot(`writing/text-${name}.png`, { selector: '.part.editor' });
      });
    }
  });
}

function line(...texts: readonly string[]): string {
  return `.view-lines${texts.map((text) => `:has-text(${JSON.stringify(text)})`).join('')}`;
}

/** The colours of a term that a transcript talks about, and of the words before it. */
const COLOURS = `['backpressure', 'Your approach to'].map((wanted) => {
  const texts = [...document.querySelectorAll('.view-line span')].filter((span) => span.childElementCount === 0);
  const found = texts.find((span) => span.textContent.replaceAll('\\u00a0', ' ').includes(wanted));
  return found === undefined ? null : getComputedStyle(found).color;
})`;
