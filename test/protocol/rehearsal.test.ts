/** Rehearsals over a real connection: scripts, questions, records, and a history that changes the estimates at once. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CodeLens, Hover } from 'vscode-languageserver-protocol';
import { parseHistory, recordOf, type Run } from '../../server/src/core/rehearsal/history.ts';
import { outcomeOf, type Outcome } from '../../server/src/core/rehearsal/progress.ts';
import type { Script } from '../../server/src/core/rehearsal/script.ts';
import { newSession, planOf } from '../../server/src/core/rehearsal/sessionState.ts';
import { ESTIMATE_METHOD, type EstimateResult } from '../../server/src/protocol/index.ts';
import {
  DELETE_METHOD,
  EXPORT_METHOD,
  HISTORY_METHOD,
  HISTORY_NOTIFICATION,
  HISTORY_READ_NOTIFICATION,
  QUESTIONS_METHOD,
  RECORD_METHOD,
  REHEARSE_COMMAND,
  RESET_PACE_METHOD,
  SCRIPT_METHOD,
  SET_TARGET_METHOD,
  type DeleteResult,
  type ExportResult,
  type HistoryResult,
  type QuestionsResult,
  type RecordResult,
  type ResetPaceResult,
  type ScriptResult,
  type SetTargetResult,
} from '../../server/src/protocol/rehearsal.ts';
import { inMemory, MODERN, type TestClient } from '../support/protocolClient.ts';
import { aRun } from '../support/runs.ts';
import { words } from '../support/words.ts';

const URI = 'file:///home/me/answers.md';
const TEXT = [
  '# Interview',
  '',
  '## Why us (≈ 30 seconds)',
  '',
  `${words(55)}.`,
  '',
  `${words(50)}.`,
  '',
  '## Free',
  '',
  'No target here, and hardly a word to say about it.',
  '',
].join('\n');

let client: TestClient;

beforeEach(async () => {
  client = inMemory();
  await client.initialize();
  await client.open(URI, TEXT);
});

afterEach(() => client.shutdown());

const textDocument = { uri: URI };
const scriptAt = (what: object): Promise<ScriptResult> => client.connection.sendRequest(SCRIPT_METHOD, { textDocument, what });
const questions = (): Promise<QuestionsResult> => client.connection.sendRequest(QUESTIONS_METHOD, { textDocument });
const estimate = (line: number): Promise<EstimateResult> =>
  client.connection.sendRequest(ESTIMATE_METHOD, {
    textDocument,
    range: { start: { line, character: 0 }, end: { line, character: 0 } },
  });
/** The history is told, and the server has said that everything follows it. */
async function tell(text: string): Promise<void> {
  const read = new Promise<void>((resolve) => {
    client.connection.onNotification(HISTORY_READ_NOTIFICATION, () => resolve());
  });
  await client.connection.sendNotification(HISTORY_NOTIFICATION, { text });
  await read;
}

/** Runs that ended today, of half a minute by the model, that took so many seconds. */
const today = (seconds: number, count: number, more: Partial<Run> = {}): string =>
  Array.from({ length: count }, (_, i) => `${recordOf(aRun({ id: `r${i}`, at: new Date().toISOString(), seconds, ...more }))}\n`).join('');

/** What a session of a script comes to that took so many seconds. */
function outcome(script: Script, seconds: number): Outcome {
  return { ...outcomeOf(newSession(planOf(script), { mode: 'clock' })), seconds, flaws: [] };
}

describe('script', () => {
  const check = async (what: object, expected: readonly string[]): Promise<void> => {
    const { items, version } = await scriptAt(what);
    expect(items.map(({ title, line }) => `${line} ${title}`)).toEqual(expected);
    expect(version).toBe(1);
  };

  test('of the answer that a line is in', () => check({ kind: 'answer', line: 4 }, ['2 Why us']));
  test('of a section', () => check({ kind: 'section', line: 0 }, ['2 Why us', '8 Free']));
  test('of a file', () => check({ kind: 'file' }, ['2 Why us', '8 Free']));
  test('of a section as one answer', () => check({ kind: 'answer', line: 0 }, ['0 Interview']));

  test('says what it takes, and how the settings want it', async () => {
    client.configuration = { rehearsal: { warningPercent: 80, fontSize: 40, mode: 'sentence' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const { items, options } = await scriptAt({ kind: 'file' });
    expect(items[0]).toMatchObject({ language: 'en', script: { target: { minSeconds: 30, maxSeconds: 30 }, load: { words: 105 } } });
    expect(options).toEqual({
      thresholds: { warning: 0.8, over: 1 },
      preRollSeconds: 3,
      fontSize: 40,
      mode: 'sentence',
      silenceSeconds: 4,
    });
  });

  test('an answer that was never rehearsed keeps its id through edits', async () => {
    const { items } = await scriptAt({ kind: 'file' });
    await client.change(URI, 'Words before. ', { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } });
    const after = await scriptAt({ kind: 'file' });
    expect(after.version).toBe(2);
    expect(after.items.map(({ identity }) => identity)).toEqual(items.map(({ identity }) => identity));
    expect(new Set(items.map(({ identity }) => identity)).size).toBe(2);
  });

  test('answers of one title keep their ids through edits, by their order', async () => {
    const ids = async (): Promise<readonly string[]> => (await scriptAt({ kind: 'file' })).items.map(({ identity }) => identity);
    await client.change(URI, '# Why us? (5 s)\n\nOne.\n\n# Why us?\n\nTwo.\n\n# Why us?\n\nThree.\n');
    const [first, second, third] = await ids();
    expect(new Set([first, second, third]).size).toBe(3);
    await client.change(URI, 'More than ', { start: { line: 6, character: 0 }, end: { line: 6, character: 0 } });
    expect(await ids()).toEqual([first, second, third]);
    // Another title in front of them, and one that is gone, moves nothing but the last.
    await client.change(URI, '# Why me? (5 s)\n\nZero.\n\n# Why us?\n\nOne.\n\n# Why us?\n\nThree.\n');
    const [other, ...left] = await ids();
    expect([first, second, third]).not.toContain(other);
    expect(left).toEqual([first, second]);
  });

  test('of a document that is not open: none', async () =>
    expect(
      await client.connection.sendRequest(SCRIPT_METHOD, { textDocument: { uri: 'file:///x.md' }, what: { kind: 'file' } }),
    ).toBeNull());
});

describe('record', () => {
  const record = async (more: object = {}): Promise<RecordResult | null> => {
    const [item] = (await scriptAt({ kind: 'answer', line: 2 })).items;
    return client.connection.sendRequest(RECORD_METHOD, {
      textDocument,
      identity: item!.identity,
      line: item!.line,
      outcome: outcome(item!.script as Script, 33.3),
      kept: true,
      ...more,
    });
  };

  test('is a line that the history understands', async () => {
    const result = (await record())!;
    expect(result.record).not.toContain('\n');
    const { runs, skipped } = parseHistory(result.record);
    expect(skipped).toBe(0);
    expect(runs).toMatchObject([
      {
        id: result.id,
        answer: { id: result.identity },
        file: '/home/me/answers.md',
        title: 'Why us',
        seconds: 33.3,
        form: 'full',
        kept: true,
      },
    ]);
  });

  test('of a discarded run says so', async () => expect(parseHistory((await record({ kept: false }))!.record).runs[0]!.kept).toBe(false));
  test('of a form says so', async () => expect(parseHistory((await record({ form: 'hidden' }))!.record).runs[0]!.form).toBe('hidden'));
  test('of an outcome that is none is none', async () => expect(await record({ outcome: { seconds: 'many' } })).toBeNull());
  test('of impossible seconds is none', async () => {
    const [item] = (await scriptAt({ kind: 'answer', line: 2 })).items;
    expect(await record({ outcome: outcome(item!.script as Script, -1) })).toBeNull();
  });

  test('a workspace’s history names files by their path in it', async () => {
    client.configuration = { rehearsal: { history: 'workspace' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: 'file:///home/me', name: 'me' }], removed: [] },
    });
    expect(parseHistory((await record())!.record).runs[0]!.file).toBe('answers.md');
  });

  test('stays with its answer under another heading', async () => {
    const first = (await record())!;
    await tell(`${first.record}\n`);
    await client.change(URI, 'Tell me about the two of us', { start: { line: 2, character: 3 }, end: { line: 2, character: 9 } });
    const again = (await record())!;
    expect(again.identity).toBe(first.identity);
    expect(parseHistory(again.record).runs[0]!.title).toBe('Tell me about the two of us');
  });

  test('takes the id that another window has given the answer meanwhile', async () => {
    const { items } = await scriptAt({ kind: 'answer', line: 2 });
    const { record: line } = (await record())!;
    await tell(`${line.replace(items[0]!.identity, 'other')}\n`);
    expect((await record({ identity: items[0]!.identity }))!.identity).toBe('other');
  });
});

describe('questions', () => {
  test('new ones have no past', async () => {
    const { questions: all, dueOrder } = await questions();
    expect(
      all.map(({ title, line, state, due, lastRun, runs, bestSeconds }) => [title, line, state, due, lastRun, runs, bestSeconds]),
    ).toEqual([
      ['Why us', 2, 'new', null, null, 0, null],
      ['Free', 8, 'new', null, null, 0, null],
    ]);
    expect(all.map(({ target }) => target)).toEqual([{ minSeconds: 30, maxSeconds: 30 }, null]);
    expect(dueOrder).toEqual([0, 1]);
  });

  test('what was rehearsed has, and comes later', async () => {
    const [item] = (await scriptAt({ kind: 'answer', line: 2 })).items;
    const lines: string[] = [];
    for (const [seconds, kept] of [
      [40, true],
      [31, true],
      [5, false],
      [33, true],
    ] as const) {
      const made = await client.connection.sendRequest<RecordResult>(RECORD_METHOD, {
        textDocument,
        identity: item!.identity,
        line: 2,
        outcome: outcome(item!.script as Script, seconds),
        kept,
      });
      lines.push(`${made.record}\n`);
    }
    await tell(lines.join(''));
    const { questions: all, dueOrder } = await questions();
    expect(all[0]).toMatchObject({ identity: item!.identity, state: 'later', runs: 3, bestSeconds: 31, lastRun: { seconds: 33 } });
    expect(Date.parse(all[0]!.due!)).toBeGreaterThan(Date.now());
    expect(dueOrder).toEqual([1, 0]);
  });
});

describe('the history', () => {
  test('changes the estimates, the diagnostics and the hover at once', async () => {
    const before = await estimate(4);
    const codes = async (): Promise<readonly unknown[]> => (await client.diagnostics(URI)).map(({ code }) => code);
    expect(await codes()).not.toContain('duration/over');
    await tell(today(39, 7));
    const after = await estimate(4);
    expect(after.seconds / before.seconds).toBeGreaterThan(1.2);
    expect(after.high / after.low).toBeLessThan(before.high / before.low);
    expect(await codes()).toContain('duration/over');
    expect(client.refreshes).toBe(1);
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', { textDocument, position: { line: 2, character: 4 } });
    expect((hover.contents as { value: string }).value).toContain('| Pace | yours, from 7 rehearsals, latest today,');
    await tell('');
    expect(await estimate(4)).toEqual(before);
  });

  test.each([
    ['of discarded runs', today(39, 7, { kept: false })],
    ['of another language', today(39, 7, { language: 'de' })],
    ['of torn lines', today(39, 1).slice(0, 90)],
  ])('%s leaves the estimates as they are', async (_, text) => {
    const before = await estimate(4);
    await tell(text);
    expect(await estimate(4)).toEqual(before);
  });

  test('can be kept from teaching anything', async () => {
    const before = await estimate(4);
    client.configuration = { rehearsal: { calibrate: false } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await tell(today(39, 7));
    expect(await estimate(4)).toEqual(before);
  });

  test('begins anew after a reset', async () => {
    const before = await estimate(4);
    const runs = today(39, 7);
    const { record: reset } = await client.connection.sendRequest<ResetPaceResult>(RESET_PACE_METHOD);
    await tell(`${runs}${reset}\n`);
    expect(await estimate(4)).toEqual(before);
  });

  test('is told again only when it is another', async () => {
    await tell(today(39, 2));
    await client.connection.sendNotification(HISTORY_NOTIFICATION, { text: today(39, 2, { at: aRun().at }) });
    await client.connection.sendNotification(HISTORY_NOTIFICATION, { text: today(39, 2, { at: aRun().at }) });
    await estimate(4);
    expect(client.refreshes).toBe(2);
  });

  test('is given back as it was read', async () => {
    await tell(`${today(36, 3)}${today(36, 1, { id: 'x', kept: false })}torn\n{"v":9}\n`);
    const result = await client.connection.sendRequest<HistoryResult>(HISTORY_METHOD, {});
    expect(result).toMatchObject({
      streak: 1,
      skipped: 1,
      newer: 1,
      answers: [{ identity: 'a1', title: 'Why?', statistics: { count: 3 } }],
    });
    expect((result.runs as readonly Run[]).map(({ kept }) => kept)).toEqual([true, true, true, false]);
    expect(result.paces).toMatchObject([{ language: 'en', count: 3, description: 'from 3 rehearsals, latest today' }]);
    expect(result.paces[0]!.factor).toBeGreaterThan(1.1);
  });

  test.each([
    ['csv', /^at,file,title.*\r\n.*answers\.md,Why\?,a1,.*\r\n$/],
    ['json', /^\[\n {2}\{\n {4}"v": 1,/],
  ] as const)('is exported as %s', async (format, expected) => {
    await tell(today(36, 1));
    const result = await client.connection.sendRequest<ExportResult>(EXPORT_METHOD, { format });
    expect(result.text).toMatch(expected);
    expect(result.runs).toBe(1);
  });

  test.each([
    [{ kind: 'run', id: 'r1' }, ['r0', 'other']],
    [{ kind: 'answer', identity: 'a1' }, ['other']],
    [{ kind: 'all' }, []],
  ])('is deleted from: %o', async (what, left) => {
    const text = `${today(36, 2)}${recordOf(aRun({ id: 'other', answerId: 'a2' }))}\n`;
    const result = await client.connection.sendRequest<DeleteResult>(DELETE_METHOD, { text, what });
    expect(parseHistory(result.text).runs.map(({ id }) => id)).toEqual(left);
  });
});

describe('setting the target', () => {
  const setTarget = (line: number, seconds: number): Promise<SetTargetResult | null> =>
    client.connection.sendRequest(SET_TARGET_METHOD, { textDocument, line, seconds });

  test('changes the one that is there', async () =>
    expect(await setTarget(4, 44)).toEqual({
      version: 1,
      edits: [
        { range: { start: { line: 2, character: 10 }, end: { line: 2, character: 24 } }, newText: expect.stringContaining('45') as string },
      ],
    }));
  test('adds one', async () => expect((await setTarget(8, 10))!.edits[0]!.newText).toContain('10'));
  test('not to nonsense', async () => expect(await setTarget(4, -1)).toBeNull());
});

describe('the code lens', () => {
  async function lenses(initializationOptions: unknown, configuration = {}): Promise<readonly unknown[]> {
    const other = inMemory();
    other.configuration = configuration;
    await other.initialize(MODERN, { initializationOptions });
    await other.open(URI, TEXT);
    const found = await other.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
    await other.shutdown();
    return found.filter(({ command }) => command!.command !== '').map(({ command }) => [command!.title, ...command!.arguments!.slice(1)]);
  }

  test('offers to rehearse where the client can', async () =>
    expect(await lenses({ commands: [REHEARSE_COMMAND] })).toEqual([
      ['Rehearse section', 0, 'section'],
      ['Rehearse', 2, 'answer'],
      ['Rehearse', 8, 'answer'],
    ]));
  test('not where the user wants none', async () =>
    expect(await lenses({ commands: [REHEARSE_COMMAND] }, { rehearsal: { codeLens: false } })).toEqual([]));
  test.each([undefined, null, {}, { commands: 'all' }, { commands: [7, 'other.command'] }])(
    'not for a client that says %o',
    async (options) => expect(await lenses(options)).toEqual([]),
  );
});
