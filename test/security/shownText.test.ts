/** What the extension shows of files: no icon, no link and no script of theirs; and who may change its settings. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { withoutIcons, withoutLinks } from '../../client/src/shownText.ts';
import { overviewHtml } from '../../client/src/overview/overviewHtml.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const SOURCES = readdirSync(path.join(ROOT, 'client/src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name): [string, string] => [name, readFileSync(path.join(ROOT, 'client/src', name), 'utf8')]);

describe('labels and notifications', () => {
  test('show signs of icons and links as they are', () => {
    expect(withoutIcons('$(alert) costs $5 (a lot)')).toBe('$\u200b(alert) costs $5 (a lot)');
    expect(withoutLinks('[run](command:x) [a] (b)')).toBe('[run]\u200b(command:x) [a] (b)');
    for (const show of [withoutIcons, withoutLinks]) expect(show('cod\u202efdp.exe \u2066\u2069עברית')).toBe('codfdp.exe עברית');
  });

  test.each(SOURCES.filter(([, source]) => /show(?:Information|Warning|Error)Message\(/.test(source)))(
    '%s shows no name or text in a notification as it came',
    (_, source) => {
      for (const [call] of source.matchAll(/show(?:Information|Warning|Error)Message\(\s*(?:`[^`]*`|t\(\s*'[^']*'|[^,)]*)/g)) {
        // A plain text of ours, translated or not, or one that went through the function.
        expect(call).toMatch(/Message\(\s*(?:'[^']*'|`[^`$]*`|t\(\s*'[^'{]*'|withoutLinks\()/);
      }
    },
  );
});

describe('pages', () => {
  test.each(SOURCES)('%s makes no markup of text', (_, source) => {
    expect(source).not.toMatch(
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|srcdoc|document\.write)\b|\bDOMParser\b/,
    );
    expect(source).not.toMatch(/(?<!vscode\.workspace\.)isTrusted|supportHtml|enableCommandUris/);
  });

  test('the overview loads its own two files and runs one of them', () => {
    const html = overviewHtml({ script: 'https://x.test/page.js', style: 'https://x.test/page.css', cspSource: 'https://x.test' });
    const nonce = /<script nonce="([0-9a-f]{32})"/.exec(html)![1]!;
    expect(html).toContain(`content="default-src 'none'; style-src https://x.test; script-src 'nonce-${nonce}'"`);
    expect(overviewHtml({ script: '', style: '', cspSource: '' })).not.toContain(nonce);
  });

  test('so does the rehearsal', () => {
    const [, source] = SOURCES.find(([name]) => name === path.join('rehearsal', 'html.ts'))!;
    expect(source).toContain("`default-src 'none'; script-src 'nonce-${nonce}' ${webview.cspSource}; style-src ${webview.cspSource}`");
    expect(source).toContain('getRandomValues(new Uint8Array(16))');
  });
});

describe('a workspace that nobody trusts', () => {
  const { capabilities } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    capabilities: { untrustedWorkspaces: { supported: unknown; restrictedConfigurations: readonly string[] } };
  };

  test('has no say in what is read, written and logged', () => {
    expect(capabilities.untrustedWorkspaces.supported).toBe('limited');
    expect([...capabilities.untrustedWorkspaces.restrictedConfigurations].sort()).toEqual([
      'interviewAnswers.evidence.files',
      'interviewAnswers.glossary.files',
      'interviewAnswers.rehearsal.history',
      'interviewAnswers.trace.server',
      'interviewAnswers.transcripts.files',
    ]);
  });
});
