/** The words that completion offers: targets, notes to self, and the front matter's keys with their values. */

import { phrase } from '../locale/locale.ts';

export interface Word {
  readonly text: string;
  /** To be translated. */
  readonly detail: string;
}

/** Each can be read by `parseTarget`. */
export const TARGETS: readonly Word[] = [
  { text: '≈ 30 seconds', detail: phrase('A short answer') },
  { text: '≈ 45 seconds', detail: phrase('An answer with an example') },
  { text: '≈ 1 minute', detail: phrase('An answer with its reasons') },
  { text: '≈ 90 seconds', detail: phrase('A story') },
  { text: '1–2 min', detail: phrase('A story, with some freedom') },
  { text: '≈ 15 seconds', detail: phrase('A question, or a fact') },
  { text: '≤ 2 min', detail: phrase('A story with a limit') },
];

export const NOTES: readonly Word[] = [
  { text: 'pause 1s', detail: phrase('A pause that counts') },
  { text: 'pause 2s', detail: phrase('A pause that counts') },
  { text: 'breathe', detail: phrase('A note to self') },
  { text: 'slow down', detail: phrase('A note to self') },
  { text: 'look up', detail: phrase('A note to self') },
  { text: 'smile', detail: phrase('A note to self') },
  { text: 'if they ask', detail: phrase('A note to self') },
];

export interface FrontMatterKey {
  readonly name: string;
  /** To be translated. */
  readonly detail: string;
  readonly values: readonly Word[];
  /** What follows the colon of a key whose value is no scalar. */
  readonly opens?: string;
}

/** The keys that `readFrontMatter` reads. */
export const FRONT_MATTER_KEYS: readonly FrontMatterKey[] = [
  { name: 'target', detail: phrase('The target of every answer without its own'), values: TARGETS },
  {
    name: 'lang',
    detail: phrase('The language that is spoken'),
    values: [
      { text: 'en', detail: phrase('English') },
      { text: 'de', detail: phrase('German') },
      { text: 'es', detail: phrase('Spanish') },
      { text: 'fr', detail: phrase('French') },
      { text: 'it', detail: phrase('Italian') },
      { text: 'ja', detail: phrase('Japanese') },
      { text: 'ko', detail: phrase('Korean') },
      { text: 'pt', detail: phrase('Portuguese') },
      { text: 'tr', detail: phrase('Turkish') },
      { text: 'vi', detail: phrase('Vietnamese') },
      { text: 'zh', detail: phrase('Chinese') },
    ],
  },
  { name: 'disable', detail: phrase('Rules that report nothing in this file'), values: [], opens: '\n  - ' },
  { name: 'rules', detail: phrase('The severity of rules in this file'), values: [], opens: '\n  ' },
  { name: 'pronunciations', detail: phrase('How you say a name'), values: [], opens: '\n  ' },
  {
    name: 'interviewAnswers',
    detail: phrase('Whether this is an answers file'),
    values: [
      { text: 'true', detail: phrase('Check this file, with targets or without') },
      { text: 'false', detail: phrase('Leave this file alone') },
    ],
  },
];
