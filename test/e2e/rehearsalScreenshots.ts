/** Takes pictures of the rehearsal panel in every kind of theme, for people to look at. */

import * as vscode from 'vscode';
import { workbench } from '../host/workbenchControl.mjs';
import { accessible, pass, rehearse, startAt } from './rehearsalSuite.ts';
import { THEMES } from './screenshotSuite.ts';
import { closeAll, sample } from './support.ts';

const VIEW = { webview: 0 } as const;

export function defineRehearsalScreenshots(): void {
  describe('The rehearsal panel in pictures', function () {
    this.timeout(90_000);

    for (const [name, theme] of Object.entries(THEMES)) {
      it(name, async function () {
        if (!workbench.available) this.skip();
        await vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, vscode.ConfigurationTarget.Global);
        const text = (await vscode.workspace.openTextDocument(sample('answers.md'))).getText();
        await rehearse(
          text,
          text.split('\n').findIndex((line) => line.startsWith('## How does your compaction')),
        );
        await workbench.press('1');
        await startAt(12_000);
        // The scroll follows the place, and comes to rest.
        for (let i = 0; i < 30; i++) await pass(50);
        await accessible('a run');
        await workbench.screenshot(`rehearsal-${name}.png`);
        for (let i = 0; i < 8; i++) await pass(4000);
        await workbench.press(['2']);
        for (let i = 0; i < 4; i++) {
          await pass(2000 + i * 1500);
          await workbench.press('ArrowRight');
        }
        await workbench.press('Enter');
        await workbench.waitFor('.report', VIEW);
        await accessible('the report');
        await workbench.screenshot(`rehearsal-report-${name}.png`);
        await workbench.press('k');
        await workbench.press('h', { until: { selector: '.history tbody tr', ...VIEW } });
        await workbench.click('#history-answer', VIEW);
        await workbench.press(['ArrowDown', 'Enter']);
        await workbench.waitFor('.history figure:nth-of-type(3) canvas', VIEW);
        await accessible('the history');
        await workbench.screenshot(`rehearsal-history-${name}.png`);
        await closeAll();
      });
    }
  });
}
