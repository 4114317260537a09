/** The walkthrough as VS Code shows it: every step's picture and buttons, and every step is ticked off by what it asks for. */

import * as vscode from 'vscode';
import { workbench } from '../host/workbenchControl.mjs';
import { THEMES } from './screenshotSuite.ts';
import { assert, closeAll, sample, show, until } from './support.ts';

const ID = 'interview-answers.interview-answers';

export function defineWalkthroughSuite(host: string): void {
  describe(`The walkthrough in the ${host} extension host`, () => {
    const { steps } = (vscode.extensions.getExtension(ID)!.packageJSON as Manifest).contributes.walkthroughs[0]!;

    before(async function () {
      if (!workbench.available) this.skip();
      await show(await vscode.workspace.openTextDocument(sample('answers.md')));
      await closeAll();
    });

    after(async () => {
      await closeAll();
      await workbench.resize(1280, 800);
    });

    it('links and waits for commands that VS Code has', async () => {
      const known = new Set(await vscode.commands.getCommands());
      const linked = steps.flatMap(({ description }) => [...description.matchAll(/\(command:([\w.]+)/g)].map(([, id]) => id!));
      const awaited = steps.flatMap(({ completionEvents }) =>
        completionEvents.flatMap((event) => /^onCommand:(.*)/.exec(event)?.[1] ?? []),
      );
      assert(linked.length >= steps.length, linked.join());
      const missing = [...linked, ...awaited].filter((id) => !known.has(id));
      assert(missing.length === 0, `all commands, not without ${missing.join()}`);
    });

    for (const [name, theme] of Object.entries(THEMES)) {
      it(`in ${name}`, async () => {
        await vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, vscode.ConfigurationTarget.Global);
        await workbench.resize(1280, 800);
        await vscode.commands.executeCommand('workbench.action.closeSidebar');
        await openWalkthrough();
        for (const { id, media } of steps) {
          await workbench.click(`${stepOf(id)} .step-title`, { until: { selector: `${stepOf(id)}.expanded` } });
          if (media.markdown === undefined) await workbench.waitFor('.getting-started-media img');
          else await workbench.waitFor('p', { webview: 0 });
          await workbench.screenshot(`walkthrough/step-${id}-${name}.png`);
        }
        await closeAll();
      });
    }

    it('ticks each step off when its button is pressed', async () => {
      await vscode.commands.executeCommand('resetGettingStartedProgress');
      await openWalkthrough();
      for (const { id } of steps) await workbench.waitFor(tickOf(id, false), { state: 'attached' });
      for (const { id } of steps) {
        await openWalkthrough();
        const title = `${stepOf(id)} .step-title`;
        if ((await workbench.evaluate(`document.querySelector(${JSON.stringify(`${stepOf(id)}.expanded`)}) !== null`)) === false)
          await workbench.click(title, { until: { selector: `${stepOf(id)}.expanded` } });
        await workbench.click(`${stepOf(id)} .button-container .monaco-button`);
        // What asks something is left without an answer.
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        await openWalkthrough();
        await workbench.waitFor(tickOf(id, true), { state: 'attached' });
      }
    });

    it('ticks the pace off when that is set', async () => {
      await vscode.commands.executeCommand('resetGettingStartedProgress');
      await openWalkthrough();
      await workbench.waitFor(tickOf('pace', false), { state: 'attached' });
      const settings = vscode.workspace.getConfiguration('interviewAnswers');
      await settings.update('pace', 'slow', vscode.ConfigurationTarget.Global);
      await workbench.waitFor(tickOf('pace', true), { state: 'attached' });
      await settings.update('pace', undefined, vscode.ConfigurationTarget.Global);
    });
  });
}

/** At its first start, VS Code may show its own walkthrough instead: then it is asked again. */
async function openWalkthrough(): Promise<void> {
  await until('the walkthrough', async () => {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${ID}#start`, false);
    return workbench.waitFor(stepOf('sample'), { timeout: 5000 }).catch(() => undefined);
  });
}

function stepOf(id: string): string {
  return `.getting-started-step[data-step-id$="#${id}"]`;
}

function tickOf(id: string, isDone: boolean): string {
  return `.codicon-getting-started-step-${isDone ? 'checked' : 'unchecked'}[data-done-step-id$="#${id}"]`;
}

interface Manifest {
  readonly contributes: {
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly id: string;
        readonly description: string;
        readonly completionEvents: readonly string[];
        readonly media: { readonly markdown?: string };
      }[];
    }[];
  };
}
