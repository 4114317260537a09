/** Takes pictures of the editor in every kind of theme: for people to look at, and for the README. */

import * as vscode from 'vscode';
import { workbench } from '../host/workbenchControl.mjs';
import { closeAll, sample, show, untilCodes } from './support.ts';

export const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;

export function defineScreenshotSuite(): void {
  describe('The editor in pictures', () => {
    for (const [name, theme] of Object.entries(THEMES)) {
      it(name, async function () {
        if (!workbench.available) this.skip();
        await vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, vscode.ConfigurationTarget.Global);
        const document = await show(await vscode.workspace.openTextDocument(sample('answers.md')));
        await untilCodes(document.uri, ['duration/over']);
        await vscode.commands.executeCommand('workbench.actions.view.problems');
        await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
        const over = vscode.languages
          .getDiagnostics(document.uri)
          .find(({ code }) => typeof code === 'object' && code.value === 'duration/over')!;
        const editor = vscode.window.activeTextEditor!;
        editor.selection = new vscode.Selection(over.range.start, over.range.start);
        editor.revealRange(over.range, vscode.TextEditorRevealType.InCenter);
        await workbench.waitFor('.statusbar-item:has-text(" s of ")');
        await vscode.commands.executeCommand('editor.action.showHover');
        await workbench.waitFor('.monaco-hover:has-text("to say")');
        await workbench.screenshot(`editor-${name}.png`);
        await closeAll();
      });
    }
  });
}
