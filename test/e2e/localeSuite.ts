/** What a user sees in the editor's own language: English, or the one of the run (`E2E_LOCALE=de`), from the manifest to the panels. */

import * as vscode from 'vscode';
import type { Running } from '../../client/src/activate.ts';
import { workbench } from '../host/workbenchControl.mjs';
import { escapeRegExp } from '../support/escapeRegExp.ts';
import { words } from '../support/words.ts';
import { assert, closeAll, sample, show, until, untitled, untilCodes } from './support.ts';

const FILE = `# Us\n\n## Why us (10 s)\n\n${words(60)}.\n\n## Why now (30 s)\n\nNow.\n`;

export function defineLocaleSuite(host: string): void {
  describe(`Languages in the ${host} extension host`, () => {
    let running: Running;
    let texts: Readonly<Record<string, string>>;

    before(async () => {
      await show(await vscode.workspace.openTextDocument(sample('answers.md')));
      const extension = vscode.extensions.getExtension<Running>('interview-answers.interview-answers');
      assert(extension, 'the extension is installed');
      running = await extension.activate();
      const { language } = vscode.env;
      const name = language === 'en' || language.startsWith('en-') ? 'package.nls.json' : `package.nls.${language}.json`;
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, name));
      texts = JSON.parse(new TextDecoder().decode(bytes)) as typeof texts;
    });

    afterEach(async () => {
      await closeAll();
    });

    /** What a sentence is in the editor's language. */
    function said(sentence: string, ...values: readonly string[]): string {
      return vscode.l10n.t(sentence, ...values);
    }

    it('the manifest has the texts of the editor’s language', () => {
      const { packageJSON } = vscode.extensions.getExtension('interview-answers.interview-answers')!;
      const { commands, configuration } = (packageJSON as { contributes: Manifest }).contributes;
      const titleOf = (id: string): string => {
        const title: string | { value: string } = commands.find(({ command }) => command === id)!.title;
        return typeof title === 'string' ? title : title.value;
      };
      assert(titleOf('interviewAnswers.rehearse') === texts['command.rehearse'], titleOf('interviewAnswers.rehearse'));
      const pace = configuration[0]!.properties['interviewAnswers.pace']!.markdownDescription;
      assert(pace === texts['setting.pace'], pace);
    });

    it('findings, lenses and the tree are in the editor’s language', async () => {
      const document = await untitled(FILE);
      await show(document);
      await untilCodes(document.uri, ['duration/over']);
      const { message } = vscode.languages
        .getDiagnostics(document.uri)
        .find(({ code }) => (code as { value: string }).value === 'duration/over')!;
      const sentence = 'About {1} to say (likely {2} to {3}), {4} over the target of {5}: cut about {0} words.';
      assert(patternOf(said(sentence)).test(message), message);
      const lenses = await until('the lenses', async () => {
        const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
        return found.length > 0 && found;
      });
      const titles = lenses.map(({ command }) => command!.title);
      assert(titles.includes(said('Rehearse')), titles.join(' | '));
      assert(
        titles.some((title) => patternOf(said('{0} of {1}')).test(title)),
        titles.join(' | '),
      );
      await until('the tree', () => running.overview.view.getChildren().length > 0);
      const [first] = running.overview.view.getChildren();
      const node = running.overview.view.getChildren(first)[0]!;
      const described = running.overview.view.getTreeItem(node).description as string;
      assert(described.includes(said('over')), described);
    });

    it('the overview is in the editor’s language', async function () {
      if (!workbench.available) this.skip();
      await show(await untitled(FILE));
      await until('the outline', () => running.overview.source.current?.result.answers.length === 3);
      await vscode.commands.executeCommand('interviewAnswers.showOverview');
      const tag = vscode.env.language.startsWith('en') ? 'en' : vscode.env.language;
      await workbench.waitFor(`html[lang="${tag}"] th:has-text(${JSON.stringify(said('Findings'))})`, {
        webview: 0,
        // A narrow panel leaves columns out.
        state: 'attached',
      });
      await workbench.screenshot(`locale-${host}-${vscode.env.language}.png`);
    });
  });
}

interface Manifest {
  readonly commands: readonly { readonly command: string; readonly title: string | { readonly value: string } }[];
  readonly configuration: readonly { readonly properties: Readonly<Record<string, { readonly markdownDescription: string }>> }[];
}

/** What a sentence with places can come to. */
function patternOf(sentence: string): RegExp {
  const parts = sentence.split(/\{\d\}/).map(escapeRegExp);
  return new RegExp(`^${parts.join('.+')}$`);
}
