/** What VS Code makes of linked terms, renaming and tasks: its own commands for colours, rename and tasks, in either extension host. */

import * as vscode from 'vscode';
import { assert, closeAll, sample, show, until, untitled } from './support.ts';

export function defineTermsSuite(host: 'Node' | 'web'): void {
  describe(`Terms, headings and tasks in the ${host} extension host`, () => {
    afterEach(async () => {
      await closeAll();
    });

    it('colours the terms that a glossary explains', async () => {
      const { uri } = await show(await vscode.workspace.openTextDocument(sample('answers.md')));
      const legend = await until('a legend', async () =>
        vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>('vscode.provideDocumentSemanticTokensLegend', uri),
      );
      assert(legend.tokenTypes.includes('interviewTerm'), legend.tokenTypes.join());
      await until('coloured terms', async () => {
        const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', uri);
        return (tokens?.data.length ?? 0) > 0;
      });
    });

    it('renames a term in answers and glossary', async () => {
      const document = await show(await vscode.workspace.openTextDocument(sample('answers.md')));
      const at = document.positionAt(document.getText().indexOf('backpressure') + 3);
      const edit = await until('an edit of both files', async () => {
        const found = await renameTo(document.uri, at, 'flow control');
        return (found?.size ?? 0) >= 2 && found;
      });
      const changed = edit.entries().map(([uri]) => uri.path.slice(uri.path.lastIndexOf('/') + 1));
      assert(
        ['answers.md', 'glossary.md'].every((name) => changed.includes(name)),
        changed.join(),
      );
    });

    it('renames a heading with the links to it', async () => {
      const content = '# Why us (10 s)\n\nIt is so.\n\n# More (10 s)\n\nAs in [why](#why-us) and [why](#why-us-10-s).\n';
      const document = await show(await untitled(content));
      const edit = await until('an edit', () => renameTo(document.uri, new vscode.Position(0, 4), 'Why them'));
      assert(await vscode.workspace.applyEdit(edit), 'the edit to be applied');
      const text = document.getText();
      assert(text === content.replace('Why us', 'Why them').replaceAll('#why-us', '#why-them'), text);
    });

    it('goes from a link to its heading, and to one place only', async () => {
      const content = '# Why us (10 s)\n\nIt is so.\n\n# More (10 s)\n\nAs in [why](#why-us-10-s).\n';
      const document = await show(await untitled(content));
      const places = await until('a definition', async () => {
        const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
          'vscode.executeDefinitionProvider',
          document.uri,
          document.positionAt(content.indexOf('#why') + 2),
        );
        return found.length > 0 && found;
      });
      const ranges = places.map((place) => ('targetUri' in place ? (place.targetSelectionRange ?? place.targetRange) : place.range));
      assert(
        ranges.every(({ start }) => start.line === 0),
        JSON.stringify(ranges),
      );
    });

    it('offers tasks, but none where there are no processes or no files on a disk', async () => {
      await show(await vscode.workspace.openTextDocument(sample('answers.md')));
      const tasks = await vscode.tasks.fetchTasks({ type: 'interview-answers' });
      const found = tasks.map(({ definition, problemMatchers }) => `${String(definition['command'])} ${problemMatchers.join()}`);
      const expected =
        host === 'Node' && sample('').scheme === 'file' ? ['check $interview-answers', 'watch $interview-answers-watch'] : [];
      assert(JSON.stringify(found) === JSON.stringify(expected), found.join());
      // The test host has no terminals; what a task runs is there, and runs in the tests of the command line.
      for (const { execution } of tasks) {
        const [cli, command] = (execution as vscode.ProcessExecution).args;
        assert(command === 'check', String(command));
        await vscode.workspace.fs.stat(vscode.Uri.file(cli!));
      }
    });
  });
}

async function renameTo(uri: vscode.Uri, at: vscode.Position, name: string): Promise<vscode.WorkspaceEdit | undefined> {
  try {
    return await vscode.commands.executeCommand<vscode.WorkspaceEdit | undefined>('vscode.executeDocumentRenameProvider', uri, at, name);
  } catch {
    // Refused as long as the glossary is yet to be read.
    return undefined;
  }
}
