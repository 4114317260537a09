/** What a candidate sees in VS Code, in either extension host: findings, hover, outline, fixes, settings. */

import * as vscode from 'vscode';
import { workbench } from '../host/workbenchControl.mjs';
import { words } from '../support/words.ts';
import { assert, closeAll, codes, hoverText, matches, sample, show, until, untilCodes, untitled } from './support.ts';

const EXTENSION = 'interview-answers.interview-answers';
const OVER = `# Why us (10 s)\n\n${words(60)}.\n`;

export function defineEditorSuite(host: string): void {
  describe(`Interview Answers in the ${host} extension host`, () => {
    afterEach(async () => {
      await closeAll();
    });

    it('is activated by a Markdown file', async () => {
      const extension = vscode.extensions.getExtension(EXTENSION);
      assert(extension, 'the extension is installed');
      await show(await vscode.workspace.openTextDocument(sample('answers.md')));
      await until('the extension is active', () => extension.isActive);
    });

    it('reports the times of the sample answers against their targets', async () => {
      const document = await show(await vscode.workspace.openTextDocument(sample('answers.md')));
      const found = await until('findings', () => {
        const list = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Interview Answers');
        return list.length > 2 && list;
      });
      const over = found.find((one) => codeOf(one) === 'duration/over');
      assert(over, `an answer over its target among ${found.map(codeOf).join()}`);
      matches(document.getText(over.range), /\d/);
      assert((over.relatedInformation?.length ?? 0) > 0, 'the word at which the target is reached');
      matches(String((over.code as { target: vscode.Uri }).target), /docs\/rules\/duration-over\.md$/);
    });

    it('shows what the time is made of on hover', async () => {
      const { document } = await shown(OVER, 'duration/over');
      const text = await hoverText(document.uri, new vscode.Position(0, 4));
      matches(text, /to say/);
      matches(text, /Words \| 60/);
    });

    it('shows answers with their times in the outline', async () => {
      const { document } = await shown(OVER, 'duration/over');
      const details = await until('symbols with times', async () => {
        const symbols =
          (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
            'vscode.executeDocumentSymbolProvider',
            document.uri,
          )) ?? [];
        const list = symbols.map(({ name, detail }) => `${name}: ${detail}`);
        return list.some((one) => /^Why us: \d+ s of 10 s$/.test(one)) && list;
      });
      assert(details.length > 0, details.join());
    });

    it('mends a target by a quick fix', async () => {
      const { document } = await shown(OVER, 'duration/over');
      const [over] = vscode.languages.getDiagnostics(document.uri).filter((one) => codeOf(one) === 'duration/over');
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        over!.range,
      );
      const fix = actions.find(({ title }) => title.startsWith('Set the target to'));
      assert(fix?.edit, actions.map(({ title }) => title).join());
      assert(await vscode.workspace.applyEdit(fix.edit), 'the fix to be applied');
      await until('the finding is gone', () => !codes(document.uri).includes('duration/over'));
      matches(document.lineAt(0).text, /^# Why us \(\d+ s\)$/);
    });

    it('follows the text while it is typed', async () => {
      const { document, editor } = await shown(OVER, 'duration/over');
      await editor.edit((edit) => edit.replace(new vscode.Range(0, 10, 0, 12), '90'));
      await untilCodes(document.uri, ['duration/under'], ['duration/over']);
    });

    it('leaves other Markdown alone', async () => {
      const notes = await show(await untitled(`# Notes\n\n${words(200)}.`));
      // The same server answers in order: when it has reported the second document, it was done with the first.
      await shown(OVER, 'duration/over');
      assert(codes(notes.uri).length === 0, codes(notes.uri).join());
    });

    it('works on documents of any scheme', async () => {
      const provider = vscode.workspace.registerTextDocumentContentProvider('elsewhere', { provideTextDocumentContent: () => OVER });
      try {
        const document = await show(await vscode.workspace.openTextDocument(vscode.Uri.parse('elsewhere://host/answers.md')));
        await untilCodes(document.uri, ['duration/over']);
      } finally {
        provider.dispose();
      }
    });

    it('does as the settings say, at once', async () => {
      const { document } = await shown(OVER, 'duration/over');
      const settings = vscode.workspace.getConfiguration('interviewAnswers');
      await settings.update('rules', { 'duration/over': 'off' }, vscode.ConfigurationTarget.Global);
      await until('the rule is silent', () => !codes(document.uri).includes('duration/over'));
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
      await untilCodes(document.uri, ['duration/over']);
    });

    it('starts its server again on command', async () => {
      const { document } = await shown(OVER, 'duration/over');
      await vscode.commands.executeCommand('interviewAnswers.restartServer');
      await untilCodes(document.uri, ['duration/over']);
    });

    it('asks how a word is said, and says it so from then on', async function () {
      if (!workbench.available) this.skip();
      const { document, editor } = await shown('# Why us (10 s)\n\nWe use ZX9.\n', 'duration/under');
      editor.selection = new vscode.Selection(2, 8, 2, 8);
      const done = vscode.commands.executeCommand('interviewAnswers.sayAs');
      await workbench.waitFor('.quick-input-box input');
      await workbench.press('ControlOrMeta+A');
      await workbench.type('zee nine');
      await workbench.press('Enter');
      await done;
      assert(
        vscode.workspace.getConfiguration('interviewAnswers').get<Record<string, string>>('pronunciations')?.['ZX9'] === 'zee nine',
        'the setting to hold the pronunciation',
      );
      const readsIt = async (): Promise<boolean> => (await hoverText(document.uri, new vscode.Position(0, 4))).includes('zee nine');
      await until('the hover reads it so', readsIt);
      await vscode.workspace.getConfiguration('interviewAnswers').update('pronunciations', undefined, vscode.ConfigurationTarget.Workspace);
      // The language client asks for no findings of a document whose name was closed while it still waited for some.
      await until('the hover reads it as before', async () => !(await readsIt()));
    });

    it('shows the time of the answer, and of a selection, in the status bar', async function () {
      if (!workbench.available) this.skip();
      const { editor } = await shown(OVER, 'duration/over');
      editor.selection = new vscode.Selection(2, 3, 2, 3);
      await workbench.waitFor('.statusbar-item:has-text("s of 10 s")');
      editor.selection = new vscode.Selection(2, 0, 2, 30);
      await workbench.waitFor('.statusbar-item:has-text("selection: ")');
    });

    it('says how long after a keystroke the findings are there', async () => {
      const text = Array.from({ length: 20 }, (_, i) => `## Question ${i} (10 s)\n\n${words(100)}.\n`).join('\n');
      const { document, editor } = await shown(text, 'duration/over');
      const times: number[] = [];
      for (let i = 0; i < 15; i++) {
        const changed = new Promise<void>((resolve) => {
          const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
            if (!uris.some((uri) => uri.toString() === document.uri.toString())) return;
            listener.dispose();
            resolve();
          });
        });
        const start = performance.now();
        await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), 'more words '));
        await changed;
        times.push(performance.now() - start);
      }
      times.sort((a, b) => a - b);
      console.log(`      (2,000 words: findings ${times[7]!.toFixed(0)} ms after a keystroke, at most ${times.at(-1)!.toFixed(0)} ms)`);
      assert(
        times.every((time) => time > 0),
        'every keystroke changed the findings',
      );
    });
  });
}

async function shown(content: string, code: string): Promise<{ document: vscode.TextDocument; editor: vscode.TextEditor }> {
  const document = await untitled(content);
  const editor = await vscode.window.showTextDocument(document);
  await untilCodes(document.uri, [code]);
  return { document, editor };
}

function codeOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}
