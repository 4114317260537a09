/** The suites that run in every extension host, on a disk and in a virtual workspace. */

import * as vscode from 'vscode';
import { defineCommandsSuite } from './commandsSuite.ts';
import { defineEditorSuite } from './editorSuite.ts';
import { defineFilesSuite, defineUntrustedSuite, defineVirtualSuite, VIRTUAL_SCHEME } from './filesSuite.ts';
import { defineHistorySuite } from './historySuite.ts';
import { defineLocaleSuite } from './localeSuite.ts';
import { defineOverviewSuite } from './overviewSuite.ts';
import { defineRehearsalSuite } from './rehearsalSuite.ts';
import { defineTermsSuite } from './termsSuite.ts';
import { defineWalkthroughSuite } from './walkthroughSuite.ts';
import { defineWritingSuite } from './writingSuite.ts';

/** Set when the suites are bundled: the extension host has an environment of its own. */
declare const E2E_VIRTUAL_SUITES: 'files' | 'most' | 'all';

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
    defineVirtualSuite(host);
    // What else there is asks no file system: it runs in the oldest VS Code, whose workspace is always virtual.
    if (E2E_VIRTUAL_SUITES === 'files') return;
  }
  defineEditorSuite(host);
  defineCommandsSuite(host);
  defineWritingSuite(host);
  defineTermsSuite(host);
  defineHistorySuite(host);
  defineOverviewSuite(host);
  defineLocaleSuite(host);
  defineWalkthroughSuite(host);
  // Its panel is like the overview, and it takes longer than all others together.
  if (!isVirtual() || E2E_VIRTUAL_SUITES === 'all') defineRehearsalSuite(host);
}
