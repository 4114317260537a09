/** What the extension reads and writes beside the answers: transcripts, the glossary and the config file; on a disk or in a file system of an extension. */

import * as vscode from 'vscode';
import type { Running } from '../../client/src/activate.ts';
import { workbench } from '../host/workbenchControl.mjs';
import { assert, closeAll, codes, hoverText, matches, sample, show, textOf, until, untilCodes, write } from './support.ts';

/** The workspace in memory that ./virtual provides. */
export const VIRTUAL_SCHEME = 'interviewfs';

export function defineFilesSuite(host: string): void {
  describe(`Files beside the answers in the ${host} extension host`, () => {
    let document: vscode.TextDocument;

    before(async () => {
      const extension = vscode.extensions.getExtension<Running>('interview-answers.interview-answers');
      assert(extension, 'the extension is installed');
      await extension.activate();
    });

    beforeEach(async () => {
      document = await show(await vscode.workspace.openTextDocument(sample('answers.md')));
      await untilCodes(document.uri, ['duration/over']);
    });

    afterEach(async () => {
      await closeAll();
    });

    it('says on hover what a transcript says about a term', async () => {
      const text = await until('a passage', async () => {
        const found = await hover('backpressure');
        return found.includes('Writing Things Down') && found;
      });
      matches(text, /Telling the sender to slow down/);
      matches(text, /\*\*[^*]*backpressure/i);
    });

    it('goes from a term to the passage', async () => {
      const place = await until('a definition in the talk', async () => {
        const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
          'vscode.executeDefinitionProvider',
          document.uri,
          at('backpressure'),
        );
        const places = found.map((one) => ('targetUri' in one ? { uri: one.targetUri, range: one.targetRange } : one));
        return places.find(({ uri }) => uri.path.endsWith('/transcripts/writing-things-down.md'));
      });
      assert(place.uri.scheme === document.uri.scheme, place.uri.toString());
      const talk = await vscode.workspace.openTextDocument(place.uri);
      matches(talk.getText(place.range), /back ?pressure/i);
    });

    it('lists the transcripts with what they have in common with the answers', async function () {
      if (!workbench.available) this.skip();
      await vscode.commands.executeCommand('interviewAnswers.transcripts.focus');
      await workbench.waitFor('.pane-body .monaco-list-row:has-text("Writing Things Down")');
      await workbench.waitFor('.pane-body .monaco-list-row:has-text("On Call, Honestly")');
      await workbench.click('.pane-body .monaco-list-row:has-text("Writing Things Down") .monaco-tl-twistie', {
        until: { selector: '.pane-body .monaco-list-row:has-text("backpressure")' },
      });
      await workbench.screenshot(`files/transcripts-${document.uri.scheme}.png`);
      await vscode.commands.executeCommand('workbench.action.closeSidebar');
    });

    it('teaches the glossary what a caption heard, by a quick fix', async () => {
      const glossary = sample('glossary.md');
      const before = await textOf(glossary);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(
        document.uri,
        document.lineAt(document.lineCount - 1).range.end,
        '\n## Storage (10 s)\n\nWe read about ZQX and its kin.\n',
      );
      assert(await vscode.workspace.applyEdit(edit), 'the edit to be applied');
      const fix = await until('a quick fix for the glossary', async () => {
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          new vscode.Range(at('ZQX'), at('ZQX')),
        );
        return actions.find(({ title }) => /glossary/i.test(title));
      });
      assert(fix.edit, 'a plain edit');
      assert(await vscode.workspace.applyEdit(fix.edit), 'the fix to be applied');
      const taught = await vscode.workspace.openTextDocument(glossary);
      await taught.save();
      matches(await textOf(glossary), /ZQX/);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await write(glossary, before);
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await until('the answers as they were', () => !document.isDirty && !document.getText().includes('ZQX'));
    });

    it('heeds the config file as soon as it is there, and as soon as it is gone', async () => {
      const config = sample('.interview-answers.json');
      await write(config, '{ "rules": { "duration/over": "off" } }');
      await until('the rule to be silent', () => !codes(document.uri).includes('duration/over'));
      await vscode.workspace.fs.delete(config);
      await untilCodes(document.uri, ['duration/over']);
    });

    it("lets the workspace's own settings win over the config file, and the config file over the user's", async () => {
      const config = sample('.interview-answers.json');
      const settings = vscode.workspace.getConfiguration('interviewAnswers');
      try {
        await settings.update('rules', { 'duration/over': 'off' }, vscode.ConfigurationTarget.Global);
        await until('the rule to be silent', () => !codes(document.uri).includes('duration/over'));
        await write(config, '{ "rules": { "duration/over": "error" } }');
        await until('the file to win', () => severityOf(document.uri, 'duration/over') === vscode.DiagnosticSeverity.Error);
        await settings.update('rules', { 'duration/over': 'information' }, vscode.ConfigurationTarget.Workspace);
        await until('the workspace to win', () => severityOf(document.uri, 'duration/over') === vscode.DiagnosticSeverity.Information);
      } finally {
        await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
        await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
        await vscode.workspace.fs.delete(config);
      }
      await until('the default', () => severityOf(document.uri, 'duration/over') === vscode.DiagnosticSeverity.Warning);
    });

    it('says on its line what is wrong with the config file, and goes on without it', async () => {
      const config = sample('.interview-answers.json');
      await write(config, '{\n  "pace": "fast",\n}\n');
      const [problem] = await until('a problem', () => {
        const found = vscode.languages.getDiagnostics(config).filter(({ source }) => source === 'Interview Answers');
        return found.length > 0 && found;
      });
      assert(problem!.range.start.line === 2, `line 2, not ${problem!.range.start.line}`);
      matches(problem!.message, /^This is not JSON: there is a comma too many\.$/);
      assert(codes(document.uri).includes('duration/over'), 'the findings still there');
      await vscode.workspace.fs.delete(config);
      await until('no problem', () => vscode.languages.getDiagnostics(config).length === 0);
    });

    it('completes settings in the config file', async function () {
      const { extensionUri } = vscode.extensions.getExtension('interview-answers.interview-answers')!;
      // The test host's server lets only the page have what it serves, and there JSON is read elsewhere.
      if (extensionUri.scheme !== 'file' && vscode.env.remoteName !== undefined) this.skip();
      const config = sample('.interview-answers.json');
      await write(config, '{\n  "audie"\n}\n');
      try {
        const json = await show(await vscode.workspace.openTextDocument(config));
        await until('the setting among the completions', async () => {
          const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            json.uri,
            new vscode.Position(1, 4),
          );
          return items.some(({ label }) => (typeof label === 'string' ? label : label.label) === 'audience');
        });
      } finally {
        await vscode.workspace.fs.delete(config);
      }
    });

    it('links a transcript that comes, and forgets one that goes', async () => {
      const talk = sample('transcripts/new-talk.vtt');
      await write(talk, 'WEBVTT\n\n00:10.000 --> 00:14.000\nBackpressure is what tells a client no.\n');
      const isLinked = async (): Promise<boolean> => {
        const places = await vscode.commands.executeCommand<vscode.Location[]>(
          'vscode.executeReferenceProvider',
          document.uri,
          at('backpressure'),
        );
        return places.some(({ uri }) => uri.path === talk.path);
      };
      await until('a passage of it', isLinked);
      await vscode.workspace.fs.delete(talk);
      await until('no passage of it', async () => !(await isLinked()));
    });

    function at(words: string): vscode.Position {
      return document.positionAt(document.getText().indexOf(words) + words.length - 1);
    }

    async function hover(words: string): Promise<string> {
      return hoverText(document.uri, at(words));
    }
  });
}

/** What a workspace on no disk at all is to VS Code, and to the extension. */
export function defineVirtualSuite(host: string): void {
  describe(`A virtual workspace in the ${host} extension host`, () => {
    it('is one, and the extension runs in it', async () => {
      const schemes = vscode.workspace.workspaceFolders?.map(({ uri }) => uri.scheme) ?? [];
      assert(schemes.length > 0 && schemes.every((scheme) => scheme === VIRTUAL_SCHEME), schemes.join());
      const extension = vscode.extensions.getExtension<Running>('interview-answers.interview-answers');
      assert(extension, 'the extension is not switched off by virtualWorkspaces');
      await extension.activate();
    });
  });
}

/** What a folder that nobody trusts may say, and what not. */
export function defineUntrustedSuite(host: string): void {
  describe(`An untrusted workspace in the ${host} extension host`, () => {
    let running: Running;
    let document: vscode.TextDocument;

    before(async () => {
      assert(!vscode.workspace.isTrusted, 'a workspace that is not trusted');
      const extension = vscode.extensions.getExtension<Running>('interview-answers.interview-answers');
      assert(extension, 'the extension is not switched off by untrustedWorkspaces');
      running = await extension.activate();
    });

    beforeEach(async () => {
      document = await show(await vscode.workspace.openTextDocument(sample('answers.md')));
      await untilCodes(document.uri, ['duration/over']);
    });

    afterEach(async () => {
      await closeAll();
    });

    it('has findings, and settings that are about them', async () => {
      const settings = vscode.workspace.getConfiguration('interviewAnswers');
      await settings.update('rules', { 'duration/over': 'error' }, vscode.ConfigurationTarget.Workspace);
      await until('the setting to hold', () => severityOf(document.uri, 'duration/over') === vscode.DiagnosticSeverity.Error);
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
      await until('the default', () => severityOf(document.uri, 'duration/over') === vscode.DiagnosticSeverity.Warning);
    });

    it('can not have the history of rehearsals written into it', async () => {
      const before = running.history.file.toString();
      const settings = sample('.vscode/settings.json');
      await write(settings, '{ "interviewAnswers.rehearsal.history": "workspace", "interviewAnswers.pace": "slow" }');
      await until(
        'the settings to be read',
        () => vscode.workspace.getConfiguration('interviewAnswers', document.uri).get<string>('pace') === 'slow',
      );
      const place = vscode.workspace.getConfiguration('interviewAnswers').get<string>('rehearsal.history');
      assert(place === 'machine', `the history on the machine, not in the ${String(place)}`);
      assert(running.history.file.toString() === before, running.history.file.toString());
      await vscode.workspace.fs.delete(sample('.vscode'), { recursive: true });
    });

    it('can not have it written there by its config file either', async () => {
      const before = running.history.file.toString();
      const config = sample('.interview-answers.json');
      await write(config, '{ "rehearsal": { "history": "workspace" }, "rules": { "duration/over": "error" } }');
      await until('the rest of the file to hold', () => severityOf(document.uri, 'duration/over') === vscode.DiagnosticSeverity.Error);
      await until('the problem to be named', () =>
        vscode.languages.getDiagnostics(config).some(({ message }) => message.includes('is for everybody to set in their own editor')),
      );
      assert(running.history.file.toString() === before, running.history.file.toString());
      await vscode.workspace.fs.delete(config);
      await until('the default', () => severityOf(document.uri, 'duration/over') === vscode.DiagnosticSeverity.Warning);
    });
  });
}

function severityOf(uri: vscode.Uri, code: string): vscode.DiagnosticSeverity | undefined {
  return vscode.languages.getDiagnostics(uri).find((one) => typeof one.code === 'object' && one.code.value === code)?.severity;
}
