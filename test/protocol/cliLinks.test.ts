/** `links`, and `check` with transcripts, glossary and evidence, as a user runs them. */

import { beforeEach, describe, expect, test } from 'vitest';
import { runCliSync, type Ran } from '../support/commandLine.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const TALK = `# Building Veloquent

**[00:05]** So today it is all about vela quent
**[00:05]** So today it is all about vela quent and how we built it
**[00:09]** and how we built it
**[00:09]** and how we built it over three years.
**[00:12]** over three years.
**[00:12]** over three years. Let us begin.
**[01:10]** Backpressure is basically a way to say no.
**[01:14]** The rollout cut the error rate of the scheduler to 3 percent.
`;

const folder = temporaryFolder('links');

beforeEach(() => {
  folder.write('talks/talk.md', TALK);
  folder.write('talks/other.vtt', 'WEBVTT\n\n00:02.000 --> 00:04.000\n<v Ann>Backpressure again</v>\n');
});

const run = (args: readonly string[], input?: string): Ran => runCliSync(args, folder.path, input);

describe('links', () => {
  test('prints what programs read: lines of all repetitions, place, time, speaker, tier, what was heard', () => {
    const { stdout, status } = run(['links', '--transcripts', 'talks', '--format', 'json', 'backpressure', 'Veloquent', 'Kubernetes']);
    expect(status).toBe(0);
    const [backpressure, veloquent, kubernetes] = JSON.parse(stdout) as { term: string; passages: Record<string, unknown>[] }[];
    expect(backpressure!.passages).toMatchObject([
      { file: 'talks/talk.md', line: 9, lines: [9], character: 12, seconds: 70, speaker: null, tier: 'exact', heardAs: null },
      { file: 'talks/other.vtt', line: 4, seconds: 2, speaker: 'Ann' },
    ]);
    expect(veloquent!.passages.find(({ tier }) => tier === 'sound')).toMatchObject({ line: 3, lines: [3, 4], heardAs: 'vela quent' });
    expect(kubernetes).toEqual({ term: 'Kubernetes', passages: [] });
  });

  test('takes files as the shell expands them, terms from a file, and a glossary', () => {
    folder.write('terms.txt', 'backpressure\n\n');
    folder.write('glossary.md', '# Glossary\n\n## push-back\n\n- also known as: backpressure\n');
    const args = ['links', '--transcripts', 'talks/talk.md', 'talks/other.vtt', '--terms', 'terms.txt', '--glossary', 'glossary.md'];
    const { stdout } = run([...args, '--format', 'json', 'push-back']);
    const linked = JSON.parse(stdout) as { term: string; passages: { tier: string }[] }[];
    expect(linked.map(({ term, passages }) => [term, passages.length])).toEqual([
      ['push-back', 2],
      ['backpressure', 2],
    ]);
    expect(linked[0]!.passages[0]!.tier).toBe('alias');
  });

  test('says so when nothing is found, and shows no control characters', () => {
    folder.write('talks/evil.txt', 'Ann: Hello.\nBen: Red \u001b[31mbackpressure\u0007 here.\nAnn: Yes.\nBen: No.\n');
    const { stdout, status } = run(['links', '--transcripts', 'talks', '--', 'backpressure', 'PPO']);
    expect(stdout).toContain('PPO: no passage found');
    expect(stdout).not.toMatch(/[\u0007\u001b]/);
    expect(status).toBe(0);
  });

  test('prints as many passages of a term as --limit says, the best ones, and as text of how many', () => {
    folder.write('talks/more.txt', 'Ann: Backpressure.\nBen: Backpressure?\nAnn: Yes.\nBen: No.\n');
    const limited = (...args: readonly string[]) => run(['links', '--transcripts', 'talks', ...args, '--', 'backpressure']).stdout;
    const places = (text: string) => text.match(/^ {2}talks\S+/gm);
    const all = places(limited('--limit', '9'))!;
    expect(all).toHaveLength(4);
    for (const [args, count] of [[[], 3] as const, [['--limit', '1'], 1] as const]) {
      const text = limited(...args);
      expect(text).toMatch(/^backpressure: 4 passages\n/);
      expect(places(text)).toEqual(all.slice(0, count));
      expect(text).toContain(`  and ${4 - count} more\n`);
    }
    const [json] = JSON.parse(limited('--limit', '1', '--format', 'json')) as { passages: unknown[] }[];
    expect(json!.passages).toHaveLength(1);
  });

  test.each([
    [['links', 'term'], '--transcripts is missing'],
    [['links', '--transcripts', 'nowhere/*.md', '--', 'term'], 'no file matches'],
    [['links', '--transcripts', 'talks'], 'which term?'],
    [['links', '--transcripts', 'talks', '--limit', '0', '--', 'term'], '--limit'],
  ])('%j is wrong', (args, message) => {
    const { stderr, status } = run(args);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  test('names a transcript that can not be read, and goes on', () => {
    folder.write('talks/broken.json', '{"segments": [');
    const { stdout, stderr, status } = run(['links', '--transcripts', 'talks', '--', 'backpressure']);
    expect(stderr).toMatch(/talks\/broken\.json:1: This is not valid JSON/);
    expect(stdout).toContain('backpressure: 2 passages');
    expect(status).toBe(2);
  });
});

describe('check with sources', () => {
  const CLAIM = '# Why us (5 s)\n\nThe rollout cut the error rate of the scheduler to 9 percent.\n';

  test('another figure in a transcript or in the evidence contradicts, the same one does not', () => {
    folder.write('answers.md', CLAIM);
    folder.write('evidence.md', '- The rollout cut the error rate of the scheduler: 9 percent (dashboard)\n');
    expect(run(['check', 'answers.md']).stdout).not.toContain('claim/contradicted');
    expect(run(['check', '--transcripts', 'talks', '--', 'answers.md']).stdout).toContain('claim/contradicted');
    expect(run(['check', '--evidence', 'evidence.md', 'answers.md']).stdout).not.toContain('claim/contradicted');
    folder.write('evidence.md', '- The rollout cut the error rate of the scheduler: 4 percent (dashboard)\n');
    expect(run(['check', '--evidence', 'evidence.md', 'answers.md']).stdout).toContain('claim/contradicted');
  });

  test('a term of the glossary needs no explanation', () => {
    folder.write('answers.md', '# Why us (5 s)\n\nI like RLHF a lot, and you do too.\n');
    folder.write('glossary.md', '# Glossary\n\n## RLHF\n\nLearning from people.\n');
    folder.write('config.json', '{"audience": "recruiter"}');
    expect(run(['check', '--config', 'config.json', 'answers.md']).stdout).toContain('jargon/undefined-acronym');
    expect(run(['check', '--config', 'config.json', '--glossary', 'glossary.md', 'answers.md']).stdout).not.toContain('undefined-acronym');
  });

  test.each(['1', '2'])('a transcript that can not be read is named, and the files are checked with the others (%s threads)', (threads) => {
    folder.write('answers.md', CLAIM);
    folder.write('more.md', CLAIM);
    folder.write('talks/broken.json', '{"segments": [');
    const files = ['answers.md', 'more.md'];
    const { stdout, stderr, status } = run(['check', '--threads', threads, '--transcripts', 'talks', '--', ...files]);
    expect(stderr).toMatch(/^interview-answers: talks\/broken\.json:1: This is not valid JSON.*\n$/);
    expect(stdout.match(/^\S+\.md(?=:.*contradicted)/gm)).toEqual(files);
    expect(status).toBe(2);
  });

  test('a glossary that is not there is a usage error', () => {
    const { stderr, status } = run(['check', '--glossary', 'none.md', 'talks']);
    expect(stderr).toContain("can't read the glossary");
    expect(status).toBe(2);
  });
});
