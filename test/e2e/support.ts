/** What the end-to-end suites share: waiting for conditions, the sample workspace, its files and what is shown of them. */

import * as vscode from 'vscode';

/** A file of the folder that is open. */
export function sample(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, name);
}

export async function show(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(document);
  return document;
}

/** A new document without a file. VS Code may hand out an untitled one that was only just closed: then it is asked again. */
export async function untitled(content: string, language = 'markdown'): Promise<vscode.TextDocument> {
  return until('a document of its own', async () => {
    const fresh = await vscode.workspace.openTextDocument({ language, content });
    return fresh.getText() === content && fresh;
  });
}

/** What a file has on disk, whatever an editor shows. */
export async function textOf(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

export async function write(file: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
}

/** What all hovers at a place say, as Markdown. */
export async function hoverText(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value)).join('\n');
}

/** The codes of our findings in a document, in order. */
export function codes(uri: vscode.Uri): readonly string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Interview Answers')
    .map(({ code }) => (typeof code === 'object' ? String(code.value) : String(code)));
}

/**
 * Closes every editor, and waits until everybody has heard of it: the next untitled document may get the same name, and
 * VS Code would then hand out the last one, or the client clear its findings.
 */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await until('all editors to be closed', () => vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0));
  await untilUntitledAreGone();
  const left = (): readonly string[] =>
    vscode.languages.getDiagnostics().flatMap(([uri]) => codes(uri).map((code) => `${uri.toString()} ${code}`));
  await until('no findings to be left', () => left().length === 0).catch((error: unknown) => {
    throw new Error(`${String(error)} There are: ${left().join(', ')}`);
  });
}

/**
 * Waits until no untitled document is open. VS Code keeps one that nobody shows, as may be left where `untitled` had to ask
 * again: it is shown, so that it can be closed. Should it stay all the same, it is empty, and the next one gets another name.
 */
async function untilUntitledAreGone(): Promise<void> {
  const left = (): readonly vscode.TextDocument[] => vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled);
  try {
    await until('untitled documents to be gone', () => left().length === 0, KEPT_MILLISECONDS);
  } catch {
    for (const document of left()) {
      console.log(`      (VS Code kept ${document.uri.toString()}: ${JSON.stringify(document.getText().slice(0, 60))})`);
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await until('untitled documents to be gone or empty', () => left().every((document) => document.getText() === ''));
  }
}

/** Fails the test unless the condition holds. The web host has no assertion library of its own. */
export function assert(condition: unknown, what: string): asserts condition {
  if (condition === undefined || condition === null || condition === false) throw new Error(`Expected ${what}.`);
}

export function matches(text: string, pattern: RegExp): void {
  assert(pattern.test(text), `${pattern} to match ${JSON.stringify(text)}`);
}

/** Waits until a document has findings of some codes, and none of others. */
export async function untilCodes(uri: vscode.Uri, present: readonly string[], absent: readonly string[] = []): Promise<void> {
  await until(`${present.join()} without ${absent.join() || 'anything else'}`, () => {
    const found = codes(uri);
    return present.every((code) => found.includes(code)) && !absent.some((code) => found.includes(code));
  });
}

/** Waits until a condition gives something true, and returns it; fails with what was waited for. */
export async function until<T>(
  what: string,
  condition: () => T | false | undefined | Promise<T | false | undefined>,
  patienceMilliseconds = PATIENCE_MILLISECONDS,
): Promise<T> {
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    const result = await condition();
    if (result !== false && result !== undefined) return result;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
}

/** Long, because a machine under load may be slow; a condition that holds is seen at the next poll. */
const PATIENCE_MILLISECONDS = 20_000;
/** An untitled document that is still there by then has been kept; a hook has 30 s in all. */
const KEPT_MILLISECONDS = 5_000;
const POLL_MILLISECONDS = 15;
