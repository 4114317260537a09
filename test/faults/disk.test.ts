/** Disks that are full, folders that can't be written or are gone: nothing is torn, nothing is lost, and it is said. */

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseHistory, recordOf, withoutRun } from '../../server/src/core/rehearsal/history.ts';
import { appendToHistory, readHistoryFile, rewriteHistory } from '../../server/src/files/historyFile.ts';
import { nodeCache } from '../../server/src/files/nodeCache.ts';
import { asNobody, built, CAN_FORBID, ended, startScript, withSmallFiles } from '../support/childProcess.ts';
import { aRun } from '../support/runs.ts';

const CLI = path.join(import.meta.dirname, '../../dist/cli.js');

let modules: string;
let historyFile: string;
let cacheModule: string;
let wholeFile: string;
beforeAll(() => {
  modules = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-modules-'));
  historyFile = built('server/src/files/historyFile.ts', modules);
  cacheModule = built('server/src/files/nodeCache.ts', modules);
  wholeFile = built('server/src/cli/wholeFile.ts', modules);
});
afterAll(() => rmSync(modules, { recursive: true, force: true }));

let folder: string;
const at = (name: string): string => path.join(folder, name);
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-disk-'))));
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(process.platform === 'win32')('where no more can be written', () => {
  test('a record that doesn’t fit is taken back, and said', async () => {
    const file = at('history.jsonl');
    const before = `${recordOf(aRun())}\n`;
    writeFileSync(file, before);
    const script = `await m.appendToHistory(${JSON.stringify(file)}, '{"x":"' + 'x'.repeat(20000) + '"}').catch((e) => console.log('said', e.message));`;
    const { code, output } = await ended(startScript(historyFile, script, withSmallFiles));
    expect(output).toMatch(/^said can't write the history ".*history\.jsonl": EFBIG/);
    expect(code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(readdirSync(folder)).toEqual(['history.jsonl']);
  });

  test('rewriting that doesn’t fit leaves the old one', async () => {
    const file = at('history.jsonl');
    const before = `${recordOf(aRun())}\n`;
    writeFileSync(file, before);
    const script = `await m.rewriteHistory(${JSON.stringify(file)}, () => 'x'.repeat(20000)).catch((e) => console.log('said', e.message));`;
    const { output } = await ended(startScript(historyFile, script, withSmallFiles));
    expect(output).toMatch(/^said can't write the history/);
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(readdirSync(folder)).toEqual(['history.jsonl']);
  });

  test('the cache does without, and the old one stays', async () => {
    await nodeCache.save(folder, 'index.bin', new TextEncoder().encode('old'));
    const script = `await m.nodeCache.save(${JSON.stringify(folder)}, 'index.bin', new Uint8Array(20000)); console.log('went on');`;
    expect((await ended(startScript(cacheModule, script, withSmallFiles))).output).toBe('went on\n');
    expect(readFileSync(at('index.bin'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['index.bin']);
  });

  test('a file that is replaced is what it was', async () => {
    writeFileSync(at('a.md'), 'old');
    const script = `await m.writeWhole(${JSON.stringify(at('a.md'))}, 'x'.repeat(20000)).catch((e) => console.log('said', e.code));`;
    expect((await ended(startScript(wholeFile, script, withSmallFiles))).output).toBe('said EFBIG\n');
    expect(readFileSync(at('a.md'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  test('a device that is full is said by the command line', () => {
    if (!existsSync('/dev/full')) return;
    writeFileSync(at('a.md'), '# Why us (10 s)\n\nWe do this and that for them.\n');
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'check', '--format', 'json', '--output', '/dev/full', 'a.md'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/ENOSPC|no space/i);
    expect(status).toBe(2);
  });
});

describe.skipIf(!hasSmallDisks())('a disk that is really full', () => {
  /** Runs a script with a disk of 64 kB on the folder, and prints what is on it in the end. */
  async function onSmallDisk(module: string, script: string): Promise<string> {
    const listing = `const fs = await import('node:fs'); console.log(fs.readdirSync(${JSON.stringify(folder)}).join(' '));`;
    const mount = `mount -t tmpfs -o size=64k tmpfs ${JSON.stringify(folder)} && exec "$@"`;
    const child = startScript(module, `${script}\n${listing}`, (command) => ['unshare', '-rm', 'sh', '-c', mount, 'sh', ...command]);
    return (await ended(child)).output;
  }

  test('keeps what was stored, takes no half of the next, and goes on when there is room', async () => {
    const file = JSON.stringify(at('history.jsonl'));
    const output = await onSmallDisk(
      historyFile,
      `const { writeFileSync, rmSync, readFileSync } = await import('node:fs');
       await m.appendToHistory(${file}, '{"n":1}');
       writeFileSync(${JSON.stringify(at('filler'))}, 'x'.repeat(52000));
       await m.appendToHistory(${file}, '{"n":"' + 'x'.repeat(30000) + '"}').catch((e) => console.log(e.message.replace(/.*: /, '')));
       await m.rewriteHistory(${file}, (text) => text + 'x'.repeat(30000)).catch((e) => console.log('again', /ENOSPC/.test(e.message)));
       rmSync(${JSON.stringify(at('filler'))});
       await m.appendToHistory(${file}, '{"n":2}');
       console.log(JSON.stringify(readFileSync(${file}, 'utf8')));`,
    );
    expect(output).toBe(
      ['no space left on device, write', 'again true', JSON.stringify('{"n":1}\n{"n":2}\n'), 'history.jsonl', ''].join('\n'),
    );
  });

  test('leaves no lock behind where not even that fits', async () => {
    const file = JSON.stringify(at('history.jsonl'));
    const output = await onSmallDisk(
      historyFile,
      `const { writeFileSync, openSync, writeSync } = await import('node:fs');
       const filler = openSync(${JSON.stringify(at('filler'))}, 'w');
       try { for (;;) writeSync(filler, Buffer.alloc(4096)); } catch {}
       await m.appendToHistory(${file}, '{"n":1}').catch((e) => console.log(/ENOSPC/.test(e.message)));`,
    );
    expect(output).toBe('true\nfiller\n');
  });
});

/** Whether this machine lets us have a disk of our own. */
function hasSmallDisks(): boolean {
  const probe = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-mount-'));
  try {
    return process.platform === 'linux' && spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', probe]).status === 0;
  } finally {
    rmSync(probe, { recursive: true });
  }
}

describe('a folder', () => {
  test('that has vanished is made again', async () => {
    const file = at('deep/history.jsonl');
    await appendToHistory(file, recordOf(aRun({ id: 'a' })));
    rmSync(at('deep'), { recursive: true });
    expect(await readHistoryFile(file)).toBe('');
    await appendToHistory(file, recordOf(aRun({ id: 'b' })));
    expect(parseHistory(readFileSync(file, 'utf8')).runs.map(({ id }) => id)).toEqual(['b']);
  });

  describe.skipIf(!CAN_FORBID)('that is read-only', () => {
    /** What a script prints that may read the folder and not write to it; nothing in it is changed. */
    async function printed(module: string, script: string): Promise<string> {
      for (const open of [modules, folder]) chmodSync(open, 0o555);
      const before = readdirSync(folder).map((name) => [name, readFileSync(at(name), 'utf8')]);
      const { output } = await ended(startScript(module, script, asNobody));
      expect(readdirSync(folder).map((name) => [name, readFileSync(at(name), 'utf8')])).toEqual(before);
      chmodSync(modules, 0o700);
      return output;
    }

    test('is said of the history, which is read still', async () => {
      writeFileSync(at('history.jsonl'), `${recordOf(aRun())}\n`, { mode: 0o644 });
      const file = JSON.stringify(at('history.jsonl'));
      const script = `for (const write of [() => m.appendToHistory(${file}, '{}'), () => m.rewriteHistory(${file}, () => '')])
          await write().catch((e) => console.log(/^can't write the history .*EACCES/.test(e.message)));
        console.log((await m.readHistoryFile(${file})).length > 50);`;
      expect(await printed(historyFile, script)).toBe('true\ntrue\ntrue\n');
    });

    test('is nothing to the cache', async () => {
      const script = `await m.nodeCache.save(${JSON.stringify(folder)}, 'index.bin', new Uint8Array(5)); console.log('went on');`;
      expect(await printed(cacheModule, script)).toBe('went on\n');
    });

    test('is said of a report or a fix', async () => {
      writeFileSync(at('a.md'), 'old', { mode: 0o644 });
      const script = `await m.writeWhole(${JSON.stringify(at('a.md'))}, 'new').catch((e) => console.log('said', e.code));`;
      expect(await printed(wholeFile, script)).toBe('said EACCES\n');
    });
  });

  test.skipIf(!hasSmallDisks())('on a read-only disk, too', async () => {
    const file = JSON.stringify(at('history.jsonl'));
    const mount = `mount -t tmpfs tmpfs ${JSON.stringify(folder)} && echo '{"n":1}' > ${file} && mount -o remount,ro ${JSON.stringify(folder)} && exec "$@"`;
    const child = startScript(
      historyFile,
      `await m.appendToHistory(${file}, '{"n":2}').catch((e) => console.log(/can't write the history.*EROFS/.test(e.message)));
       console.log(await m.readHistoryFile(${file}));`,
      (command) => ['unshare', '-rm', 'sh', '-c', mount, 'sh', ...command],
    );
    expect((await ended(child)).output).toBe('true\n{"n":1}\n\n');
  });
});

describe('what processes have left behind that were killed', () => {
  test('is taken away when the history is rewritten next', async () => {
    const file = at('history.jsonl');
    await appendToHistory(file, recordOf(aRun({ id: 'a' })));
    writeFileSync(`${file}.dead.tmp`, 'half of a his');
    await rewriteHistory(file, (text) => withoutRun(text, 'a'));
    expect(readdirSync(folder)).toEqual(['history.jsonl']);
  });

  test('a link to the history stays one', async () => {
    mkdirSync(at('real'));
    writeFileSync(at('real/h.jsonl'), `${recordOf(aRun({ id: 'a' }))}\n${recordOf(aRun({ id: 'b' }))}\n`);
    symlinkSync('real/h.jsonl', at('history.jsonl'));
    await rewriteHistory(at('history.jsonl'), (text) => withoutRun(text, 'a'));
    expect(lstatSync(at('history.jsonl')).isSymbolicLink()).toBe(true);
    expect(parseHistory(readFileSync(at('real/h.jsonl'), 'utf8')).runs.map(({ id }) => id)).toEqual(['b']);
  });
});
