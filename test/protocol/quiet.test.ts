/** Quiet by design, over the protocol: hints, silencing, fix all, and the sentence that is being typed, with and without a cursor. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DiagnosticSeverity, type CodeAction, type Diagnostic, type TextEdit } from 'vscode-languageserver-protocol';
import { CURSOR_METHOD, type CursorParams } from '../../server/src/protocol/index.ts';
import { inMemory, MINIMAL, MODERN, type TestClient } from '../support/protocolClient.ts';

const URI = 'untitled:Untitled-1';
const CLAIMS = '# A (2 min)\n\nOur system never fails.\n\nThe ATM machine works in order to pay.\n';
const CLAIM_LINE = 2;

let client: TestClient;

beforeEach(() => {
  client = inMemory();
});

afterEach(() => client.shutdown());

const rules = (diagnostics: readonly Diagnostic[]): readonly string[] => diagnostics.map(({ code }) => String(code));

function actions(diagnostics: readonly Diagnostic[], only?: string[]): Promise<CodeAction[]> {
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  return client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: URI },
    range,
    context: { diagnostics, ...(only && { only }) },
  });
}

async function open(capabilities = MODERN, text = CLAIMS): Promise<void> {
  await client.initialize(capabilities);
  await client.open(URI, text);
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }): number =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((result, { range, newText }) => result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)), text);
}

describe('findings', () => {
  test('that are hints are hints of the protocol, which no list of problems shows', async () => {
    await open();
    const hint = (await client.diagnostics(URI)).find(({ code }) => code === 'jargon/wordy')!;
    expect(hint.severity).toBe(DiagnosticSeverity.Hint);
  });
  test('carry only their own fixes: how to silence them is made when it is asked for', async () => {
    await open();
    for (const { data } of await client.diagnostics(URI)) expect(JSON.stringify(data)).not.toMatch(/Silence|disable/);
  });
});

describe('silencing', () => {
  test('is offered after the real fixes, and works', async () => {
    await open();
    const claim = (await client.diagnostics(URI)).find(({ code }) => code === 'claim/absolute')!;
    const offered = await actions([claim], ['quickfix']);
    const titles = offered.map(({ title }) => title);
    expect(titles.slice(-4)).toEqual([
      'Silence claim/absolute on this line',
      'Silence claim/absolute for this sentence',
      'Silence claim/absolute in this answer',
      'Turn claim/absolute off in this file',
    ]);
    expect(titles.length).toBeGreaterThan(4);
    expect(offered.slice(-4).map(({ isPreferred }) => isPreferred)).toEqual([undefined, undefined, undefined, undefined]);
    for (const { edit } of offered.slice(-4)) {
      await client.change(URI, applied(CLAIMS, edit!.changes![URI]!));
      expect(rules(await client.diagnostics(URI))).not.toContain('claim/absolute');
    }
  });
  test('is not offered for diagnostics of an older version, nor for those of others', async () => {
    await open();
    const [claim] = await client.diagnostics(URI);
    await client.change(URI, `${CLAIMS} More.`);
    expect((await actions([claim!])).filter(({ title }) => /Silence|Turn/.test(title))).toEqual([]);
    expect(await actions([{ ...claim!, code: 'other', data: { version: 2 } }], ['quickfix'])).toEqual([]);
  });
});

describe('the dictionary', () => {
  const titles = async (experimental: object): Promise<readonly string[]> => {
    await open({ ...MODERN, experimental });
    const wordy = (await client.diagnostics(URI)).filter(({ code }) => code === 'jargon/wordy');
    return (await actions(wordy, ['quickfix'])).filter(({ command }) => command !== undefined).map(({ title }) => title);
  };
  test('is offered where the client can keep words', async () => {
    expect(await titles({ interviewAnswers: { addToVocabulary: true } })).toEqual(['Add "in order to" to your dictionary, for all files']);
  });
  test('is not offered elsewhere', async () => expect(await titles({ interviewAnswers: 1 })).toEqual([]));
});

describe('source.fixAll.interviewAnswers', () => {
  const FIXED = CLAIMS.replace('ATM machine', 'ATM').replace('in order to pay', 'to pay');
  test.each([['source.fixAll.interviewAnswers'], ['source.fixAll'], ['source']])('is what %s asks for', async (kind) => {
    const { capabilities } = await client.initialize();
    expect(capabilities.codeActionProvider).toMatchObject({
      codeActionKinds: expect.arrayContaining(['source.fixAll.interviewAnswers']) as unknown,
    });
    await client.open(URI, CLAIMS);
    const [all, ...more] = await actions([], [kind]);
    expect(more).toEqual([]);
    expect(all).toMatchObject({ kind: 'source.fixAll.interviewAnswers', title: 'Fix 2 findings of Interview Answers' });
    expect(applied(CLAIMS, all!.edit!.changes![URI]!)).toBe(FIXED);
    await client.change(URI, FIXED);
    expect(await actions([], [kind])).toEqual([]);
  });
  test('is not among the quick fixes, nor where no kind is asked for', async () => {
    await open();
    const diagnostics = await client.diagnostics(URI);
    expect((await actions(diagnostics, ['quickfix'])).filter(({ kind }) => kind !== 'quickfix')).toEqual([]);
    expect((await actions(diagnostics)).filter(({ kind }) => kind?.startsWith('source'))).toEqual([]);
    expect(await actions(diagnostics, ['source.fixAll.eslint'])).toEqual([]);
  });
});

describe('the sentence that is being typed', () => {
  /** Types a letter at the end of "Our system never fails", in both texts of these tests. */
  async function type(): Promise<void> {
    const at = { line: CLAIM_LINE, character: 'Our system'.length };
    await client.change(URI, 's', { start: at, end: at });
  }
  function move(line: number, character: number, version?: number): Promise<void> {
    const params: CursorParams = { textDocument: { uri: URI, ...(version !== undefined && { version }) }, position: { line, character } };
    return client.connection.sendNotification(CURSOR_METHOD, params);
  }

  describe('in an editor that tells where the cursor is', () => {
    test('is left alone until the cursor leaves it', async () => {
      await open();
      expect(rules(await client.diagnostics(URI))).toContain('claim/absolute');
      await type();
      await move(CLAIM_LINE, 11);
      const held = await client.report(URI);
      expect(rules(held.kind === 'full' ? held.items : [])).toEqual(['duration/under', 'jargon/redundant-acronym', 'jargon/wordy']);
      expect((await client.report(URI, held.resultId)).kind).toBe('unchanged');
      await move(CLAIM_LINE, 14);
      expect((await client.report(URI, held.resultId)).kind).toBe('unchanged');
      expect(client.refreshes).toBe(0);
      await move(4, 0);
      await client.until(() => client.refreshes === 1);
      const report = await client.report(URI, held.resultId);
      expect(rules(report.kind === 'full' ? report.items : [])).toContain('claim/absolute');
    });
    test('that it only comes into is not', async () => {
      await open();
      await move(CLAIM_LINE, 11);
      expect(rules(await client.diagnostics(URI))).toContain('claim/absolute');
    });
    test('is left alone until the cursor goes to another document', async () => {
      await open();
      await type();
      await move(CLAIM_LINE, 11);
      expect(rules(await client.diagnostics(URI))).not.toContain('claim/absolute');
      await client.connection.sendNotification(CURSOR_METHOD, { textDocument: { uri: URI } } satisfies CursorParams);
      await client.until(() => client.refreshes === 1);
      expect(rules(await client.diagnostics(URI))).toContain('claim/absolute');
    });
    test('a position in an older version says nothing', async () => {
      await open();
      await type();
      await move(4, 0, 1);
      expect(rules(await client.diagnostics(URI))).not.toContain('claim/absolute');
    });
    test('a cursor in a document that is not open is no error', async () => {
      await client.initialize();
      await move(0, 0);
      expect(client.logged).toEqual([]);
    });
  });

  describe('in any other editor', () => {
    test('is left alone until a change elsewhere', async () => {
      await open(MINIMAL);
      await client.until(() => client.published.at(-1)?.version === 1);
      expect(rules(client.published.at(-1)!.diagnostics)).toContain('claim/absolute');
      await type();
      await client.until(() => client.published.at(-1)?.version === 2);
      expect(rules(client.published.at(-1)!.diagnostics)).not.toContain('claim/absolute');
      await client.change(URI, 's', { start: { line: 4, character: 3 }, end: { line: 4, character: 3 } });
      await client.until(() => client.published.at(-1)?.version === 3);
      expect(rules(client.published.at(-1)!.diagnostics)).toContain('claim/absolute');
    });
    test('is left alone until the file is saved', async () => {
      await open(MINIMAL);
      await type();
      await client.until(() => client.published.at(-1)?.version === 2);
      await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: URI } });
      await client.until(() => client.published.at(-1)?.diagnostics.some(({ code }) => code === 'claim/absolute'));
    });
    test('is left alone until a rest', async () => {
      await open(MINIMAL);
      await type();
      await client.until(() => client.published.at(-1)?.version === 2);
      expect(rules(client.published.at(-1)!.diagnostics)).not.toContain('claim/absolute');
      await client.until(() => client.published.at(-1)?.diagnostics.some(({ code }) => code === 'claim/absolute'));
    });
    test('is found where whole texts are sent', async () => {
      await open(MINIMAL);
      await client.change(URI, CLAIMS.replace('system', 'systems'));
      await client.until(() => client.published.at(-1)?.version === 2);
      expect(rules(client.published.at(-1)!.diagnostics)).not.toContain('claim/absolute');
      expect(rules(client.published.at(-1)!.diagnostics)).toContain('jargon/wordy');
    });
    test('an editor that can not be asked to pull again is pushed to, and told after a rest', async () => {
      await open({ textDocument: { diagnostic: {} } });
      await type();
      await client.until(() => client.published.some(({ diagnostics }) => rules(diagnostics).includes('claim/absolute')));
    });
  });
});
