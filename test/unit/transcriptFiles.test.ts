/** What a transcript file says about its recording, what can't be read, and which files are taken for transcripts at all. */

import { describe, expect, test } from 'vitest';
import { readTranscript, recognise } from '../../server/src/core/transcripts/readTranscript.ts';
import { showCues } from '../support/cues.ts';

const lines = (...all: readonly string[]): string => all.join('\n');
const json = (value: unknown): string => JSON.stringify(value, undefined, 2);

describe('JSON', () => {
  function check(value: unknown, expected: readonly string[]): void {
    // Written on many lines, and on one: lines differ, all else is the same.
    expect(showCues(json(value))).toEqual(expected);
    expect(showCues(JSON.stringify(value))).toEqual(expected.map((line) => line.replace(/^\d+/, '1')));
  }

  test('Whisper', () => {
    check(
      {
        text: ' We measure twice. "Then" we cut.',
        segments: [
          { id: 0, start: 0, end: 1.5, text: ' We measure twice.' },
          { id: 1, start: 61.25, end: 63, text: ' "Then" we cut.' },
        ],
        language: 'en',
      },
      ['8 00:00 | We measure twice.', '14 01:01.25 | "Then" we cut.'],
    );
  });

  test('Whisper with one segment: the place is the segment, not the text of the whole', () => {
    check({ text: ' All of it.', segments: [{ start: 2, text: ' All of it.' }] }, ['6 00:02 | All of it.']);
  });

  test('Whisper with words that have texts of their own', () => {
    check(
      {
        segments: [
          { start: 1, text: 'Right you are', words: [{ text: 'Right' }, { text: 'you' }, { text: 'are' }] },
          { start: 2, text: 'are', words: [{ text: 'are' }] },
          { start: 3, text: 'we?' },
        ],
      },
      ['5 00:01 | Right you are', '20 00:02 | are', '29 00:03 | we?'],
    );
  });

  test('whisper.cpp', () => {
    check(
      {
        result: { language: 'en' },
        transcription: [
          { timestamps: { from: '00:00:01,500', to: '00:00:03,000' }, offsets: { from: 1500, to: 3000 }, text: ' Caf\u00e9 \u2603 time' },
          { timestamps: { from: '01:00:00,000', to: '01:00:03,000' }, offsets: { from: 3600000, to: 3603000 }, text: ' Over.' },
        ],
      },
      ['15 00:01.5 | Café ☃ time', '26 1:00:00 | Over.'],
    );
  });

  test('WhisperX with speakers', () => {
    check(
      {
        segments: [
          { start: 0.5, end: 1, text: ' Who is it?', speaker: 'SPEAKER_00', words: [{ word: 'Who', start: 0.5 }] },
          { start: 1.5, end: 2, text: ' Me.', speaker: 'SPEAKER_01' },
        ],
        word_segments: [{ word: 'Who', start: 0.5 }],
      },
      ['6 00:00.5 SPEAKER_00 | Who is it?', '18 00:01.5 SPEAKER_01 | Me.'],
    );
  });

  test('what downloaders of captions write', () => {
    check(
      [
        { text: 'first\nline', start: 0.2, duration: 2 },
        { text: 'second', start: '65.5', dur: '1.2' },
      ],
      ['3 00:00.2 | first line', '8 01:05.5 | second'],
    );
  });

  test('escapes keep their places', () => {
    const source = '[{"start": 1, "text": "a \\u0022big\\u0022 caf\\u00e9\\tbar"}, {"start": 2, "text": "x"}]';
    const [cue] = readTranscript(source).cues;
    expect(cue!.text).toBe('a "big" café bar');
    for (const word of ['big', 'caf', 'bar']) {
      const at = cue!.text.indexOf(word);
      const piece = cue!.pieces.findLast((one) => one.at <= at)!;
      expect(source.slice(piece.character + at - piece.at)).toMatch(new RegExp(`^${word}`));
    }
  });

  test('a text of megabytes is no problem', () => {
    const long = 'so it goes '.repeat(300_000);
    expect(showCues(JSON.stringify({ text: long, segments: [{ start: 1, text: 'So.' }] }))).toEqual(['1 00:01 | So.']);
  });
});

describe('heads', () => {
  function check(text: string, expected: { title?: string; mediaUrl?: string; speakers?: readonly string[] }): void {
    const { title, mediaUrl, speakers } = readTranscript(text);
    expect({ title, mediaUrl, speakers }).toEqual({ title: undefined, mediaUrl: undefined, speakers: [], ...expected });
  }
  const body = lines('**[00:01]** So here we are.', '**[00:04]** It is a long story.');

  test('front matter', () => {
    check(lines('---', 'title: Arms in the wild', 'video: https://video.example/watch?v=1', 'speakers: [Ann Lee, Bo]', '---', body), {
      title: 'Arms in the wild',
      mediaUrl: 'https://video.example/watch?v=1',
      speakers: ['Ann Lee', 'Bo'],
    });
    check(lines('\uFEFF---', 'Title: "Quoted: yes"', 'guest: Ann Lee and Bo', '---', '', body), {
      title: 'Quoted: yes',
      speakers: ['Ann Lee', 'Bo'],
    });
    // YAML that is broken costs the head, not the cues.
    check(lines('---', 'title: [a', '---', body), {});
    expect(showCues(lines('---', 'title: [a', '---', body))).toContain('4 00:01 | So here we are.');
  });

  test('a heading, the address in bold, names', () => {
    check(lines('# Why C#', '', '**Video URL:** https://video.example/watch?v=2&t=1', 'By Ann Lee & Bo Wu', '', body), {
      title: 'Why C#',
      mediaUrl: 'https://video.example/watch?v=2&t=1',
      speakers: ['Ann Lee', 'Bo Wu'],
    });
    check(lines('# Arms #', 'Speakers: Ann Lee, Bo', '<https://video.example/3>', '', body), {
      title: 'Arms',
      mediaUrl: 'https://video.example/3',
      speakers: ['Ann Lee', 'Bo'],
    });
  });

  test('a first line without marks is the title; the file itself names speakers', () => {
    check(lines('A chat about arms', '', 'Ann Lee  0:01', 'Hello.', 'Bo  0:03', 'Hello.'), {
      title: 'A chat about arms',
      speakers: ['Ann Lee', 'Bo'],
    });
  });

  test('captions', () => {
    check(lines('WEBVTT - Arms in the wild', 'Kind: captions', '', '00:01.000 --> 00:02.000', 'Hi.'), { title: 'Arms in the wild' });
    check(lines('WEBVTT', 'Kind: captions', 'Language: en', '', 'intro', '00:01.000 --> 00:02.000', 'Hi.'), {});
    check(lines('1', '00:00:01,000 --> 00:00:02,000', 'By Ann'), {});
  });

  test('prose names nobody by chance', () => {
    check(lines('With arms that bend, we can reach further.', 'By then it was late.', 'with this in mind we left.'), {});
    check(lines('# Arms', '', 'By Ann Lee', '', 'We can reach further.'), { title: 'Arms', speakers: ['Ann Lee'] });
  });
});

describe('what cannot be read is one problem', () => {
  function check(text: string, message: RegExp, line = 0): void {
    const { cues, problems } = readTranscript(text);
    expect(cues).toEqual([]);
    expect(problems).toEqual([{ message: expect.stringMatching(message) as string, line }]);
  }

  test.each([
    ['nothing', '', /empty/],
    ['blanks', ' \n\t\n', /empty/],
    ['a byte order mark', '\uFEFF', /empty/],
    ['bytes', 'RIFF\u0000\u0001WAVE', /not a text/],
    ['bytes that a decoder gave up on', '\uFFFD\uFFFD\uFFFD\u0010JFIF \uFFFDx\uFFFDy', /not a text/],
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj', /PDF/],
    ['a Word document', 'PK\u0003\u0004\u0014 word/document.xml', /Word/],
    ['a rich text document', '{\\rtf1\\ansi Hello}', /RTF/],
    ['JSON cut off', '{"segments": [{"start": 1, "text": "Hi"', /not valid JSON/],
    ['JSON of something else', '{"name": "arm", "version": 2}', /not a transcript/],
    ['a JSON list of something else', '[{"id": 1}, {"id": 2}]', /not a transcript/],
    ['an empty list', '[]', /Nothing spoken/],
    ['captions without a word', 'WEBVTT\n\n00:01.000 --> 00:02.000\n\n', /Nothing spoken/],
  ])('%s', (_, text, message) => {
    check(text, message);
  });

  test('it is not taken for a transcript by what is in it, either', () => {
    for (const text of [
      '',
      '\uFEFF',
      'PK\u0003\u0004 0:01 a\n0:02 b\n0:03 c\n0:04 d',
      '%PDF-1.7\n0:01 a\n0:02 b\n0:03 c\n0:04 d',
      '[]',
      '{}',
    ])
      expect(recognise(text)).toBeUndefined();
  });

  test('a word in square brackets is no JSON', () => {
    expect(showCues('[Music] We begin. [Applause]')).toEqual(['1 | [Music] We begin.', '1 | [Applause]']);
  });
});

describe('which files are transcripts', () => {
  const talk = (stamp: (minute: number, second: number) => string): string =>
    lines(...Array.from({ length: 8 }, (_, i) => `${stamp(i, (i * 17) % 60)}we looked at joint number ${i}`));

  test.each([
    ['WebVTT', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHi.', 'captions'],
    ['SubRip', '1\n00:00:01,000 --> 00:00:02,000\nHi.', 'captions'],
    ['stamps in bold', talk((m, s) => `**[0${m}:${String(s).padStart(2, '0')}]** `), 'stamped'],
    ['copied from a page', talk((m, s) => `${m}:${String(s).padStart(2, '0')}\n`), 'stamped'],
    ['names and times', talk((m, s) => `${m % 2 === 0 ? 'Ann Lee' : 'Bo'}  ${m}:${String(s).padStart(2, '0')}\n`), 'stamped'],
    [
      'a paragraph every half minute',
      lines(...['0:00', '0:30', '1:00', '1:30', '2:00'].map((time) => `[${time}] ${'and so the arm went on to the next box '.repeat(5)}`)),
      'stamped',
    ],
    ['phrases in bold', '<b>we went there</b> <b>and back</b>\n\n<b>twice</b>', 'phrases'],
    [
      'a conversation',
      'Ann: How did it go in the end?\nBo: It went well, I would say.\nAnn: And what comes next?\nBo: We do it again with two arms.',
      'speakers',
    ],
    ['Whisper', '{"text": "Hi.", "segments": [{"start": 0.0, "text": "Hi."}]}', 'json'],
    ['downloaded captions', '[{"text": "Hi.", "start": 0.0, "duration": 1}]', 'json'],
  ])('%s is one', (_, text, shape) => {
    expect(recognise(text)).toBe(shape);
  });

  test.each([
    [
      'answers with targets',
      '## Why us? (≈ 30 seconds)\n\nBecause.\n\n## Your strengths (1:30)\n\nI listen.\n\n## Anything else? — 2 min\n\nNo.',
    ],
    [
      'answers under setext headings',
      'Why us? (0:30)\n===\n\nBecause of this.\n\nYour strengths (1:00)\n===\n\nI listen well.\n\nMore (1:30)\n===\n\nNo.',
    ],
    [
      'answers told as stories',
      '# Conflict\n\nSituation: We had two teams at odds.\nTask: I was to bring them together.\nAction: I asked both what they need.\nResult: It worked out.\n\n' +
        '# Failure\n\nSituation: We shipped far too late.\nTask: I was to find out why.\nAction: I asked everybody in turn.\nResult: We know.',
    ],
    [
      'a README',
      '# arm\n\nMoves an arm.\n\n## Usage\n\n```\nnpm start\n```\n\nNote: it needs power.\nNote: it needs air.\n\n- **Fast**: yes.',
    ],
    [
      'a changelog',
      '# Changes\n\n## 1.2.0 - 2024-03-05\n\n- Fixed: 12:30 is a time\n\n## 1.1.0 - 2024-01-02\n\nAdded: a second arm for you\nFixed: the first arm of ours\nAdded: more\nFixed: less',
    ],
    ['a list of upgrades', '1.2.3 -> 1.2.4\n2.0.1 -> 3.0.0\n0.9 -> 1.0'],
    [
      'code',
      'export function add(a: number, b: number): number {\n  return a + b;\n}\n\nconst Time: string = "1:30";\n// 0:12 is a time\n',
    ],
    ['Python', 'class Arm:\n    """Moves."""\n    Name: str\n    Speed: int\n\ndef move(arm):\n    arm.Speed = 3\n'],
    ['a JSON configuration', '{"scripts": {"start": "node ."}, "text": "none", "timestamps": true, "segments": 4}'],
    ['a list in JSON', '[{"id": 1, "text": "one"}, {"id": 2, "text": "two"}]'],
    [
      'a YAML configuration',
      'Resources:\n  Arm:\n    Type: Robot\n    Speed: 3\n  Leg:\n    Type: Robot\n    Speed: 4\n  Eye:\n    Type: Camera\n    Speed: 0\n',
    ],
    ['keys and values', 'Colour: red\nSize: 4\n\nColour: blue\nSize: 5\n\nColour: green\nSize: 6\n'],
    ['an agenda', '# Tuesday\n\n9:00 Welcome\n9:30 Arms\n10:15 Coffee\n10:45 Legs\n12:00 Lunch\n1:00 Wheels\n'],
    ['an agenda after lunch', '1:00 Welcome\n1:30 Arms\n2:15 Coffee\n2:45 Legs\n4:00 End\n'],
    ['an agenda with arrows', '9:00 -> 9:30 Welcome\n9:30 -> 10:15 Arms\n10:15 -> 10:30 Coffee\n'],
    ['an agenda with halves of the day', '1:05 pm Welcome\n1:37 pm Arms\n2:12 p.m. Coffee\n2:48 pm Legs\n4:01 pm End\n'],
    ['a log', '12:30:01 INFO start\n12:30:02 INFO ready\n12:30:09 WARN slow\n12:31:00 INFO stop\n12:31:01 INFO end\n'],
    ['results of a race', 'Ann Lee 31:12\nBo Wu 31:45\nCy Young 32:01\nDi Marsh 33:20\nEd Ng 35:00\n'],
    [
      'a README with the chapters of a video',
      lines(
        '# Course',
        '',
        'Watch it:',
        '0:00 Intro',
        '1:23 Setup',
        '4:56 Arms',
        '9:11 Legs',
        '',
        ...Array.from({ length: 30 }, (_, i) => `Chapter ${i} is about more.`),
      ),
    ],
    [
      'a recipe',
      '# Bread\n\nServes: 4\n\nIngredients:\n- 500 g flour\n- 10 g salt\n\nStep 1: Mix it all for 10 minutes.\nStep 2: Wait for 1:30 hours.\nStep 3: Bake it for 0:45.\nTip: Use steam.\n',
    ],
    ['an e-mail', 'From: Ann\nTo: Bo\nSubject: Arms\n\nHello Bo,\n\nsee you at 10:30.\n\nFrom: Bo\nTo: Ann\nSubject: Re: Arms\n\nFine.\n'],
    [
      'scenarios',
      'Feature: Arms\n\nScenario: An arm moves up a bit\nGiven: an arm that is on\nThen: it moves up\n\nScenario: An arm stops\nGiven: an arm that moves\nThen: it stops\n',
    ],
    ['prose', 'We met at 9:30 and talked. By 10:15 we were done, and Ann said: fine.\n\nThen we left.\n'],
    ['a table', '| Ann | 0:12 |\n| --- | --- |\n| Bo | 0:14 |\n| Cy | 0:15 |\n'],
    [
      'HTML',
      '<html>\n<body>\n<p>Some <b>bold</b> words.</p>\n<p>And more words.</p>\n<p>And more.</p>\n<p>And <b>again</b>.</p>\n</body>\n',
    ],
  ])('%s is none', (_, text) => {
    expect(recognise(text)).toBeUndefined();
  });
});
