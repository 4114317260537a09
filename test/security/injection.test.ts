/** What texts of the workspace could inject where they are shown or written: hovers, completion, links, exports. Over a real connection. */

import type { Link, Nodes } from 'mdast';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { CompletionItem, CompletionList, DocumentLink, Hover } from 'vscode-languageserver-protocol';
import { uriOf } from '../../server/src/cli/formats/sarif.ts';
import { parseMarkdown } from '../../server/src/core/answers/markdown.ts';
import { mediaUrlAt } from '../../server/src/core/links/mediaUrl.ts';
import { toCsv } from '../../server/src/core/rehearsal/exportRuns.ts';
import { escapeMarkdown } from '../../server/src/core/text/escapeMarkdown.ts';
import { EXPORT_ANSWERS_METHOD, type ExportKind, type ExportResult } from '../../server/src/protocol/overview.ts';
import { ANSWERS, at, FOLDER, GLOSSARY } from '../support/interviewFolder.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';
import { inMemory, MODERN, type TestClient } from '../support/protocolClient.ts';
import { aRun } from '../support/runs.ts';

/** What becomes something in Markdown, HTML or VS Code, where it isn't kept from it. */
const ATTACKS = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<a href="javascript:alert(1)">x</a>',
  '[run](command:workbench.action.terminal.new)',
  '[run](javascript:alert(1))',
  '![pixel](http://127.0.0.1:9/pixel.png)',
  '![pixel][ref]',
  '[ref]: http://127.0.0.1:9/pixel.png',
  '<http://127.0.0.1:9>',
  'https://evil.example/a?b=c',
  'www.evil.example/a',
  'mail@evil.example',
  '`code` **bold** _thin_ ~~gone~~',
  '| a | b |',
  '$(alert) $(sync~spin)',
  '&lt;b&gt; &#60;i&#62; &#x5b;x&#x5d;(command:y)',
  '\\[x\\](command:y)',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</style></title><script>alert(1)</script>',
  ']]>--><!--',
  '\u202e\u2066turned',
  '``` ````` ~~~ `````````````````',
  '<command:workbench.action.quit> <vscode:extension/x.y> <x-any+scheme:a>',
  'javascript&colon;alert(1) &Tab;[x](command&#58;y) &lbrack;x&rbrack;(command:y)',
  '[^1] [^1]: note [x][] [x] $$a$$ $a$ ==x== {#id .class}',
  '![x](data:image/svg+xml;base64,PHN2Zy8+ "t") [x](<command:a b> "t")',
  '# one > two - three 1. four *** --- ===',
  '[x](vscode://file/etc/passwd) [x](file:///etc/passwd) [x](//evil.example)',
  '\u0085\u2028\u2029[x](command:y)\ufeff\u200b',
  '<!-- --><![CDATA[ x ]]><?php x ?><!DOCTYPE x>',
  '**Video URL:** command:workbench.action.quit',
];

/** The nodes of a text in Markdown that fetch, run, or lead somewhere. */
function active(markdown: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (['html', 'image', 'imageReference', 'linkReference', 'definition', 'code', 'inlineCode'].includes(node.type)) found.push(node.type);
    // Some readers make links of addresses that are written out; those hide nothing and fetch nothing.
    if (node.type === 'link' && !isWrittenOut(node)) found.push(node.url);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(parseMarkdown(markdown));
  return found;
}

function isWrittenOut({ url, children: [child, ...others] }: Link): boolean {
  return others.length === 0 && child?.type === 'text' && ['', 'http://', 'mailto:'].some((scheme) => `${scheme}${child.value}` === url);
}

describe('text in Markdown', () => {
  test.each(ATTACKS)('stays text: %s', (attack) => {
    for (const place of [attack, `a ${attack} b`, `**${attack}**`]) expect(active(escapeMarkdown(place))).toEqual([]);
    expect(active(`- x: ${escapeMarkdown(attack)}\n- y`)).toEqual([]);
    expect(escapeMarkdown(attack)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  test('stays text, whatever is put together', () => {
    const part = fc.oneof(
      fc.constantFrom(...ATTACKS),
      fc.constantFrom('[', ']', '(', ')', '<', '>', '!', '\\', '`', '\n', '\n\n', '    ', ':', 'http://', '&', ';'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        expect(active(escapeMarkdown(parts.join('')))).toEqual([]);
      }),
    );
  });

  test('an address of a recording is of the web, and ends nothing', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'https://',
        'http://',
        'javascript:',
        'command:',
        'file:///',
        'data:',
        'youtu.be/',
        'vimeo.com',
        ')',
        '](',
        '"',
        ' ',
        '\n',
        '<',
        '\\',
        '#',
        '?',
        '&',
        '@',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const url = mediaUrlAt(parts.join(''), 7);
        if (url === undefined) return;
        expect(url).toMatch(/^https?:\/\//i);
        const links = active(`[00:07](${url})`);
        expect(links).toHaveLength(1);
        expect(links[0]).toMatch(/^https?:\/\//i);
      }),
    );
  });
});

let client: TestClient | undefined;

afterEach(async () => {
  await client?.shutdown();
  client = undefined;
});

async function open(attack: string): Promise<string> {
  const line = attack.replaceAll('\n', ' ');
  const text = `---\ntranscripts: ["*.md"]\n---\n# Why ${line} us (≈ 30 seconds)\n\nI like Veloquent, and backpressure. ${line} And more of Veloquent.\n\n## Tell me about a time when ${line} (10 s)\n\nWhen ${line}, I did it. ${line} So we won.\n`;
  const talk = `# Talk ${line} - Mara ${line}\n\n**Video URL:** https://www.youtube.com/watch?v=x)${line.replaceAll(' ', '')}\n\n**[00:05]** **Mara ${line}:** ${line}\n**[00:09]** Backpressure is basically ${line} a way ${line}.\n**[01:10]** Backpressure ${line} again.\n`;
  const glossary = `# Glossary\n\n## Veloquent\n\nMeans ${line}.\n\n- also: ${line}, Velo ${line}\n`;
  const files = new MemoryFiles({
    [ANSWERS]: text,
    [`${FOLDER}/transcripts/talk%20${encodeURIComponent(line)}.md`]: talk,
    [GLOSSARY]: glossary,
  });
  client = inMemory({ files });
  await client.initialize(MODERN, { workspaceFolders: [{ uri: FOLDER, name: 'interview' }], initializationOptions: { readsFiles: true } });
  await client.open(ANSWERS, text);
  await client.diagnostics(ANSWERS);
  await client.until(() => client!.transcripts.some(({ state, count }) => state === 'idle' && count > 0));
  return text;
}

const ask = <T>(method: string, more: object = {}): Promise<T> =>
  client!.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri: ANSWERS }, ...more });

/** The address that a transcript names as its recording, at a second: on the web, and followed by a click on the time. */
const isRecording = (node: string): boolean => /^https?:\/\/[^()<>\s]*(?:#t=\d+|[?&]t=\d+s)$/.test(node);

describe('the server', () => {
  test.each(ATTACKS)('shows as text: %s', async (attack) => {
    const text = await open(attack);
    for (const words of ['Why', 'Tell me', 'Veloquent', 'backpressure']) {
      const hover = await ask<Hover | null>('hover', { position: at(text, words) });
      expect(hover).not.toBeNull();
      const { value } = hover!.contents as { value: string };
      expect(active(value).filter((node) => !isRecording(node))).toEqual([]);
    }
    for (const { target } of await ask<DocumentLink[]>('documentLink')) expect(target).toMatch(/^(?:file:|https:)/);
    await client!.change(ANSWERS, `${text}\nSee [backpressure](`);
    const position = { line: text.split('\n').length, character: '\nSee [backpressure]('.length - 1 };
    const offered = await ask<CompletionItem[] | CompletionList>('completion', { position });
    const items = Array.isArray(offered) ? offered : offered.items;
    expect(items.length).toBeGreaterThan(0);
    for (const { documentation, textEdit } of items) {
      if (typeof documentation === 'object') expect(active(documentation.value)).toEqual([]);
      // What is written into the file is one destination, and nothing beside it.
      expect((textEdit as { newText: string }).newText).not.toMatch(/[()<>\s]/);
    }
  });

  test.each(['timeline', 'cueCards', 'handout'] as const satisfies readonly ExportKind[])(
    'exports a %s that runs and loads nothing',
    async (kind) => {
      for (const attack of ATTACKS) {
        await open(attack);
        const { text } = await client!.connection.sendRequest<ExportResult>(EXPORT_ANSWERS_METHOD, {
          textDocument: { uri: ANSWERS },
          kind,
          title: `Title ${attack}`,
        });
        const tags = [...text.matchAll(/<\/?([a-z][\w-]*)((?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'))?)*)\s*\/?>/gi)];
        // Every angle bracket belongs to a tag: none of a text is left.
        const bare = text
          .replace(/<style>[^<]*<\/style>/g, '')
          .replace(/^<!doctype html>/, '')
          .replace(/<\?xml[^<>]*\?>/, '');
        expect(bare.split('<').length - 1).toBe(tags.filter(([tag]) => !/^<\/?style>/.test(tag)).length);
        for (const [, name = '', attributes = ''] of tags) {
          expect(['script', 'img', 'iframe', 'object', 'embed', 'link', 'base', 'form', 'foreignobject', 'use', 'image']).not.toContain(
            name.toLowerCase(),
          );
          expect(attributes).not.toMatch(/\son\w+\s*=|\ssrc\s*=|\sstyle\s*=/i);
          for (const [, url = ''] of attributes.matchAll(/\s(?:xlink:)?href\s*=\s*["']([^"']*)/gi))
            expect(url).toMatch(/^(?:https?:\/\/|mailto:|#)/i);
        }
        if (kind !== 'timeline') expect(text).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
        await client!.shutdown();
        client = undefined;
      }
    },
  );
});

describe('CSV', () => {
  const FORMULAS = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1',
    '＋1',
    '＠x',
    'a;=cmd|x',
    'a\t=x',
    '"=1',
    'x\n=1',
    'x;"=1',
    '\u00a0=1',
    '\u2003=1',
    '\ufeff=1',
    '\u200b=1',
    '\u202e=1',
    '\u0000=1',
    '\u000b\u000c=1',
    '\u0085=1',
    'a\u2028=1',
    '%2b1',
    "'=1",
    '\u2212=1',
    '﹢1',
    '﹫x',
    '|=1',
    '=\ud800',
  ];

  test.each(FORMULAS)('has no formula of %j, however cells are parted', (text) => {
    const csv = toCsv([aRun({ title: text, file: text, language: text })]);
    const [, ...rest] = csv.split('\r\n');
    const row = rest.join('\r\n');
    for (const separator of [/[,\t\r\n]/, /[;\t\r\n]/, /[,;\t\r\n]/]) {
      for (const part of row.split(separator))
        expect(part.replace(/^[\s"\p{C}]+/u, '')).not.toMatch(/^[=+@＝＋－＠﹢﹣﹦﹫−]|^-(?!\d+(?:\.\d+)?$)/);
    }
  });

  test('keeps what is none', () => {
    expect(toCsv([aRun({ title: 'Why us - and when? a=b; c' })])).toContain('"Why us - and when? a=b; c"');
  });
});

describe('SARIF', () => {
  test.each([
    ['answers.md', 'answers.md'],
    ['a b/ü?#.md', 'a%20b/%C3%BC%3F%23.md'],
    ['javascript:alert(1).md', 'javascript%3Aalert(1).md'],
    ['//host/share/x.md', 'file:////host/share/x.md'],
    ['C:/x/y.md', 'file:///C:/x/y.md'],
    ['../x.md', '../x.md'],
    ['/x/%2e.md', '/x/%252e.md'],
    ['\ud800.md', '%EF%BF%BD.md'],
  ])('%j is %s', (name, expected) => expect(uriOf(name)).toBe(expected));

  test('a name is never an address of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const url = new URL(uriOf(name), 'file:///base/folder/');
        expect(url.protocol).toBe('file:');
        expect(url.search + url.hash).toBe('');
        expect(url.host).toBe('');
      }),
    );
  });
});
