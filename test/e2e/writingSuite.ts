/** What a candidate sees and is offered while writing, by VS Code's own providers, in either extension host: lenses, hints, folds, selections, completion, snippets. */

import * as vscode from 'vscode';
import { workbench } from '../host/workbenchControl.mjs';
import { words } from '../support/words.ts';
import { assert, closeAll, show, until, untilCodes } from './support.ts';

const OVER = `# Why us (10 s)\n\n${words(60)}.\n\n# What next (30 s)\n\nI want to build systems. They should last.\n`;

export function defineWritingSuite(host: string): void {
  describe(`Writing in the ${host} extension host`, () => {
    const settings = vscode.workspace.getConfiguration('interviewAnswers');

    afterEach(async () => {
      for (const key of ['headingTime', 'timeRuler', 'fadeOverTarget'])
        await settings.update(key, undefined, vscode.ConfigurationTarget.Global);
      await closeAll();
    });

    async function open(content = OVER): Promise<vscode.TextDocument> {
      const document = await show(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
      await untilCodes(document.uri, ['duration/over']);
      return document;
    }

    it('shows the time of a heading in a lens or in a hint, and never in both', async () => {
      const { uri } = await open();
      await until('a lens', async () => (await lenses(uri)).some((title) => /\d+ s of 10 s/.test(title)));
      assert(!(await hints(uri)).some((label) => label.includes('of 10 s')), 'no hint beside the lens');
      await settings.update('headingTime', 'inlayHint', vscode.ConfigurationTarget.Global);
      await until('a hint', async () => (await hints(uri)).some((label) => /\d+ s of 10 s/.test(label)));
      assert(!(await lenses(uri)).some((title) => title.includes('of 10 s')), 'no lens beside the hint');
      await settings.update('headingTime', 'off', vscode.ConfigurationTarget.Global);
      await until('neither', async () => ![...(await lenses(uri)), ...(await hints(uri))].some((text) => text.includes('of 10 s')));
    });

    it('rules the text by time, and fades what is beyond the target, where that is wanted', async () => {
      const { uri } = await open();
      await settings.update('timeRuler', true, vscode.ConfigurationTarget.Global);
      await until('a hint at ten seconds', async () => (await hints(uri)).some((label) => label.includes('10 s')));
      await settings.update('fadeOverTarget', true, vscode.ConfigurationTarget.Global);
      await until('faded text', () =>
        vscode.languages.getDiagnostics(uri).some(({ tags }) => tags?.includes(vscode.DiagnosticTag.Unnecessary) === true),
      );
    });

    it('folds answers, and selects by sentence and answer', async () => {
      const document = await open();
      const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
      assert(
        folds.some(({ start }) => start === 0),
        JSON.stringify(folds),
      );
      const place = document.positionAt(document.getText().indexOf('should'));
      const ranges = await until('ranges', async () =>
        vscode.commands.executeCommand<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [place]),
      );
      const selected: string[] = [];
      for (let at: vscode.SelectionRange | undefined = ranges[0]; at !== undefined; at = at.parent)
        selected.push(document.getText(at.range));
      assert(selected.includes('They should last.'), JSON.stringify(selected));
      assert(
        selected.some((text) => text.startsWith('# What next')),
        JSON.stringify(selected),
      );
    });

    it('completes a target', async () => {
      const document = await open(`${OVER}\n# And then (\n`);
      const list = await until('items', async () => {
        const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          new vscode.Position(8, 12),
          '(',
        );
        const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
        return labels.some((label) => label.includes('30 seconds')) && labels;
      });
      assert(list.length > 1, list.join());
    });

    it('writes a snippet with choices of question and target', async function () {
      if (!workbench.available) this.skip();
      const document = await show(await vscode.workspace.openTextDocument({ language: 'markdown', content: '' }));
      await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name: 'Introduction' });
      await workbench.waitFor('.suggest-widget.visible .monaco-list-row:has-text("Walk me through your CV")');
      await workbench.screenshot(`writing/snippet-${host}.png`);
      await workbench.press(['ArrowDown', 'Enter']);
      await until('the chosen question', () => document.getText().startsWith('## Walk me through your CV (≈ 45 seconds)'));
    });
  });
}

async function lenses(uri: vscode.Uri): Promise<readonly string[]> {
  const found = (await vscode.commands.executeCommand<vscode.CodeLens[] | undefined>('vscode.executeCodeLensProvider', uri, 100)) ?? [];
  return found.map(({ command }) => command?.title ?? '');
}

async function hints(uri: vscode.Uri): Promise<readonly string[]> {
  const whole = new vscode.Range(0, 0, 1000, 0);
  const found = (await vscode.commands.executeCommand<vscode.InlayHint[] | undefined>('vscode.executeInlayHintProvider', uri, whole)) ?? [];
  return found.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
}
