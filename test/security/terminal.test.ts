/** What the command line prints of files, names and texts that would command a terminal or a build service; with the built program. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainText, printable, printableJson, printableLine, printableLines } from '../../server/src/cli/terminal.ts';
import { runCli } from '../support/commandLine.ts';
import { words } from '../support/words.ts';

/** What a terminal obeys: changes of title, clipboard, colour and place, in seven bits and in eight; and what turns the writing. */
const ESCAPES = '\u001b]0;title\u0007\u001b]52;c;eA==\u0007\u001b[2J\u009b31m\u0008\u007f\u202e\u2066\r';
/** The same within a line: a carriage return ends it. */
const IN_LINE = ESCAPES.replace('\r', '');
/** What the runners of build services obey. */
const COMMANDS = '##[add-mask]a ##vso[task.setvariable variable=a]b';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'interview-answers-terminal-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
  return name;
}

/** Runs the command line, and holds that nothing it has printed is a command, but for those of the GitHub format. Answers what it printed. */
async function run(args: readonly string[], { input = '', commands = /^$/ }: { input?: string; commands?: RegExp } = {}): Promise<string> {
  const { stdout, stderr } = await runCli(args, { cwd: folder, input });
  const output = stdout + stderr;
  expect(output).not.toBe('');
  expect(output).not.toMatch(/(?!\n)\p{Cc}|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
  expect(output).not.toMatch(/##\[|##vso\[/);
  for (const line of output.split('\n')) if (/^\s*::/.test(line)) expect(line).toMatch(commands);
  return output;
}

const NAME = `over ${ESCAPES}::error::${COMMANDS.replaceAll('/', '')}.md`;
const WORKFLOW = /^::(?:error|warning|notice) file=[^:]*,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[a-z/%A-Z0-9-]+::[^\n]*$/;

/** Answers that break rules which quote: long, full of fillers, with acronyms, and all of it with escapes. */
const ANSWERS = `# Why${IN_LINE} us ${COMMANDS} (10 s)\n\nWe used QXZ${IN_LINE} and basically ${IN_LINE}${COMMANDS} you know, ${words(60)}. ::error::x%0A::error::y ${IN_LINE}\n\n::error::z\n`;

describe('check', () => {
  test.each([['text'], ['json'], ['sarif'], ['github']])('--format %s, of a file with escapes in its name and text', async (format) => {
    write(NAME, ANSWERS);
    const output = await run(['check', '--hints', '--format', format], { commands: WORKFLOW });
    expect(output).toContain('duration/over');
  });

  test.each(['::error::x.md', '  ::stop-commands::x.md', '##[add-mask]x.md'])('a name that is a command: %j', async (name) => {
    write(name, ANSWERS);
    expect(await run(['check', name])).toContain('duration/over');
    expect(await run(['check', '--format', 'github', name], { commands: WORKFLOW })).toContain('::warning file=');
  });

  test('--fix-dry-run and --fix', async () => {
    write(NAME, `# Why us (≈30 s)\n\nWe did this in order to win, ${IN_LINE} in order to ${COMMANDS} grow.\n`);
    await run(['check', '--fix-dry-run', '--hints']);
    await run(['check', '--fix', '--hints']);
  });

  test.each([
    ['that is no JSON', `{"a": ${ESCAPES}\n::error::x ${COMMANDS}`],
    ['with values that can not be', JSON.stringify({ pace: `${ESCAPES}\n::error::x ${COMMANDS}` })],
    ['with C1 controls and turned writing', `{"pace": "\u009b31m\u202e"}`],
  ])('a config file %s', async (_, text) => {
    write('answers.md', ANSWERS);
    write('.interview-answers.json', text);
    await run(['check', 'answers.md']);
  });

  test('a baseline that names files and rules', async () => {
    write('answers.md', ANSWERS);
    const known = [{ rule: `x${ESCAPES}\n::error::x${COMMANDS}`, hash: 'x', count: 1 }];
    write('baseline.json', JSON.stringify({ version: 1, files: { [`gone${ESCAPES}\n::error::x.md`]: known, 'answers.md': known } }));
    expect(await run(['check', '--baseline', 'baseline.json', 'answers.md'])).toContain('no longer there');
  });

  test('transcripts, glossary and evidence with escapes', async () => {
    write('answers.md', ANSWERS);
    write(`talk ${ESCAPES}.vtt`, `WEBVTT\n\n00:01.000 --> 00:02.000\nQXZ ${ESCAPES}${COMMANDS}\n\n00:x --> y\n`);
    write('glossary.md', `# G${ESCAPES}\n\n## QXZ${ESCAPES}\n\n- nonsense:${ESCAPES}\n`);
    write('evidence.md', `# E\n\n- 40 % more ${ESCAPES}${COMMANDS}\n`);
    await run(['check', '--hints', '--transcripts', '*.vtt', '--glossary', 'glossary.md', '--evidence', 'evidence.md', 'answers.md']);
  });

  test('files that are not there, and words that are no options', async () => {
    await run(['check', `nowhere${ESCAPES}${COMMANDS}.md`]);
    await run(['check', `--nothing${ESCAPES}${COMMANDS}`]);
    await run(['check', '--format', `x${ESCAPES}${COMMANDS}`]);
    await run([`no${ESCAPES}${COMMANDS}`]);
    await run(['check', '--config', write(`config${ESCAPES}.json`, '{')]);
    await run(['check', '--write-baseline', `known${ESCAPES}${COMMANDS}.json`, write('answers.md', ANSWERS)]);
  });
});

describe('links', () => {
  test.each(['text', 'json'])('--format %s', async (format) => {
    const escape = '\u001b[2J\u202e';
    const cues = [
      'Backpressure is basically a way to say no.',
      `More on ${escape} backpressure ${COMMANDS}.`,
      'Thank you all for coming here today.',
    ];
    const cue = (text: string, i: number): string => `00:0${i}.000 --> 00:0${i + 1}.000\n<v Ann${escape}>${text}\n`;
    write(`talk ${ESCAPES}.vtt`, `WEBVTT\n\n${cues.map(cue).join('\n')}`);
    const terms = write('terms.txt', `backpressure\n::error::x\n  ::error::y\n${IN_LINE}${COMMANDS}\n`);
    expect(await run(['links', '--transcripts', '*.vtt', '--terms', terms, '--format', format])).toContain('is basically a way');
  });
});

test('estimate, with ids and problems that are commands', async () => {
  const lines = [JSON.stringify({ id: `a\u009b\u202e${COMMANDS}`, text: 'Hello.' }), `{"text": ${ESCAPES}${COMMANDS}`, '"x"'];
  expect(await run(['estimate'], { input: `${lines.join('\n')}\n` })).toContain('seconds');
});

describe('in any text', () => {
  const obeyed = fc.constantFrom(
    '\u001b',
    '\u009b',
    '\u202e',
    '\u2069',
    '\u0000',
    '\r',
    '\n',
    '\t',
    '##[',
    '##vso[',
    '#',
    '::',
    ':',
    ' ',
    '\ud800',
    'é',
    '😀',
  );
  const texts = fc.array(fc.oneof(obeyed, fc.string({ unit: 'binary' })), { maxLength: 12 }).map((parts) => parts.join(''));

  test('nothing is left that is obeyed, and what is harmless stays', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const shown of [printable(text), plainText(text), printableLine(text), ...printableLines(text).split('\n')])
          expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|##\[|##vso\[/u);
        for (const shown of [plainText(text), printableLine(text), ...printableLines(text).split('\n')]) {
          expect(shown).not.toMatch(/^\s*::/);
        }
      }),
    );
    expect(printable('Über: “x” 😀 a::b # [x] ## d')).toBe('Über: “x” 😀 a::b # [x] ## d');
  });

  test('JSON says the same as before', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(undefined, 2), (text, indent) => {
        const value = { [text]: [text] };
        const shown = printableJson(value, indent);
        expect(JSON.parse(shown)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(shown).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]|##\[|##vso\[/u);
      }),
    );
  });
});
