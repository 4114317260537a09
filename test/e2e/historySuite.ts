/** The history of rehearsals in VS Code, in either extension host: kept, watched, moved by the setting, and heeded by the estimates. */

import * as vscode from 'vscode';
import type { Running } from '../../client/src/activate.ts';
import { recordOf } from '../../server/src/core/rehearsal/history.ts';
import { aRun } from '../support/runs.ts';
import { words } from '../support/words.ts';
import { assert, closeAll, hoverText, sample, show, textOf, until, untitled, write } from './support.ts';

const TEXT = `# Why us (30 s)\n\n${words(60)}.\n`;

export function defineHistorySuite(host: string): void {
  describe(`The history of rehearsals in the ${host} extension host`, () => {
    let history: Running['history'];
    let document: vscode.TextDocument;

    before(async () => {
      const extension = vscode.extensions.getExtension<Running>('interview-answers.interview-answers');
      assert(extension, 'the extension is installed');
      ({ history } = await extension.activate());
    });

    beforeEach(async () => {
      document = await show(await untitled(TEXT));
      await untilPace('normal');
    });

    afterEach(async () => {
      await history.rewrite(() => Promise.resolve(''));
      await setting(undefined);
      await closeAll();
    });

    it('keeps runs, and estimates at their pace at once', async () => {
      for (const record of slowRuns(3)) await history.append(record);
      await untilPace('yours, from 3 rehearsals, latest today');
      assert((await textOf(history.file)).trimEnd().split('\n').length === 3, 'three lines in the file');
    });

    it('follows what another window writes', async () => {
      await history.append(slowRuns(1)[0]!);
      await untilPace('yours, from 1 rehearsal, latest today');
      await write(history.file, `${slowRuns(2).join('\n')}\n{"v":1,"torn`);
      await untilPace('yours, from 2 rehearsals, latest today');
    });

    it('knows it again after the server was started anew', async () => {
      for (const record of slowRuns(2)) await history.append(record);
      await untilPace('yours, from 2 rehearsals, latest today');
      await vscode.commands.executeCommand('interviewAnswers.restartServer');
      await untilPace('yours, from 2 rehearsals, latest today');
    });

    it('is in the workspace where the setting says so, and on this machine still as it was', async () => {
      const onMachine = history.file.toString();
      for (const record of slowRuns(2)) await history.append(record);
      await untilPace('yours, from 2 rehearsals, latest today');
      await setting('workspace');
      await untilPace('normal');
      const shared = sample('.interview-answers/history.jsonl');
      assert(history.file.toString() === shared.toString(), `${history.file.toString()} to be in the workspace`);
      await history.append(slowRuns(1)[0]!);
      await untilPace('yours, from 1 rehearsal, latest today');
      assert((await textOf(shared)).includes('"v":1'), 'the run in the workspace');
      await write(shared, `${slowRuns(3).join('\n')}\n`);
      await untilPace('yours, from 3 rehearsals, latest today');
      await history.rewrite(() => Promise.resolve(''));
      await setting(undefined);
      await untilPace('yours, from 2 rehearsals, latest today');
      assert(history.file.toString() === onMachine, 'the file of this machine again');
    });

    /** Waits until the hover describes the pace so. */
    async function untilPace(pace: string): Promise<void> {
      await until(`the pace ${pace}`, async () => {
        const text = await hoverText(document.uri, new vscode.Position(0, 4));
        return text.includes(`| Pace | ${pace}, `);
      });
    }
  });
}

/** Rehearsals of today that took longer than the model expects. */
function slowRuns(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => recordOf(aRun({ id: `r${i}`, seconds: 40, at: new Date().toISOString() })));
}

async function setting(value: 'workspace' | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('interviewAnswers.rehearsal').update('history', value, vscode.ConfigurationTarget.Global);
}
