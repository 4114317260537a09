/** The suites that run in every extension host, on a disk and in a virtual workspace. */

import * as vscode from 'vscode';
import { defineEditorSuite } from './editorSuite.ts';
import { defineFilesSuite, defineUntrustedSuite, defineVirtualSuite, VIRTUAL_SCHEME } from './filesSuite.ts';
import { defineHistorySuite } from './historySuite.ts';
import { defineLocaleSuite } from './localeSuite.ts';
import { defineOverviewSuite } from './overviewSuite.ts';
import { defineRehearsalSuite } from './rehearsalSuite.ts';
import { defineTermsSuite } from './termsSuite.ts';
import { defineWritingSuite } from './writingSuite.ts';

export function isVirtual(): boolean {
  return vscode.workspace.workspaceFolders?.[0]?.uri.scheme === VIRTUAL_SCHEME;
}

export function defineSuites(host: 'Node' | 'web'): void {
  if (!vscode.workspace.isTrusted) {
    defineUntrustedSuite(host);
    return;
  }
  defineFilesSuite(host);
  if (isVirtual()) {
    // What else there is asks no file system.
    defineVirtualSuite(host);
    return;
  }
  defineEditorSuite(host);
  defineWritingSuite(host);
  defineTermsSuite(host);
  defineHistorySuite(host);
  defineOverviewSuite(host);
  defineLocaleSuite(host);
  defineRehearsalSuite(host);
}
