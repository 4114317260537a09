/** The words that completion offers: targets, notes to self, and the front matter's keys with their values. */

export interface Word {
  readonly text: string;
  readonly detail: string;
}

/** Each can be read by `parseTarget`. */
export const TARGETS: readonly Word[] = [
  { text: '≈ 30 seconds', detail: 'A short answer' },
  { text: '≈ 45 seconds', detail: 'An answer with an example' },
  { text: '≈ 1 minute', detail: 'An answer with its reasons' },
  { text: '≈ 90 seconds', detail: 'A story' },
  { text: '1–2 min', detail: 'A story, with some freedom' },
  { text: '≈ 15 seconds', detail: 'A question, or a fact' },
  { text: '≤ 2 min', detail: 'A story with a limit' },
];

export const NOTES: readonly Word[] = [
  { text: 'pause 1s', detail: 'A pause that counts' },
  { text: 'pause 2s', detail: 'A pause that counts' },
  { text: 'breathe', detail: 'A note to self' },
  { text: 'slow down', detail: 'A note to self' },
  { text: 'look up', detail: 'A note to self' },
  { text: 'smile', detail: 'A note to self' },
  { text: 'if they ask', detail: 'A note to self' },
];

export interface FrontMatterKey {
  readonly name: string;
  readonly detail: string;
  readonly values: readonly Word[];
  /** What follows the colon of a key whose value is no scalar. */
  readonly opens?: string;
}

/** The keys that `readFrontMatter` reads. */
export const FRONT_MATTER_KEYS: readonly FrontMatterKey[] = [
  { name: 'target', detail: 'The target of every answer without its own', values: TARGETS },
  {
    name: 'lang',
    detail: 'The language that is spoken',
    values: [
      { text: 'en', detail: 'English' },
      { text: 'de', detail: 'German' },
      { text: 'es', detail: 'Spanish' },
      { text: 'fr', detail: 'French' },
      { text: 'it', detail: 'Italian' },
      { text: 'ja', detail: 'Japanese' },
      { text: 'ko', detail: 'Korean' },
      { text: 'pt', detail: 'Portuguese' },
      { text: 'tr', detail: 'Turkish' },
      { text: 'vi', detail: 'Vietnamese' },
      { text: 'zh', detail: 'Chinese' },
    ],
  },
  { name: 'disable', detail: 'Rules that report nothing in this file', values: [], opens: '\n  - ' },
  { name: 'rules', detail: 'The severity of rules in this file', values: [], opens: '\n  ' },
  { name: 'pronunciations', detail: 'How you say a name', values: [], opens: '\n  ' },
  {
    name: 'interviewAnswers',
    detail: 'Whether this is an answers file',
    values: [
      { text: 'true', detail: 'Check this file, with targets or without' },
      { text: 'false', detail: 'Leave this file alone' },
    ],
  },
];
