/** Takes pictures of the sample in the editor, the answers view and the overview, in every kind of theme; the walkthrough shows them. */

import axe from 'axe-core';
import * as vscode from 'vscode';
import { workbench } from '../host/workbenchControl.mjs';
import { assert, closeAll, sample, show, untilCodes, untitled } from './support.ts';

const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;

/** The header of the other view beside the answers. */
const TRANSCRIPTS = '.pane-header[aria-label^="Transcripts"]';

export function defineOverviewScreenshots(): void {
  describe('All answers in pictures', () => {
    let folder: vscode.Uri;

    /** The pictures are small, and show what is ours. */
    async function showExtras(isShown: boolean): Promise<void> {
      for (const key of ['breadcrumbs.enabled', 'editor.minimap.enabled'])
        await vscode.workspace.getConfiguration().update(key, isShown ? undefined : false, vscode.ConfigurationTarget.Global);
    }

    before(async function () {
      if (!workbench.available) this.skip();
      folder = await vscode.commands.executeCommand<vscode.Uri>(
        'interviewAnswers.openSample',
        vscode.Uri.joinPath(sample('answers.md'), '..'),
      );
      await closeAll();
      await showExtras(false);
    });

    after(async () => {
      await closeAll();
      await showExtras(true);
      await workbench.resize(1280, 800);
      await vscode.workspace.fs.delete(folder, { recursive: true });
    });

    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await workbench.screenshot('walkthrough/failed.png');
      await closeAll();
    });

    for (const [name, theme] of Object.entries(THEMES)) {
      it(name, async () => {
        await vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, vscode.ConfigurationTarget.Global);
        await workbench.resize(1000, 620);
        await vscode.commands.executeCommand('workbench.action.closePanel');
        const document = await show(await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'answers.md')));
        await untilCodes(document.uri, ['duration/over']);
        const editor = vscode.window.activeTextEditor!;
        editor.selection = new vscode.Selection(14, 0, 14, 0);
        editor.revealRange(new vscode.Range(0, 0, 0, 0));
        // Before the view has the focus: an editor that loses it gives up asking for lenses.
        await workbench.waitFor('.codelens-decoration:has-text("s of 35 s")', { state: 'attached' });
        await vscode.commands.executeCommand('interviewAnswers.answers.focus');
        await workbench.waitFor('.pane-body .monaco-list-row.selected:has-text("Why Meridian")');
        if ((await workbench.evaluate(`document.querySelector(${JSON.stringify(TRANSCRIPTS)})?.ariaExpanded`)) === 'true') {
          await workbench.click(TRANSCRIPTS, { until: { selector: `${TRANSCRIPTS}[aria-expanded=false]` } });
          // Where the pointer has nothing to say.
          await workbench.click('.part.statusbar', { position: { x: 350, y: 10 } });
        }
        await vscode.commands.executeCommand('interviewAnswers.answers.focus');
        await vscode.commands.executeCommand('notifications.clearAll');
        await workbench.screenshot(`walkthrough/window-${name}.png`);
        await workbench.screenshot(`walkthrough/answers-${name}.png`, { selector: '.part.sidebar' });
        await workbench.screenshot(`walkthrough/editor-${name}.png`, { selector: '.part.editor' });
        await vscode.commands.executeCommand('workbench.action.closeSidebar');
        await vscode.commands.executeCommand('interviewAnswers.showOverview');
        await workbench.waitFor('th[scope=row] button:has-text("Why Meridian")', { webview: 0 });
        await workbench.screenshot(`walkthrough/beside-${name}.png`);
        await vscode.commands.executeCommand('workbench.action.joinAllGroups');
        await vscode.commands.executeCommand('interviewAnswers.showOverview');
        await workbench.waitFor('th[scope=row] button:has-text("Why Meridian")', { webview: 0 });
        await workbench.screenshot(`walkthrough/overview-${name}.png`, { selector: '.part.editor' });
        const violations = await workbench.evaluate(
          `(async () => { ${axe.source}; return (await axe.run()).violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')); })()`,
          { webview: 0 },
        );
        assert((violations as string[]).length === 0, `a page that everybody can read, not one with ${JSON.stringify(violations)}`);
      });
    }

    it('an empty view', async () => {
      await show(await untitled('# Notes\n'));
      await vscode.commands.executeCommand('interviewAnswers.answers.focus');
      await workbench.waitFor('.pane-body .monaco-button:has-text("New Answers File")');
      await workbench.waitFor('.composite-bar .badge[aria-label^="Interview Answers"]', { state: 'hidden' });
      await workbench.screenshot('walkthrough/welcome.png');
    });
  });
}
