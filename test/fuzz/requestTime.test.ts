/** Long text of every hard kind in the real server: every request is answered in a bounded time, with ranges of the document. */

import { describe, expect, test } from 'vitest';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver-protocol/node';
import { NASTY_MARKDOWN } from './nastyMarkdown.ts';
import { checkRanges, openLong, REQUESTS, wellFormed } from './requests.ts';
import { PATIENCE } from './runs.ts';

/** UTF-16 units; a million, and every kind, with `FUZZ_SIZE=1000000`. */
const SIZE = Number(process.env['FUZZ_SIZE'] ?? 200_000);
/** Milliseconds of processor time for one request, whatever the text: two seconds for a megabyte, on a machine that others use too. */
const LONGEST = 2_000;

/** One kind for each way in which an answer of the server can be long: many answers, findings, links, folds, words, lines. */
const CHOSEN: ReadonlySet<string> = new Set([
  'headings of all levels',
  'setext headings',
  'list items',
  'references',
  'pauses',
  'other acronyms',
  'superlatives',
  'silencers',
]);

const KINDS = process.env['FUZZ_SIZE'] === undefined ? NASTY_MARKDOWN.filter(({ name }) => CHOSEN.has(name)) : NASTY_MARKDOWN;

describe('requests about long text', () => {
  test.each(KINDS.map((nasty) => [nasty.name, nasty] as const))(
    '%s',
    async (_, { name, make }) => {
      const text = wellFormed(make(SIZE));
      const { client, params } = await openLong(text);
      const slow: string[] = [];
      for (const method of REQUESTS) {
        const start = process.cpuUsage();
        const result = await client.connection.sendRequest<unknown>(method, params).catch(refusal);
        const { user, system } = process.cpuUsage(start);
        const spent = (user + system) / 1000;
        if (spent >= LONGEST) slow.push(`${method} takes ${spent.toFixed(0)} ms`);
        checkRanges(result, text);
      }
      expect([name, slow]).toEqual([name, []]);
      expect(client.logged.filter((line) => line.includes('failed'))).toEqual([]);
      await client.shutdown();
    },
    PATIENCE,
  );

  test('the kinds are there', () => {
    for (const name of CHOSEN) expect(NASTY_MARKDOWN.map((nasty) => nasty.name)).toContain(name);
  });
});

/** What can't be renamed is refused with a reason, for the editor to show. */
function refusal(error: unknown): undefined {
  if (!(error instanceof ResponseError) || error.code !== LSPErrorCodes.RequestFailed) throw error;
}
