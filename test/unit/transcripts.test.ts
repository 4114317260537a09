/** Transcripts of every shape that people have: text in, cues with their lines, times and speakers out. */

import { describe, test } from 'vitest';
import { checkCues as check } from '../support/cues.ts';

const lines = (...all: readonly string[]): string => all.join('\n');

describe('Markdown', () => {
  test('rolling captions with bold times, each caption beginning with the one before', () => {
    check(
      lines(
        '# A talk about gripper wear',
        '',
        '**[00:00]** so today we look',
        '**[00:02]** so today we look at how grippers wear',
        '**[00:04]** at how grippers wear out over a season',
        '**[00:07]** out over a season and what it costs',
        '**[00:09]** and what it costs',
        '**[01:00:11]** thank you',
      ),
      `1 head | A talk about gripper wear
       3 00:00 | so today we look [4]
       4 00:02 | at how grippers wear [5]
       5 00:04 | out over a season [6]
       6 00:07 | and what it costs [7]
       8 1:00:11 | thank you`,
    );
  });

  test('a doubled line is one cue; what is said twice by two people is two', () => {
    check(
      lines('**[00:01]** It works.', '**[00:03]** It works.', '**[00:05]** Ann: Really?', '**[00:06]** Bo: Really?'),
      `1 00:01 | It works. [2]
       3 00:05 Ann | Really?
       4 00:06 Bo | Really?`,
    );
  });

  test('phrases in bold elements, several to a line', () => {
    check(
      lines(
        '# Warehouse stories',
        '',
        '<b>we began with two arms</b> <b>and one &amp; a half cameras</b>',
        '',
        '<b>then the floor</b> got wet <strong>twice</strong>',
      ),
      `1 head | Warehouse stories
       3 | we began with two arms
       3 | and one & a half cameras
       5 | then the floor
       5 | got wet
       5 | twice`,
    );
  });

  test('sections named by stretches of time say nothing', () => {
    check(
      lines('### [00:00 - 01:00]', '', '[00:04] The belt stops.', '', '### [01:00 - 02:00]', '', '[01:04] The belt goes on.'),
      `3 00:04 | The belt stops.
       7 01:04 | The belt goes on.`,
    );
  });

  test('a long paragraph with one time is cut into sentences', () => {
    const one = 'The first sentence is here to make this paragraph long enough to be cut, which takes a good many words.';
    const two = 'The second one follows it with as many words again, so that a reader can go to either of the two of them.';
    const three = 'And the third one ends it, because two might not do, and nobody wants to count characters by hand here.';
    check(
      lines(`**[00:10]** ${one} ${two} ${three}`, '**[00:40]** Short.'),
      `1 00:10 | ${one}
       1 00:10 | ${two}
       1 00:10 | ${three}
       2 00:40 | Short.`,
    );
  });
});

describe('times at lines', () => {
  test('YouTube copied from the page: a time alone, then the text', () => {
    check(
      lines('0:00', 'welcome to the show', '0:04', 'today we have a guest', '1:02:03', 'bye'),
      `2 00:00 | welcome to the show
       4 00:04 | today we have a guest
       6 1:02:03 | bye`,
    );
  });

  test('YouTube copied with the times for screen readers', () => {
    check(
      lines(
        '0:58',
        '58 seconds',
        'so that was that',
        '1:05',
        '1 minute, 5 seconds',
        'and this is this',
        '1:09',
        '1 minute, 9 seconds',
        'right',
      ),
      `3 00:58 | so that was that
       6 01:05 | and this is this
       9 01:09 | right`,
    );
  });

  test('a time in brackets, then a name', () => {
    check(
      lines('[00:01:02] Ann: We begin.', '[00:01:05] Bo Wu: We do.', '[00:01:07] and go on'),
      `1 01:02 Ann | We begin.
       2 01:05 Bo Wu | We do.
       3 01:07 Bo Wu | and go on`,
    );
  });

  test('names with times behind them: Otter', () => {
    check(
      lines(
        'Ann Lee  0:12',
        'So how did it go?',
        '',
        'Bo  0:15  ',
        'It went well.',
        'I would do it again at 10:30',
        '',
        'Ann Lee  1:01:02',
        'Good.',
      ),
      `2 00:12 Ann Lee | So how did it go?
       5 00:15 Bo | It went well.
       6 00:15 Bo | I would do it again at 10:30
       9 1:01:02 Ann Lee | Good.`,
    );
  });

  test('names with times in brackets: Rev', () => {
    check(
      lines('Speaker 1 (00:12):', 'So how did it go?', '', 'Speaker 2 (00:15):', 'It went well.', '', 'Speaker 1 (00:19): On one line.'),
      `2 00:12 Speaker 1 | So how did it go?
       5 00:15 Speaker 2 | It went well.
       7 00:19 Speaker 1 | On one line.`,
    );
  });

  test('names with times in brackets behind the colon', () => {
    check(
      lines('Ann Lee: [00:12] Hello there.', 'Bo: [00:15] Hello.', '**Ann Lee:** (00:17) So.'),
      `1 00:12 Ann Lee | Hello there.
       2 00:15 Bo | Hello.
       3 00:17 Ann Lee | So.`,
    );
  });

  test('times, then names on the same line, then the text', () => {
    check(
      lines(
        '00:00:12 Ann Lee',
        'Hello.',
        '',
        '00:00:15 Bo Wu',
        '',
        'Really',
        '00:00:19 Ann Lee',
        'Yes.',
        '00:00:21 Bo Wu',
        'Good.',
        '00:00:24 Fine.',
      ),
      `2 00:12 Ann Lee | Hello.
       6 00:15 Bo Wu | Really
       8 00:19 Ann Lee | Yes.
       10 00:21 Bo Wu | Good.
       11 00:24 Bo Wu | Fine.`,
    );
    // A caption of one word is said, not a name.
    check(
      lines('0:12 Right', '0:14 Right', '0:17 so we go', '0:19 Right', '0:20 again'),
      `1 00:12 | Right [2]
       3 00:17 | so we go
       4 00:19 | Right
       5 00:20 | again`,
    );
  });

  test('times that are links, topics as headings', () => {
    check(
      lines('[0:12](https://video.example/?t=12) Hello.', '', '## The next topic', '', '- **[0:15](https://video.example/?t=15)** Bye.'),
      `1 00:12 | Hello.
       3 00:12 | The next topic
       5 00:15 | Bye.`,
    );
  });

  test('Whisper on a terminal', () => {
    check(
      lines('[00:00.000 --> 00:04.000]  Hello there.', '[00:04.000 --> 00:06.500]  Good morning.'),
      `1 00:00 | Hello there.
       2 00:04 | Good morning.`,
    );
  });
});

describe('names before colons', () => {
  test('a cue for each sentence of a turn, over wrapped lines', () => {
    check(
      lines(
        'Ann Lee: How do you test a gripper?',
        'Bo: We drop things. Then we look',
        'at what is left.',
        '',
        'It takes a day.',
        'Ann Lee: And after that?',
        'Bo: We go home.',
      ),
      `1 Ann Lee | How do you test a gripper?
       2 Bo | We drop things.
       2 Bo | Then we look at what is left.
       5 Bo | It takes a day.
       6 Ann Lee | And after that?
       7 Bo | We go home.`,
    );
  });

  test('in scripts without capitals', () => {
    check(
      lines('李雷: 你好。', '韩梅梅：你好！我来了。', '李雷: 再见。', '他说: 再见。'),
      `1 李雷 | 你好。
       2 韩梅梅 | 你好！
       2 韩梅梅 | 我来了。
       3 李雷 | 再见。
       4 他说 | 再见。`,
    );
  });

  test('in bold, in brackets, with arrows, by role', () => {
    check(
      lines('**Ann:** One thing first.', '**Bo Wu**: Go on.', '[SPEAKER_01]: I have two.', '>> Ann: Two things then.', '**Bo Wu**: Good.'),
      `1 Ann | One thing first.
       2 Bo Wu | Go on.
       3 SPEAKER_01 | I have two.
       4 Ann | Two things then.
       5 Bo Wu | Good.`,
    );
    check(
      lines('Host: Welcome to the show.', 'Guest: Thank you.', 'Host: Who are you?', 'Guest: I build arms.'),
      `1 Host | Welcome to the show.
       2 Guest | Thank you.
       3 Host | Who are you?
       4 Guest | I build arms.`,
    );
  });
});

describe('prose', () => {
  test('sentences over the ends of lines', () => {
    check(
      lines('We have built arms for ten', 'years. They break', 'less often now.', '', '- A list item. With two sentences.', '', 'The end'),
      `1 | We have built arms for ten years.
       2 | They break less often now.
       5 | A list item.
       5 | With two sentences.
       7 | The end`,
    );
  });
});
