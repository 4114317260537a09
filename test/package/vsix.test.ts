/** What is in the package: these files and no others, and all of them work where they lie. */

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const EXTENSION = path.join(import.meta.dirname, '../../.e2e/vsix/extension');

test('the package holds what users need and nothing else', () => {
  const files = readdirSync(EXTENSION, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.posix.join(path.relative(EXTENSION, entry.parentPath).replaceAll(path.sep, '/'), entry.name))
    // Left there by an end-to-end run in the web host, which loads its tests from the extension.
    .filter((file) => !file.startsWith('.e2e/'));
  expect(files.map((file) => file.toLowerCase()).sort()).toEqual(
    [
      'changelog.md',
      'dist/cli.js',
      'dist/extension.browser.js',
      'dist/extension.node.js',
      'dist/extension.protocol.js',
      'dist/extension.client.js',
      'dist/extension.start.js',
      'dist/overview/page.css',
      'dist/overview/page.js',
      'dist/rehearsal.css',
      'dist/rehearsal.js',
      'dist/rehearsal/index.html',
      'dist/rehearsal/page.css',
      'dist/rehearsal/page.js',
      'dist/rehearsal/worklet.js',
      'dist/server.browser.js',
      'dist/server.node.js',
      'dist/server.serve.js',
      'dist/third_party_licenses.txt',
      'l10n/bundle.l10n.de.json',
      'l10n/bundle.l10n.es.json',
      'l10n/bundle.l10n.zh-cn.json',
      'license.txt',
      'media/icon.png',
      'package.json',
      'package.nls.json',
      'package.nls.de.json',
      'package.nls.es.json',
      'package.nls.zh-cn.json',
      'privacy.md',
      'readme.md',
      'snippets/answers.json',
      'support.md',
      'schemas/config.schema.json',
      'syntaxes/comment.tmlanguage.json',
      'syntaxes/prose.tmlanguage.json',
      'syntaxes/target.tmlanguage.json',
      'third_party_notices.md',
      'media/interview-answers-light.svg',
      'media/interview-answers.svg',
      'media/walkthrough/pace.md',
      'media/walkthrough/rehearse.md',
      'media/walkthrough/targets.md',
      'media/walkthrough/pace.nls.de.md',
      'media/walkthrough/pace.nls.es.md',
      'media/walkthrough/pace.nls.zh-cn.md',
      'media/walkthrough/rehearse.nls.de.md',
      'media/walkthrough/rehearse.nls.es.md',
      'media/walkthrough/rehearse.nls.zh-cn.md',
      'media/walkthrough/targets.nls.de.md',
      'media/walkthrough/targets.nls.es.md',
      'media/walkthrough/targets.nls.zh-cn.md',
      'media/walkthrough/answers-dark.png',
      'media/walkthrough/answers-high-contrast.png',
      'media/walkthrough/answers-high-contrast-light.png',
      'media/walkthrough/answers-light.png',
      'media/walkthrough/editor-dark.png',
      'media/walkthrough/editor-high-contrast.png',
      'media/walkthrough/editor-high-contrast-light.png',
      'media/walkthrough/editor-light.png',
      'media/walkthrough/overview-dark.png',
      'media/walkthrough/overview-high-contrast.png',
      'media/walkthrough/overview-high-contrast-light.png',
      'media/walkthrough/overview-light.png',
      'samples/answers.md',
      'samples/evidence.md',
      'samples/glossary.md',
      'samples/transcripts/meridian-architecture-talk.vtt',
      'samples/transcripts/meridian-team-podcast.vtt',
    ].sort(),
  );
});

test('the commands of the package run without the repository around them', () => {
  for (const name of ['cli.js', 'server.node.js']) {
    const { stdout, status } = spawnSync(process.execPath, [path.join(EXTENSION, 'dist', name), '--version'], { encoding: 'utf8' });
    expect(`${name} ${status} ${stdout.trim()}`).toBe(
      `${name} 0 ${(JSON.parse(readFileSync(path.join(EXTENSION, 'package.json'), 'utf8')) as { version: string }).version}`,
    );
  }
});

test('the entries that the manifest names are in the package', () => {
  const { main, browser, bin } = JSON.parse(readFileSync(path.join(EXTENSION, 'package.json'), 'utf8')) as {
    main: string;
    browser: string;
    bin: Record<string, string>;
  };
  for (const file of [main, browser, ...Object.values(bin)]) expect(existsSync(path.join(EXTENSION, file)), file).toBe(true);
});
