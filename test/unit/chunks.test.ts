/** Reading a file piece by piece gives the same answers as reading it whole, and an edit reads one piece. */

import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { ChunkCache, splitIntoChunks } from '../../server/src/core/answers/chunks.ts';
import { parseMarkdown } from '../../server/src/core/answers/markdown.ts';
import { finish } from '../../server/src/core/text/steps.ts';
import type { Nodes } from 'mdast';
import { markdown } from '../support/markdownArbitrary.ts';

/** The structure of a tree with offsets in the file, as lines of text. White space at a node's end is nobody's: it may count or not. */
function outline(nodes: readonly Nodes[], text: string, base: number): string[] {
  return nodes.flatMap((node) => {
    // remark-gfm gives no position to a literal link that it finds late.
    const start = base + (node.position?.start.offset ?? 0);
    const end = start + text.slice(start, base + (node.position?.end.offset ?? 0)).trimEnd().length;
    const place = node.position === undefined ? '' : `${start}-${end}`;
    const own = `${place} ${node.type} ${'value' in node ? JSON.stringify(node.value) : ''}`;
    return [own, ...('children' in node ? outline(node.children, text, base) : [])];
  });
}

function inPieces(text: string, cache = new ChunkCache()): string[] {
  return finish(splitIntoChunks(text, 0, cache)).flatMap(({ start, chunk }) => outline(chunk.root.children, text, start));
}

function whole(text: string): string[] {
  return outline(parseMarkdown(text).children, text, 0);
}

test('pieces together are the whole', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      // A footnote's marker is the one thing whose syntax depends on a definition that pieces don't share; it is never said.
      fc.pre(!text.includes('[^1]'));
      expect(inPieces(text)).toEqual(whole(text));
    }),
    { numRuns: 120 },
  );
});

test('sections of a long piece together are the whole', () => {
  // Long enough for several sections, which have no headings to be parted by.
  const filler = 'We moved the service over *in* a week.\n\n'.repeat(120);
  fc.assert(
    fc.property(fc.array(markdown, { minLength: 2, maxLength: 3 }), (parts) => {
      const text = parts.map((part) => part.replace(/^#/gm, 'x')).join(`\n\n${filler}`);
      fc.pre(!text.includes('[^1]'));
      expect(inPieces(text)).toEqual(whole(text));
    }),
    { numRuns: 60 },
  );
});

test('a section links to what another one defines', () => {
  const filler = 'We moved the service over *in* a week.\n\n'.repeat(300);
  const text = `# A\n\nSee [this] and that.[^n]\n\n${filler}[this]: http://example.org\n\n[^n]: A note\n\nAnd [this], too.\n`;
  expect(inPieces(text)).toEqual(whole(text));
});

test('pieces together are the whole after any row of edits, with a warm cache', () => {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(40),
    insert: fc.constantFrom('', 'x', '\n', '# ', '```\n', '<!--', '-->', '> ', '[x]'),
  });
  fc.assert(
    fc.property(markdown, fc.array(edit, { maxLength: 5 }), (start, edits) => {
      const cache = new ChunkCache();
      let text = start;
      for (const { at, remove, insert } of edits) {
        const offset = Math.floor(at * text.length);
        text = text.slice(0, offset) + insert + text.slice(offset + remove);
        inPieces(text, cache);
      }
      expect(inPieces(text, cache)).toEqual(inPieces(text));
    }),
    { numRuns: 40 },
  );
});

test('an edited file is cut as a new one is', () => {
  const words = fc.constantFrom(
    '',
    '#',
    '# A\n',
    '## B (30 s)\n',
    'text\n',
    '\n',
    '\r',
    '\r\n',
    '```\n',
    '<!--',
    '-->\n',
    '<div>\n',
    '- ',
    '[x]: /y\n',
    '\u2028',
  );
  const edit = fc.record({ at: fc.nat(60), remove: fc.nat(6), insert: words });
  const cut = (text: string, cache: ChunkCache): string[] =>
    finish(splitIntoChunks(text, 0, cache)).map(
      ({ start, chunk }) => `${start} ${JSON.stringify(chunk.text)} ${chunk.definitions.join(' ')}`,
    );
  fc.assert(
    fc.property(fc.array(words, { minLength: 5, maxLength: 30 }), fc.array(edit, { minLength: 1, maxLength: 6 }), (parts, edits) => {
      const cache = new ChunkCache();
      let text = parts.join('');
      cut(text, cache);
      for (const { at, remove, insert } of edits) {
        text = text.slice(0, at) + insert + text.slice(at + remove);
        expect(cut(text, cache)).toEqual(cut(text, new ChunkCache()));
      }
    }),
    { numRuns: 200 },
  );
});

test('an edit in one answer looks up one piece', () => {
  const text = Array.from({ length: 50 }, (_, i) => `# Question ${i} (30 s)\n\nAnswer ${i} has some words.\n`).join('\n');
  const cache = new ChunkCache();
  const before = finish(splitIntoChunks(text, 0, cache));
  const asked = vi.spyOn(cache, 'get');
  const after = finish(splitIntoChunks(text.replace('Answer 25 has', 'Answer 25 surely has'), 0, cache));
  expect(asked).toHaveBeenCalledTimes(1);
  expect(after.filter(({ chunk }, i) => chunk !== before[i]!.chunk)).toHaveLength(1);
});

test('an edit in one answer parses one piece', () => {
  const cache = new ChunkCache();
  const text = Array.from({ length: 50 }, (_, i) => `# Question ${i} (30 s)\n\nAnswer ${i} has some words.\n`).join('\n');
  inPieces(text, cache);
  const { parses } = cache;
  inPieces(text.replace('Answer 25 has', 'Answer 25 surely has'), cache);
  expect(cache.parses - parses).toBe(1);
});

test.each([
  ['a fence that another piece closes', '# A\n\n```\n# not\n```\n\n# B\n', 2],
  ['a fence that nothing closes', '# A\n\n```\n# not\n\n# not\n', 1],
  ['a comment over headings', '# A\n<!--\n# not\n\n# not\n-->\n# B\n', 2],
  ['a block of HTML that a blank line ends', '# A\n<div>\n# not\n\n# B\n', 2],
  ['script', '# A\n<script>\n\n# not\n</script>\n# B', 2],
  ['a fence in a list, which a heading closes', '# A\n- ```\n# B\n', 2],
  ['a line separator before a number sign', '# A\n\u2028# not\n# B\n', 2],
])('%s', (_, text, pieces) => {
  expect(finish(splitIntoChunks(text, 0, new ChunkCache()))).toHaveLength(pieces);
  expect(inPieces(text)).toEqual(whole(text));
});

test('ten thousand pieces behind an unclosed fence are read in one go', () => {
  const cache = new ChunkCache();
  finish(splitIntoChunks(`\`\`\`\n${'# x\n'.repeat(10_000)}`, 0, cache));
  expect(cache.parses).toBeLessThan(5);
});
