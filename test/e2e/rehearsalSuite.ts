/** Rehearsing in the panel, in either extension host: by keys, over edits and reloads, into the history; and accessibly. */

import axe from 'axe-core';
import * as vscode from 'vscode';
import { workbench } from '../host/workbenchControl.mjs';
import { escapeRegExp } from '../support/escapeRegExp.ts';
import { assert, closeAll, hoverText, matches, show, until, untitled } from './support.ts';

const TEXT = `# Why us (20 s)

I have used what you build. [smile] It says no early, and that is rare. I would like to help with the rest of it.

# What next (10 s)

I want to build systems that last.
`;

/** The page of the panel: the only webview that is in view. */
const VIEW = { webview: 0 } as const;

export function defineRehearsalSuite(host: string): void {
  describe(`Rehearsing in the ${host} extension host`, function () {
    // Webviews take their time on a machine under load.
    this.timeout(90_000);

    before(function () {
      if (!workbench.available) this.skip();
    });

    afterEach(async () => {
      await closeAll();
    });

    it('starts, pauses, steps and ends by keys, and the clock shows exactly the time that ran', async () => {
      await rehearse();
      await workbench.press('Space', { until: { selector: '.countdown:has-text("3")', ...VIEW } });
      await pass(2000);
      await workbench.waitFor('.countdown:has-text("1")', VIEW);
      await pass(1000);
      await workbench.waitFor('.countdown', { ...VIEW, state: 'hidden' });
      await pass(5000);
      await clockShows('0:05');
      await workbench.waitFor('.remaining:has-text("0:15 left")', VIEW);
      await workbench.press('Space', { until: { selector: '.phase:has-text("Paused")', ...VIEW } });
      await pass(60_000);
      await clockShows('0:05');
      await said('Paused at 5 s.');
      await workbench.press('2', { until: { selector: '[data-mode=sentence]', ...VIEW } });
      await workbench.press(['Space', 'ArrowLeft', 'ArrowLeft']);
      await workbench.waitFor('.sentence.is-now:has-text("I have used")', VIEW);
      await workbench.press('ArrowRight', { until: { selector: '.sentence.is-now:has-text("says no early")', ...VIEW } });
      for (let seconds = 0; seconds < 14; seconds += 2) await pass(2000);
      await workbench.waitFor('[data-verdict=warning] .verdict:has-text("Nearly over")', VIEW);
      await said('Nearly over. 2 seconds left.', '1 seconds left.');
      await pass(4000);
      await workbench.waitFor('[data-verdict=over] .verdict:has-text("Over")', VIEW);
      await workbench.press('Enter', { until: { selector: '.report .elapsed:has-text("0:23")', ...VIEW } });
      await accessible('the report');
      await workbench.press('d', { until: { selector: '.report :text("Discarded.")', ...VIEW } });
    });

    it('keeps the place while the file is edited, and the run over a reload of the panel', async () => {
      const document = await rehearse();
      await startAt(5000);
      await workbench.press(['Space', 'ArrowRight']);
      const place = await at();
      await edit(document, 2, 0, 'First of all, hello. ');
      await workbench.waitFor('.sentence:has-text("First of all")', VIEW);
      assert((await at()) === place, `the place at "${place}", and not at "${await at()}"`);
      await clockShows('0:05');
      await vscode.commands.executeCommand('workbench.action.webview.reloadWebviewAction');
      await workbench.waitFor('.phase:has-text("Paused")', VIEW);
      await clockShows('0:05');
      assert((await at()) === place, `the place at "${place}" after the reload`);
    });

    it('goes on while its tab is hidden', async () => {
      await rehearse();
      await startAt(5000);
      const other = await untitled('Something else.', 'plaintext');
      await vscode.window.showTextDocument(other, { viewColumn: vscode.ViewColumn.Two });
      await workbench.waitFor('iframe.webview.ready >> visible=true', { state: 'detached' });
      await vscode.commands.executeCommand('workbench.action.openEditorAtIndex1');
      await workbench.waitFor('.controls .primary:has-text("Pause")', VIEW);
      const shown = String(await workbench.evaluate('document.querySelector(".clock .elapsed").textContent', VIEW));
      assert(shown >= '0:05', `the clock to go on from 0:05, and not to show ${shown}`);
    });

    it('goes on from a word that is clicked, and shows stage directions as cues', async () => {
      await rehearse();
      await workbench.waitFor('.cue:has-text("smile")', VIEW);
      await workbench.press('1');
      await startAt(1000);
      // The text flows: a click that waits for the word to stand still waits for ever.
      await workbench.click('.word:text-is("rare.")', { ...VIEW, force: true });
      await workbench.waitFor('.word.is-now:text-is("rare.")', VIEW);
    });

    it('changes size, mirror and mode by keys, and keeps them', async () => {
      await rehearse();
      await workbench.press(['+', 'm', '3']);
      await workbench.waitFor('.rehearsal.is-mirrored[data-mode=clock]', VIEW);
      await workbench.waitFor('output:has-text("36 px")', VIEW);
      // The history's answer comes after everything that the panel has said before.
      await countRuns();
      await closeAll();
      await rehearse();
      await workbench.waitFor('.rehearsal.is-mirrored[data-mode=clock]', VIEW);
      await workbench.press(['-', 'm', '1']);
      await workbench.waitFor('.rehearsal[data-mode=flow]:not(.is-mirrored)', VIEW);
    });

    it('remembers a kept run, shows it in the history, and deletes it', async () => {
      await rehearse();
      await startAt(8000);
      await workbench.press('Enter', { until: { selector: '.report', ...VIEW } });
      await workbench.press('k', { until: { selector: '.report :text("Kept.")', ...VIEW } });
      await deleteRun(8, () => accessible('the history'));
    });

    it('shows the times by the pace that a kept run has taught, above the headings as well', async () => {
      const document = await show(await untitled(TEXT));
      // An editor that loses the focus gives up asking for lenses, so that it has to have them before.
      const before = await until(
        'the lenses of a pace that nobody has taught',
        async () => !(await isTaught(document)) && shownLenses(document),
      );
      await rehearseIn(document);
      await startAt(8000);
      await workbench.press('Enter', { until: { selector: '.report', ...VIEW } });
      await workbench.press('k', { until: { selector: '.report :text("Kept.")', ...VIEW } });
      // The panel has the focus, and the editor beside it shows what the server says by now.
      await until('the lenses of the new pace', async () => {
        const shown = (await isTaught(document)) && (await shownLenses(document));
        return shown !== false && shown !== before;
      });
      await deleteRun(8);
    });

    it('sets the target to the time of the run, and goes to what is to be cut', async () => {
      const document = await rehearse();
      for (let seconds = await startAt(5000); seconds < 40_000; seconds += 5000) await pass(5000);
      await workbench.press('Enter', { until: { selector: '.report', ...VIEW } });
      await workbench.click('button:has-text("Trim to target")', VIEW);
      const selected = await until('a sentence to be selected', () => {
        const { activeTextEditor: editor } = vscode.window;
        return editor?.document === document && !editor.selection.isEmpty && document.getText(editor.selection);
      });
      matches(TEXT, new RegExp(escapeRegExp(selected)));
      await workbench.click('button:has-text("Set target to 40 s")', VIEW);
      await until('the target to be set', () => document.lineAt(0).text === '# Why us (40 s)');
      await workbench.click('button:has-text("Discard")', VIEW);
      await workbench.press('n', { until: { selector: 'h1:has-text("What next")', ...VIEW } });
    });

    it('asks questions in a mock interview, with the answer hidden until asked for', async () => {
      await vscode.window.showTextDocument(await untitled(TEXT));
      await vscode.commands.executeCommand('interviewAnswers.mockInterview');
      await workbench.waitFor('.interview', VIEW);
      await accessible('the set-up of a mock interview');
      await workbench.click('.interview .primary', { ...VIEW, until: { selector: '.text .hint', ...VIEW } });
      await workbench.waitFor('.word', { ...VIEW, state: 'detached' });
      await workbench.press('s', { until: { selector: '.word', ...VIEW } });
      await workbench.press('t', { until: { selector: '.word:has-text("__")', ...VIEW } });
      await workbench.press('t', { until: { selector: '.points li', ...VIEW } });
      await accessible('key points');
    });

    it('leaves nothing behind after a hundred runs', async () => {
      await rehearse();
      const runs = await countRuns();
      await workbench.press('h', { until: { selector: '.timer', ...VIEW } });
      const run = `(async () => {
        const press = (key) => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        const frame = () => new Promise(requestAnimationFrame);
        for (let i = 0; i < 100; i++) {
          press(' ');
          window.passed += 3500;
          await frame();
          await frame();
          press('Enter');
          press('Escape');
        }
        return document.getElementsByTagName('*').length;
      })()`;
      const after = await workbench.evaluate(run, VIEW);
      assert((await workbench.evaluate(run, VIEW)) === after, 'as many elements after two hundred runs');
      await workbench.press('h', {
        until: { selector: `.history .summary:has-text("${runs + 200} rehearsals")`, ...VIEW, timeout: 60_000 },
      });
      await workbench.click('button:has-text("Delete all")', VIEW);
      await workbench.click('.history button.danger', { ...VIEW, until: { selector: '.history:has-text("No rehearsals yet")', ...VIEW } });
    });

    it('lists its keys, and has nothing that axe-core finds while a run goes on', async () => {
      await rehearse();
      await startAt(3000);
      await accessible('a run');
      await workbench.press('?', { until: { selector: '.help', ...VIEW } });
      await accessible('the list of keys');
      await workbench.press('Escape', { until: { selector: '.help', ...VIEW, state: 'hidden' } });
    });
  });
}

/** Opens the panel on the first answer of a new document, with a clock that only moves when it is told to. */
export async function rehearse(text = TEXT, line = 2): Promise<vscode.TextDocument> {
  const document = await show(await untitled(text));
  await rehearseIn(document, line);
  return document;
}

/** As `rehearse`, on an answer of a document that is shown. */
async function rehearseIn(document: vscode.TextDocument, line = 2): Promise<void> {
  await vscode.commands.executeCommand('interviewAnswers.rehearse', document.uri.toString(), line);
  await workbench.waitFor('.timer', VIEW);
  // Keys go to the panel once it has the focus.
  await until(
    'the focus in the panel',
    async () => (await workbench.evaluate('document.hasFocus() && document.activeElement.className', VIEW)) === 'stage',
  );
  await stopClock();
}

/** What stands above the headings in the editor, once that is what the server says by now; else false. */
async function shownLenses({ uri }: vscode.TextDocument): Promise<string | false> {
  const shown = String(
    await workbench.evaluate('[...document.querySelectorAll(".codelens-decoration")].map((lens) => lens.textContent).join("; ")'),
  );
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
  return lenses.length > 0 && lenses.every(({ command }) => shown.includes(command!.title)) && shown;
}

/** Whether the times are those of a pace that rehearsals have taught. */
async function isTaught({ uri }: vscode.TextDocument): Promise<boolean> {
  return (await hoverText(uri, new vscode.Position(0, 3))).includes('from 1 rehearsal');
}

/** Turns to the history and deletes the run of so many seconds; others may have left some that were discarded. `look` comes in between. */
async function deleteRun(seconds: number, look: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  const row = `.history tbody tr:has(td:text-is("${seconds} s"))`;
  await workbench.press('h', { until: { selector: row, ...VIEW } });
  await look();
  await workbench.click(`${row} button`, VIEW);
  await workbench.click(`${row} button.danger`, { ...VIEW, until: { selector: row, ...VIEW, state: 'detached' } });
}

/** Stops the panel's clock; a reload starts it again. */
async function stopClock(): Promise<void> {
  await workbench.evaluate('(() => { const start = Date.now(); window.passed = 0; Date.now = () => start + window.passed; })()', VIEW);
}

/** Lets time pass on the panel's clock, by steps that a visible panel would tick in. Milliseconds. */
export async function pass(milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 5000) {
    await workbench.evaluate(
      `new Promise((resolve) => { window.passed += ${Math.min(left, 5000)}; requestAnimationFrame(() => requestAnimationFrame(() => resolve(0))); })`,
      VIEW,
    );
  }
}

/** Starts the run behind its countdown, and lets time pass. Resolves to that time. */
export async function startAt(milliseconds: number): Promise<number> {
  await workbench.press('Space', { until: { selector: '.countdown', ...VIEW } });
  await pass(3000);
  await workbench.waitFor('.countdown', { ...VIEW, state: 'hidden' });
  await pass(milliseconds);
  return milliseconds;
}

async function clockShows(text: string): Promise<void> {
  await workbench.waitFor(`.clock .elapsed:text-is("${text}")`, VIEW);
}

/** Waits until the live region has said something. */
async function said(...texts: readonly string[]): Promise<void> {
  let heard = '';
  await until(`"${texts.join('" or "')}" to be said`, async () => {
    heard = String(await workbench.evaluate('document.querySelector("[role=status]").textContent', VIEW));
    return texts.some((text) => heard.includes(text));
  });
}

/** The sentence at the place. */
async function at(): Promise<string> {
  return String(await workbench.evaluate('document.querySelector(".sentence.is-now")?.textContent.trim()', VIEW));
}

/** Turns to the history. Resolves to the number of its runs. */
async function countRuns(): Promise<number> {
  await workbench.press('h', { until: { selector: '.history :is(.summary, .none)', ...VIEW } });
  return Number.parseInt(String(await workbench.evaluate('document.querySelector(".history .summary")?.textContent ?? "0"', VIEW)), 10);
}

async function edit(document: vscode.TextDocument, line: number, character: number, text: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.insert(document.uri, new vscode.Position(line, character), text);
  assert(await vscode.workspace.applyEdit(change), 'the edit to be made');
}

/** Fails with what axe-core finds in the panel. */
export async function accessible(what: string): Promise<void> {
  const found = await workbench.evaluate(
    `(() => { ${axe.source}; return axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ' at ' + nodes.map(({ target }) => target).join(', '))); })()`,
    VIEW,
  );
  assert(Array.isArray(found) && found.length === 0, `nothing wrong with ${what}, but not: ${String(found)}`);
}
