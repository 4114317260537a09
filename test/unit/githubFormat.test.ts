/** Workflow commands: nothing of a file or a message can end one or begin another. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from '../../server/src/core/analysis.ts';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings.ts';
import { reportOf } from '../../server/src/cli/checkedFile.ts';
import { formatGithub } from '../../server/src/cli/formats/github.ts';

const TEXT = '# A (30 s)\n\nYes.\n';

/** The command for a finding with this message, in a file of this name. */
function command(path: string, message: string, span = { start: 4, end: 10 }): string {
  const analysis = analyse(TEXT, { settings: DEFAULT_SETTINGS, isListed: false });
  const { related, fixes, data, docs } = analysis.findings[0]!;
  const finding = { related, fixes, data, docs, rule: 'duration/over' as const, severity: 'error' as const, message, span };
  const report = formatGithub([reportOf(path, { ...analysis, findings: [finding] })]);
  return report.slice(0, -'\n1 answer in 1 file, 1 finding\n'.length);
}

test('a command', () => {
  expect(command('a.md', 'Too long: 100 %.')).toBe(
    '::error file=a.md,line=1,endLine=1,col=5,endColumn=10,title=duration/over::Too long: 100 %25.',
  );
});

test('has no columns over several lines', () => {
  expect(command('a.md', 'x', { start: 0, end: 14 })).toBe('::error file=a.md,line=1,endLine=3,title=duration/over::x');
});

test('an empty place is one column', () => expect(command('a.md', 'x', { start: 4, end: 4 })).toContain('col=5,endColumn=5,'));

test('property: one line, and the runner reads back what was meant', () => {
  const visible = fc.string({ unit: fc.constantFrom('a', ' ', ':', ',', '%', '\n', '\r', '2', '5', '::error::', 'é') });
  fc.assert(
    fc.property(visible, visible, (path, message) => {
      const line = command(path, message);
      expect(line).not.toMatch(/[\r\n]/);
      const [, properties, data] = /^::error ([^]*?)::([^]*)$/.exec(line)!;
      const read = (text: string): string =>
        text.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
      expect(read(data!)).toBe(message);
      expect(read(properties!.split(',')[0]!)).toBe(`file=${path}`);
    }),
  );
});
