/** The grammars that colour answers within Markdown, made from the words that the parser reads. */

import { ANSWER_LABEL, QUESTION_LABEL } from './core/answers/labels.ts';
import { PAUSE_WORDS } from './core/answers/stageDirections.ts';
import { ABOUT, AT_LEAST, AT_MOST, FILLERS, NUMBERS, UNITS } from './core/answers/targetWords.ts';

/** One injection into the Markdown grammar, by the name of its file in syntaxes/. */
export interface Grammar {
  readonly scopeName: string;
  readonly injectionSelector: string;
  readonly patterns: readonly Pattern[];
}

interface Pattern {
  readonly comment: string;
  readonly match: string;
  readonly name: string;
  readonly captures: Readonly<Record<string, { readonly name: string }>>;
}

/** All grammars, by the name of the file without its extension. */
export function grammars(): Readonly<Record<string, Grammar>> {
  return { target: targets(), prose: prose(), comment: comments() };
}

/** `contributes.grammars` of the manifest. */
export function manifestGrammars(): readonly object[] {
  return Object.entries(grammars()).map(([name, { scopeName }]) => ({
    scopeName,
    path: `./syntaxes/${name}.tmLanguage.json`,
    injectTo: ['text.html.markdown'],
  }));
}

const NUMBER = String.raw`(?:\d{1,4}(?:[.,]\d{1,2})?\s?[½¼¾]?|[½¼¾]|half\san?|${anyOf(NUMBERS.keys())})`;
/** `m` is minutes only where a number follows. */
const UNIT = String.raw`(?:(?:${anyOf(UNITS.keys())}|m(?=\s?\d))\.?)`;
const TO = String.raw`\s*(?:[-–—~〜～]|to|or|bis|oder|à|a|tot|至|到|から)\s*`;
const CLOCK = String.raw`\d{1,3}:[0-5]\d`;
const QUALIFIER = String.raw`(?:(?:${anyOf([...FILLERS, ...ABOUT, ...AT_MOST, ...AT_LEAST])}|at\s(?:least|most)|up\sto|(?:no|not)\s(?:more|less)\sthan|less\sthan|more\sthan)\.?[:\s]*)`;
const AMOUNT = String.raw`(?:${CLOCK}(?:${TO}${CLOCK})?|(?:${NUMBER}[\s-]?${UNIT}?${TO})?${NUMBER}[\s-]?${UNIT}(?:\s?\d{1,4}\s?${UNIT}?)?)`;
const TARGET = String.raw`${QUALIFIER}{0,4}${AMOUNT}(?:\s(?:max|maximum|min|minimum|tops|each|long|or\sless|or\smore))?`;

function targets(): Grammar {
  const punctuation = (side: string): string => scope(`punctuation.definition.target.${side}`);
  const bracketed = (inner: string): string => ignoringCase(String.raw`([(\[（【])\s*(${inner})\s*([)\]）】])`);
  const captures = capture(punctuation('begin'), scope('constant.numeric.target'), punctuation('end'));
  return {
    scopeName: scope('target', 'injection'),
    injectionSelector: 'L:markup.heading.markdown',
    patterns: [
      {
        comment: 'A duration in brackets: (≈ 30 seconds), (1–2 min), [30s], (1:30)',
        match: bracketed(TARGET),
        name: scope('meta.target'),
        captures,
      },
      {
        comment: 'Minutes in short, which only a sign tells from metres and millions: (~2m)',
        match: bracketed(String.raw`[≈~≤<≥>]\s*\d{1,3}(?:\.\d)?\s*m`),
        name: scope('meta.target'),
        captures,
      },
      {
        comment: 'A duration after a dash at the end of the heading: — 2 min',
        match: ignoringCase(String.raw`(?<=\s)[–—-]\s+(${TARGET})(?=\s*#*\s*$)`),
        name: scope('meta.target'),
        captures: capture(scope('constant.numeric.target')),
      },
    ],
  };
}

function comments(): Grammar {
  return {
    scopeName: scope('comment', 'injection'),
    injectionSelector: 'L:comment.block.html',
    patterns: [
      {
        comment: '<!-- target: 30 s -->',
        match: ignoringCase(String.raw`(?<=<!--)\s*(?:(target)\b\s*[:=]?\s*)?(${TARGET})(?=\s*-->)`),
        name: scope('meta.target'),
        captures: capture(scope('keyword.other.target'), scope('constant.numeric.target')),
      },
    ],
  };
}

function prose(): Grammar {
  const open = String.raw`(?<![\p{L}\p{N}_\])\\])(\[)`;
  const close = String.raw`(\])(?![(\[:])`;
  const punctuation = (side: string): string => scope(`punctuation.definition.stage-direction.${side}`);
  const label = [ANSWER_LABEL, QUESTION_LABEL].map(({ source }) => source.replace(/^\^/, '').replace(/\\s\*$/, '')).join('|');
  return {
    scopeName: scope('prose', 'injection'),
    injectionSelector:
      'L:meta.paragraph.markdown - (markup.heading | markup.inline.raw | comment | meta.link | meta.image | entity.name.tag)',
    patterns: [
      {
        comment: 'A time in a transcript: [term](talk.vtt#t=1:30)',
        match: String.raw`(\[)([^\[\]]+)(\])(\()([^()\s#]*)(#(?:[^()\s#&]*&)?t=)([\d:.,hms]+)([^()\s]*)(\))`,
        name: `meta.link.inline.markdown ${scope('meta.citation')}`,
        captures: capture(
          'punctuation.definition.link.title.begin.markdown',
          `string.other.link.title.markdown ${scope('entity.name.term')}`,
          'punctuation.definition.link.title.end.markdown',
          'punctuation.definition.metadata.markdown',
          'markup.underline.link.markdown',
          `markup.underline.link.markdown ${scope('keyword.other.time')}`,
          `markup.underline.link.markdown ${scope('constant.numeric.time')}`,
          'markup.underline.link.markdown',
          'punctuation.definition.metadata.markdown',
        ),
      },
      {
        comment: 'A note to self that asks for a pause: [pause 2s]',
        match: ignoringCase(String.raw`${open}((?:${PAUSE_WORDS.source})[:=\s]*)(\d{1,3}(?:[.,]\d{1,2})?\s?${UNIT})${close}`),
        name: scope('comment.block.stage-direction'),
        captures: capture(punctuation('begin'), scope('keyword.control.pause'), scope('constant.numeric.pause'), punctuation('end')),
      },
      {
        comment: 'Any other note to self: [slow down]. Not a footnote, a check box, a call-out or an address',
        match: String.raw`${open}(?![\^!]|[ xX]\])([^\[\]]{1,200})${close}`,
        name: scope('comment.block.stage-direction'),
        captures: { 1: { name: punctuation('begin') }, 3: { name: punctuation('end') } },
      },
      {
        comment: 'A label, bold or not: Your Potential Answer:, Q:',
        match: ignoringCase(String.raw`(?:^|(?<=^\*\*|^__))(?:${label})`),
        name: scope('keyword.other.label'),
        captures: {},
      },
    ],
  };
}

function scope(...parts: readonly string[]): string {
  return parts.length === 1 ? `${parts[0]!}.interview-answers` : `interview-answers.${parts.join('.')}`;
}

function capture(...names: readonly string[]): Pattern['captures'] {
  return Object.fromEntries(names.map((name, i) => [i + 1, { name }]));
}

function ignoringCase(pattern: string): string {
  return `(?i)${pattern}`;
}

/** One of some words, the longest that fits. Words end where no letter follows; scripts without spaces know no such end. */
function anyOf(words: Iterable<string>): string {
  const sorted = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(escape);
  const isJoined = (word: string): boolean => /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(word);
  const isSign = (word: string): boolean => !/\p{L}$/u.test(word);
  const lettered = sorted.filter((word) => !isJoined(word) && !isSign(word));
  const others = sorted.filter((word) => isJoined(word) || isSign(word));
  return [...(lettered.length > 0 ? [`(?:${lettered.join('|')})(?![\\p{L}\\p{M}])`] : []), ...others].join('|');
}

function escape(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
