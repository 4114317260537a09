/** Which commands the palette offers, and where: what needs answers is not offered where there are none. */

import * as vscode from 'vscode';
import { workbench } from '../host/workbenchControl.mjs';
import { closeAll, sample, show, until, untilCodes, untitled } from './support.ts';

/** What a user can begin with, whatever is open. */
const ANYWHERE = ['importQuestions', 'indexTranscripts', 'newAnswersFile', 'openSample', 'rehearsalHistory', 'restartServer', 'showLog'];

const IN_ANSWERS = [
  'copyAsPlainText',
  'exportCueCards',
  'exportHandout',
  'exportTimeline',
  'mockInterview',
  'moveAnswerDown',
  'moveAnswerUp',
  'rehearse',
  'rehearseFile',
  'rehearseSection',
  'sayAs',
  'showOverview',
];

export function defineCommandsSuite(host: string): void {
  describe(`Commands in the ${host} extension host`, () => {
    const { commands } = (vscode.extensions.getExtension('interview-answers.interview-answers')!.packageJSON as Manifest).contributes;

    before(async function () {
      if (!workbench.available) this.skip();
      await workbench.resize(1280, 2000);
    });

    after(() => workbench.resize(1280, 800));

    afterEach(async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await closeAll();
    });

    it('are offered for answers where there are some', async () => {
      const document = await show(await vscode.workspace.openTextDocument(sample('answers.md')));
      await untilCodes(document.uri, ['duration/over']);
      await untilOffered([...ANYWHERE, ...IN_ANSWERS], []);
    });

    it('are not offered for answers in other Markdown, nor in other files', async () => {
      await show(await untitled('# Notes\n\nNothing to say.\n'));
      await untilOffered(ANYWHERE, IN_ANSWERS);
      await show(await untitled('Nothing.', 'plaintext'));
      await untilOffered(ANYWHERE, IN_ANSWERS);
    });

    it('are not offered for answers where no file is open', async () => {
      await untilOffered(ANYWHERE, IN_ANSWERS);
    });

    /** Opens the palette again and again, until it offers some commands and none of others. */
    async function untilOffered(offered: readonly string[], hidden: readonly string[]): Promise<void> {
      let labels: readonly string[] = [];
      await until('the palette to know what is open', async () => {
        labels = await labelsInPalette();
        return offered.every((name) => labels.includes(labelOf(name))) && !hidden.some((name) => labels.includes(labelOf(name)));
      }).catch((error: unknown) => {
        throw new Error(`${String(error)} It offers: ${labels.join(', ')}.`);
      });
    }

    function labelOf(name: string): string {
      const { category, title } = commands.find(({ command }) => command === `interviewAnswers.${name}`)!;
      return `${category}: ${typeof title === 'string' ? title : title.value}`;
    }
  });
}

/** All our commands that the palette has, which fit into a high window. */
async function labelsInPalette(): Promise<readonly string[]> {
  await vscode.commands.executeCommand('workbench.action.quickOpen', '>Interview Answers: ');
  await workbench.waitFor('.quick-input-list .monaco-list-row:has-text("Interview Answers: ")');
  const labels = (await workbench.evaluate(LABELS)) as readonly string[];
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  await workbench.waitFor('.quick-input-widget', { state: 'hidden' });
  return labels;
}

const LABELS = `[...document.querySelectorAll('.quick-input-list .monaco-list-row .quick-input-list-row:first-child .label-name')].map(
  ({ textContent }) => textContent.replaceAll('\\u00a0', ' '),
)`;

interface Manifest {
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly category: string;
      readonly title: string | { readonly value: string };
    }[];
  };
}
