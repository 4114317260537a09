/** Words that are kept beyond their file: which are offered, and what each writes. */

import { describe, expect, test } from 'vitest';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { analyse } from '../../server/src/core/analysis.ts';
import { readSettings } from '../../server/src/core/settings.ts';
import { LineIndex } from '../../server/src/core/text/lineIndex.ts';
import type { RuleId } from '../../server/src/core/rules/registry.ts';
import { wordActions, type WordKeeping } from '../../server/src/lsp/features/wordActions.ts';
import { toRange, type EditedFile } from '../../server/src/lsp/convert.ts';

const URI = 'file:///interview/a.md';
const { settings } = readSettings({ audience: 'recruiter' });
const GLOSSARY: EditedFile = { uri: 'file:///interview/glossary.md', text: '# Glossary\n\n## PPO\n\nA method.\n', exists: true };
const ALL: WordKeeping = { keepsWords: true, createsFiles: true, glossaryFile: () => GLOSSARY };

function actions(said: string, rule: RuleId, keeping: WordKeeping): readonly CodeAction[] {
  const text = `# A\n\n${said}\n`;
  const analyseAgain = (other: string) => analyse(other, { settings, isListed: true });
  const analysis = analyseAgain(text);
  const lines = new LineIndex(text);
  const finding = analysis.findings.find((one) => one.rule === rule)!;
  const snapshot = {
    serial: 1,
    uri: URI,
    document: undefined as never,
    version: 1,
    text,
    lines,
    settings,
    analysis,
    sources: undefined,
    paces: new Map(),
    analyseAgain,
  };
  return wordActions(snapshot, finding, { range: toRange(lines, finding.span), message: finding.message }, keeping);
}

describe('the dictionary', () => {
  test.each([
    ['an acronym without its plural', 'We tried two VLMs there.', 'jargon/undefined-acronym', 'VLM'],
    ['a phrase', 'I did it in order to win.', 'jargon/wordy', 'in order to'],
  ] as const)('gets %s', (_, said, rule, word) => {
    const [action] = actions(said, rule, ALL);
    expect(action?.command).toMatchObject({ command: 'interviewAnswers.addToVocabulary', arguments: [word] });
  });
  test('is not offered to a client that has none', () => {
    expect(actions('I did it in order to win.', 'jargon/wordy', { ...ALL, keepsWords: false })).toEqual([]);
  });
  test('is not offered for what no vocabulary silences', () => {
    expect(actions('Our system never fails.', 'claim/absolute', ALL)).toEqual([]);
  });
});

describe('the glossary', () => {
  const only: WordKeeping = { ...ALL, keepsWords: false };
  test('gets a term with what it stands for, behind its others', () => {
    const [action] = actions('We tried a VLM there.', 'jargon/undefined-acronym', only);
    expect(action?.title).toBe('Add "VLM" to the glossary');
    const [edit] = action!.edit!.changes![GLOSSARY.uri]!;
    expect(edit!.range.start).toEqual({ line: 5, character: 0 });
    expect(edit!.newText).toMatch(/^\n## VLM\n\nvision.language model\n$/i);
  });
  test('is made where there is none', () => {
    const glossaryFile = () => ({ ...GLOSSARY, text: '', exists: false });
    const [action] = actions('We tried a VLM there.', 'jargon/undefined-acronym', { ...only, glossaryFile });
    const [create, write] = action!.edit!.documentChanges! as [unknown, TextDocumentEdit];
    expect(create).toEqual({ kind: 'create', uri: GLOSSARY.uri, options: { ignoreIfExists: true } });
    expect(write.edits[0]).toMatchObject({ newText: expect.stringMatching(/^# Glossary\n\n## VLM\n/) as unknown });
    expect(actions('We tried a VLM there.', 'jargon/undefined-acronym', { ...only, glossaryFile, createsFiles: false })).toEqual([]);
  });
  test.each([
    ['a term that it has', 'We did PPO there.', 'jargon/undefined-acronym'],
    ['a phrase that explains itself', 'I did it in order to win.', 'jargon/wordy'],
  ] as const)('does not get %s', (_, said, rule) => expect(actions(said, rule, only)).toEqual([]));
});
