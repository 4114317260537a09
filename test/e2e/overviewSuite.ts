/** What a candidate sees of all answers at once, in either extension host: the tree, dragging, the overview, exports, the start. */

import * as vscode from 'vscode';
import type { Running } from '../../client/src/activate.ts';
import { workbench } from '../host/workbenchControl.mjs';
import { words } from '../support/words.ts';
import { assert, closeAll, matches, sample, show, until, untitled } from './support.ts';

const FILE = `# Us\n\n## Why us (10 s)\n\n${words(60)}.\n\n## Why now (30 s)\n\nNow.\n\n# Them\n\n## A question\n\nWhat next?\n`;

export function defineOverviewSuite(host: string): void {
  describe(`All answers at once in the ${host} extension host`, () => {
    let running: Running;

    before(async () => {
      await show(await vscode.workspace.openTextDocument(sample('answers.md')));
      const extension = vscode.extensions.getExtension<Running>('interview-answers.interview-answers');
      assert(extension, 'the extension is installed');
      running = await extension.activate();
    });

    afterEach(async () => {
      await closeAll();
    });

    /** The tree as lines, indented; without the words of a title. */
    function tree(parent?: Node): readonly string[] {
      const { view } = running.overview;
      return view.getChildren(parent).flatMap((node) => {
        const { label, description } = view.getTreeItem(node);
        return [`${label as string}: ${description as string}`, ...tree(node).map((line) => `  ${line}`)];
      });
    }

    /** Waits for a document's outline, and returns its nodes by title. */
    async function opened(content: string): Promise<{ document: vscode.TextDocument; node: (title: string) => Node }> {
      const document = await untitled(content);
      await show(document);
      await current(document);
      return { document, node: nodeOf };
    }

    async function current(document: vscode.TextDocument): Promise<void> {
      await until('the outline of the newest text', () => {
        const outline = running.overview.source.current;
        return outline?.document === document && outline.result.version === document.version;
      });
    }

    function nodeOf(title: string): Node {
      const outline = running.overview.source.current!;
      const index = outline.result.answers.findIndex((row) => row.title === title);
      assert(index >= 0, `an answer "${title}"`);
      return { outline, index };
    }

    it('lists every answer with its time, its findings and the totals', async () => {
      await opened(FILE);
      const lines = tree();
      assert(lines.length === 5, lines.join('\n'));
      matches(lines[0]!, /^Us: \d+ of 40 s · 1 over, 1 under$/);
      matches(lines[1]!, /^ {2}Why us: \d+ of 10 s · over · \d warnings?/);
      matches(lines[2]!, /^ {2}Why now: \d+ of 30 s · under · 1 note$/);
      matches(lines[4]!, /^ {2}A question: \d+ s/);
    });

    it('follows the text, the editor, and leaves other Markdown out', async () => {
      const { document } = await opened(FILE);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, document.lineAt(2).range, '## Why you (90 s)');
      await vscode.workspace.applyEdit(edit);
      await until('the new title', () => tree().some((line) => /Why you: \d+ s of 1 min 30 s · under/.test(line)));
      await opened('# Notes\n\nNo target.\n');
      assert(tree().length === 0, 'no answers');
    });

    it('moves the section of an answer that is dropped on another', async () => {
      const { document, node } = await opened(FILE);
      const data = new vscode.DataTransfer();
      running.overview.view.handleDrag([node('A question')], data);
      await running.overview.view.handleDrop(node('Why us'), data);
      const moved = FILE.replace('## A question\n\nWhat next?\n', '').replace('## Why us', '## A question\n\nWhat next?\n\n## Why us');
      assert(document.getText() === moved, document.getText());
      await vscode.commands.executeCommand('undo');
      await until('one undo to put it back', () => document.getText() === FILE);
    });

    it('moves an answer by command, and refuses what makes no sense', async () => {
      const { document, node } = await opened(FILE);
      await vscode.commands.executeCommand('interviewAnswers.moveAnswerDown', node('Why us'));
      await current(document);
      assert(document.getText().indexOf('## Why now') < document.getText().indexOf('## Why us'), document.getText());
      await vscode.commands.executeCommand('interviewAnswers.moveAnswerDown', node('Why us'));
      const before = document.getText();
      const data = new vscode.DataTransfer();
      running.overview.view.handleDrag([node('Us')], data);
      await running.overview.view.handleDrop(node('Why us'), data);
      assert(document.getText() === before, 'a section not to move into itself');
    });

    it('goes to an answer', async () => {
      const { document, node } = await opened(FILE);
      await vscode.commands.executeCommand('interviewAnswers.goToAnswer', node('A question'));
      await until('the cursor at the heading', () => vscode.window.activeTextEditor?.selection.active.line === 12);
      assert(vscode.window.activeTextEditor?.document === document, 'the editor of the file');
    });

    it('copies an answer as it is said', async () => {
      const { node } = await opened('# A (10 s)\n\nSee *the* [talk](x). [smile]\n');
      await vscode.commands.executeCommand('interviewAnswers.copyAsPlainText', node('A'));
      await until('the text on the clipboard', async () => (await vscode.env.clipboard.readText()) === 'A\n\nSee the talk.');
    });

    it('says in the language status whether the server runs, and shows the answers again when it does', async () => {
      const { document } = await opened(FILE);
      assert(running.status.text === 'Ready', running.status.text);
      await running.client.stop();
      await until('the status to say so', () => running.status.text === 'Stopped');
      await vscode.commands.executeCommand('interviewAnswers.restartServer');
      await until('the status to say so', () => running.status.text === 'Ready');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 4), ' all');
      await vscode.workspace.applyEdit(edit);
      await until('the new title', () => tree()[0]?.startsWith('Us all:') === true);
    });

    it('marks the answer at the cursor in the view', async function () {
      if (!workbench.available) this.skip();
      await opened(FILE);
      await vscode.commands.executeCommand('interviewAnswers.answers.focus');
      await workbench.waitFor('.pane-body .monaco-list-row:has-text("Why us")');
      const editor = await vscode.window.showTextDocument(vscode.window.visibleTextEditors[0]!.document);
      editor.selection = new vscode.Selection(8, 0, 8, 0);
      await workbench.waitFor('.pane-body .monaco-list-row.selected:has-text("Why now")');
    });

    it('goes to an answer that is clicked in the overview, or chosen by key', async function () {
      if (!workbench.available) this.skip();
      await opened(FILE);
      await vscode.commands.executeCommand('interviewAnswers.showOverview');
      await workbench.waitFor('th[scope=row] button:has-text("A question")', { webview: 0 });
      await workbench.click('th[scope=row] button:has-text("A question")', { webview: 0 });
      await until('the cursor at the clicked heading', () => vscode.window.activeTextEditor?.selection.active.line === 12);
      await workbench.evaluate(`document.querySelector('[data-row="4"]').focus()`, { webview: 0 });
      await workbench.press(['ArrowUp', 'ArrowUp', 'Enter']);
      await until('the cursor at the chosen heading', () => vscode.window.activeTextEditor?.selection.active.line === 6);
    });

    it('shows text of the file in the overview as text', async function () {
      if (!workbench.available) this.skip();
      await opened('# \\<img src=x onerror=alert(1)> (10 s)\n\nYes.\n');
      await vscode.commands.executeCommand('interviewAnswers.showOverview');
      await workbench.waitFor('th[scope=row] button:has-text("<img src=x")', { webview: 0 });
      assert((await workbench.evaluate('document.images.length', { webview: 0 })) === 0, 'no image');
    });

    it('saves timeline, cue cards and handout', async () => {
      await opened(FILE);
      const folder = vscode.Uri.joinPath(sample('answers.md'), '../exports');
      for (const [command, name, pattern] of [
        ['exportTimeline', 'a.svg', /^<svg [\s\S]*Why now/],
        ['exportCueCards', 'a.html', /^<!doctype html>[\s\S]*<h2>Why now<\/h2>/],
        ['exportHandout', 'b.html', /^<!doctype html>[\s\S]*What next\?/],
      ] as const) {
        const file = vscode.Uri.joinPath(folder, name);
        await vscode.commands.executeCommand(`interviewAnswers.${command}`, file);
        matches(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), pattern);
      }
      await vscode.workspace.fs.delete(folder, { recursive: true });
    });

    it('copies the sample, never over anything', async () => {
      const parent = vscode.Uri.joinPath(sample('answers.md'), '..');
      const first = await vscode.commands.executeCommand<vscode.Uri>('interviewAnswers.openSample', parent);
      matches(vscode.window.activeTextEditor?.document.getText() ?? '', /Ines Falk/);
      const second = await vscode.commands.executeCommand<vscode.Uri>('interviewAnswers.openSample', parent);
      matches(first.path, /\/interview-sample$/);
      matches(second.path, /\/interview-sample-2$/);
      const talks = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(second, 'transcripts'));
      assert(talks.length === 2, 'two transcripts');
      await closeAll();
      for (const folder of [first, second]) await vscode.workspace.fs.delete(folder, { recursive: true });
    });

    it('makes a new file from a template', async () => {
      await vscode.commands.executeCommand('interviewAnswers.newAnswersFile', 'First Call');
      const editor = await until('an editor with the template', () => {
        const active = vscode.window.activeTextEditor;
        return active?.document.isUntitled === true && active.document.getText().includes('## Why Company (≈ 30 seconds)') && active;
      });
      assert(editor.document.languageId === 'markdown', editor.document.languageId);
    });

    it('imports the selected questions', async function () {
      if (!workbench.available) this.skip();
      const { document } = await opened('# List\n\n1. Why us?\n2. Why now?\n');
      vscode.window.activeTextEditor!.selection = new vscode.Selection(2, 0, 4, 0);
      const done = vscode.commands.executeCommand('interviewAnswers.importQuestions');
      await workbench.waitFor('.quick-input-widget .monaco-list-row:has-text("≈ 1 min")');
      await workbench.press('Enter');
      await done;
      assert(document.getText() === '# List\n\n## Why us? (≈ 1 min)\n\n## Why now? (≈ 1 min)\n', document.getText());
    });
  });
}

type Node = ReturnType<Running['overview']['view']['getChildren']>[number];
