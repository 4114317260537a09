/** Transcripts that are hard on a reader, of any length. */

import type { Nasty } from './nastyMarkdown.ts';

function of(name: string, piece: string, before = '', after = ''): Nasty {
  return { name, make: (size) => before + piece.repeat(Math.max(1, Math.floor(size / piece.length))) + after };
}

const CUE = '00:00:01.000 --> 00:00:02.000\n';

export const NASTY_TRANSCRIPTS: readonly Nasty[] = [
  of('cues', `${CUE}We moved it.\n\n`, 'WEBVTT\n\n'),
  of('cues without text', `${CUE}\n`, 'WEBVTT\n\n'),
  of('arrows', '-->', `WEBVTT\n\n${CUE}`),
  of('one endless cue', 'We moved it and ', `WEBVTT\n\n${CUE}`),
  of('repeated captions', `${CUE}We moved it over\n\n${CUE}moved it over in a week\n\n`, 'WEBVTT\n\n'),
  of('tags', '<v Ann>', `WEBVTT\n\n${CUE}`),
  of('open tags', '<', `WEBVTT\n\n${CUE}`),
  of('word times', '<00:00:01.500><c> we</c>', `WEBVTT\n\n${CUE}`),
  of('open references', '&', `WEBVTT\n\n${CUE}`),
  of('notes', 'NOTE x\n\n', 'WEBVTT\n\n'),
  of('numbers', '1\n', 'WEBVTT\n\n'),
  of('phrases', '0:12\nWe moved it.\n'),
  of('stamps', '**[00:12]** We moved it.\n'),
  of('stamps in one line', '[00:12] '),
  of('open stamps', '[00:'),
  of('digits', '0:', '[', ']'),
  of('speakers', 'Ann: We moved it.\nBo: Why?\n'),
  of('speakers in one line', 'Ann: '),
  of('names', 'Ann Lee ', '', ': yes'),
  of('prose', 'We moved it. '),
  of('one word', 'a'),
  of('spaces', ' ', 'a', 'b'),
  of('blank lines', '\n'),
  of('carriage returns', '\r'),
  of('tabs', '\t\n'),
  of('open front matter', 'a: b\n', '---\n'),
  of('speakers in front matter', 'Ann, ', '---\nspeakers: ', '\n---\n\nWe moved it.\n'),
  of('an address', 'a.', 'https://', '\n'),
  of('title of spaces', ' ', '# a', 'b\n'),
  of('title of marks', '#', '# a ', ' b\n'),
  of('segments', '{"start":1,"end":2,"text":"We moved it."},', '{"segments":[', '{}]}'),
  of('torn segments', '{"start":1,"end":2,"text":"We moved it."},', '{"segments":['),
  of('nested lists', '[', '{"segments":'),
  of('nested objects', '{"segments":'),
  of('open strings', '"', '{"segments":['),
  of('escapes', '\\u', '{"text":"'),
  of('lines of JSON', '{"v":1,"kind":"run"}\n'),
  of('torn lines of JSON', '{"v":1,\n'),
  of('lone surrogates', '\ud800', `WEBVTT\n\n${CUE}`),
  of('NUL', '\u0000'),
  of('marks of order', '\ufeff'),
  of('underscores', '_', 'a'),
  of('stars', '*', '# a'),
  of('emphasis of a speaker', '**', '', 'Ann**: yes'),
];
