/** Caption files, WebVTT and SubRip, good and sloppy: text in, cues with their lines, times and speakers out. */

import { describe, test } from 'vitest';
import { checkCues as check } from '../support/cues.ts';

const lines = (...all: readonly string[]): string => all.join('\n');

describe('WebVTT', () => {
  test('plain, with a byte order mark, identifiers, settings, and notes', () => {
    check(
      lines(
        '\uFEFFWEBVTT - A talk',
        'Kind: captions',
        '',
        'STYLE',
        '::cue { color: yellow }',
        '',
        'NOTE',
        'not said, nor',
        'is this',
        '',
        'intro',
        '00:01.000 --> 00:03.500 align:start position:0%',
        'We <i>shipped</i> it',
        'in &lt;two&gt; weeks&nbsp;flat.',
        '',
        'NOTE also not said',
        '',
        '01:00:04.250 --> 01:00:05.000',
        'Done',
      ),
      `13 00:01 | We shipped it in <two> weeks flat.
       19 1:00:04.25 | Done`,
    );
  });

  test('YouTube: inline word times, doubled rolling cues, lines of one blank', () => {
    check(
      lines(
        'WEBVTT',
        'Kind: captions',
        'Language: en',
        '',
        '00:00:00.080 --> 00:00:02.000 align:start position:0%',
        ' ',
        'our<00:00:00.320><c> robot</c><00:00:00.800><c> folds</c>',
        '',
        '00:00:02.000 --> 00:00:02.010 align:start position:0%',
        'our robot folds',
        ' ',
        '',
        '00:00:02.010 --> 00:00:04.000 align:start position:0%',
        'our robot folds',
        'towels<00:00:02.500><c> and</c><00:00:03.000><c> shirts</c>',
        '',
        '00:00:04.000 --> 00:00:04.010 align:start position:0%',
        'towels and shirts',
        ' ',
        '',
        '00:00:04.010 --> 00:00:06.000 align:start position:0%',
        'towels and shirts',
        'in<00:00:04.500><c> a</c><00:00:05.000><c> row</c>',
        '',
        '00:00:06.000 --> 00:00:06.010 align:start position:0%',
        'in a row',
        ' ',
      ),
      `7 00:00.08 | our robot folds [10 14]
       15 00:02.01 | towels and shirts [18 22]
       23 00:04.01 | in a row [26]`,
    );
  });

  test('Zoom: numbers before the times, names before colons', () => {
    check(
      lines(
        'WEBVTT',
        '',
        '1',
        '00:00:02.340 --> 00:00:04.000',
        'Ann Lee: Can everybody hear me?',
        '',
        '2',
        '00:00:05.000 --> 00:00:06.000',
        'Bo de Wit: Yes.',
        '',
        '3',
        '00:00:07.000 --> 00:00:08.000',
        'Note: the recording is on.',
      ),
      `5 00:02.34 Ann Lee | Can everybody hear me?
       9 00:05 Bo de Wit | Yes.
       13 00:07 | Note: the recording is on.`,
    );
  });

  test('Teams: voices and GUIDs', () => {
    check(
      lines(
        'WEBVTT',
        '',
        '0a1b2c3d-1111-2222-3333-444455556666/13-0',
        '00:00:03.000 --> 00:00:05.000',
        '<v Ann Lee>Let us begin with the',
        'budget.</v>',
        '',
        '0a1b2c3d-1111-2222-3333-444455556666/14-0',
        '00:00:05.500 --> 00:00:06.000',
        '<v.loud Bo>Fine.</v>',
      ),
      `5 00:03 Ann Lee | Let us begin with the budget.
       10 00:05.5 Bo | Fine.`,
    );
  });

  test('one cue of several voices is a cue for each, on lines of their own or on one', () => {
    check(
      lines(
        'WEBVTT',
        '',
        '00:01.000 --> 00:04.000',
        '<v Ann>Is it ready?</v>',
        '<v Bo>Nearly.',
        'Give me a day.</v>',
        '',
        '00:05.000 --> 00:06.000',
        '<v Ann>One day?</v> <v Bo>Two.</v>',
      ),
      `4 00:01 Ann | Is it ready?
       5 00:01 Bo | Nearly. Give me a day.
       9 00:05 Ann | One day?
       9 00:05 Bo | Two.`,
    );
  });

  test('a time that is none is one problem, and the rest is read', () => {
    check(
      lines('WEBVTT', '', '00:75.000 --> 00:80.000', 'Odd.', '', '00:02:00.000 --> 00:02:01.000', 'Fine.'),
      `4 | Odd.
       7 02:00 | Fine.
       ! 3 This time can't be read: 00:75.000 --> 00:80.000`,
    );
  });
});

describe('SubRip', () => {
  test('as it should be', () => {
    check(
      lines(
        '1',
        '00:00:01,500 --> 00:00:03,000',
        'Hello.',
        '',
        '2',
        '00:00:03,000 --> 00:00:04,000',
        '{\\an8}<i>Hello again,</i>',
        'all.',
        '',
      ),
      `3 00:01.5 | Hello.
       7 00:03 | Hello again, all.`,
    );
  });

  test('with dots, without the first number, without blank lines, with CRLF', () => {
    check(
      [
        '00:00:01.500 --> 00:00:03.000',
        'Hello.',
        '2',
        '00:00:03.000 -> 00:00:04.000',
        'Good 42',
        '3',
        '0:00:05,1 --> 0:00:06,0',
        'Bye.',
      ].join('\r\n'),
      `2 00:01.5 | Hello.
       5 00:03 | Good 42
       8 00:05.1 | Bye.`,
    );
  });

  test('an empty line within a cue does not end it', () => {
    check(
      lines(
        '1',
        '00:00:01,000 --> 00:00:03,000',
        'Before',
        '',
        'after.',
        '',
        '',
        '2',
        '00:00:04,000 --> 00:00:05,000',
        '',
        'Late.',
        '',
        '3',
        '',
      ),
      `3 00:01 | Before after.
       11 00:04 | Late.`,
    );
  });

  test('a number that is said stays', () => {
    check(
      lines('1', '00:00:01,000 --> 00:00:02,000', '42', '', '2', '00:00:03,000 --> 00:00:04,000', 'is the answer.'),
      `3 00:01 | 42
       7 00:03 | is the answer.`,
    );
  });
});
