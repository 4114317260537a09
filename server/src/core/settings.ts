/** The settings of the product: one list that the editor's manifest, the docs, the CLI and the server agree with. */

import { AUDIENCES, type Audience } from './jargon/audience.ts';
import { RULES, SEVERITIES, type RuleId, type Severity } from './rules/registry.ts';
import { isQuick, staysInside } from './text/globs.ts';
import { isRecord } from './text/record.ts';

export type RuleSeverity = Severity | 'off';

/** Plain data, passed explicitly to whatever needs it. Durations are in seconds. */
export interface Settings {
  readonly pace: 'slow' | 'normal' | 'fast' | number;
  readonly tolerance: { readonly percent: number; readonly seconds: number };
  readonly breath: { readonly seconds: number };
  readonly readability: { readonly age: number };
  readonly tables: boolean;
  readonly headingTime: 'codeLens' | 'inlayHint' | 'off';
  readonly timeRuler: boolean;
  readonly fadeOverTarget: boolean;
  readonly highlightTerms: boolean;
  readonly audience: Audience;
  readonly vocabulary: readonly string[];
  readonly rehearsal: {
    readonly calibrate: boolean;
    readonly history: 'machine' | 'workspace';
    readonly codeLens: boolean;
    readonly mode: 'flow' | 'sentence' | 'clock';
    readonly preRollSeconds: number;
    readonly fontSize: number;
    readonly warningPercent: number;
    readonly overPercent: number;
    readonly silenceSeconds: number;
  };
  readonly pronunciations: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly transcripts: { readonly files: readonly string[]; readonly detect: boolean };
  readonly glossary: { readonly files: readonly string[] };
  readonly evidence: { readonly files: readonly string[] };
  readonly rules: Readonly<Partial<Record<RuleId, RuleSeverity>>>;
}

/** One setting as the manifest describes it. */
export interface SettingInfo {
  /** Path below `interviewAnswers`, with dots. */
  readonly key: string;
  readonly markdownDescription: string;
  /** JSON schema of the value; `default` is what holds when nobody sets it. */
  readonly schema: Readonly<Record<string, unknown>> & { readonly default: unknown };
  /** Whether a value is acceptable; for an object of entries, whether one entry is. */
  readonly accepts: (value: unknown, entry?: string) => boolean;
  /** Set where one value holds for the whole window, and not for each folder. */
  readonly scope?: 'window';
  /** Set where a file that comes with a folder has no say, because it is about the person and their machine. */
  readonly isPersonal?: true;
  /** Whether lists of several layers are joined, instead of the last one holding. */
  readonly joins?: true;
  /** Set where a workspace that nobody trusts has no say: it decides which files are read or written. */
  readonly isRestricted?: true;
  /** Whether the value is an object whose entries are taken or refused one by one. */
  readonly byEntry?: true;
}

/** The section that holds all settings, in every editor. */
export const SETTINGS_SECTION = 'interviewAnswers';

export const SETTINGS: readonly SettingInfo[] = [
  {
    key: 'pace',
    markdownDescription: 'How fast you speak: `slow`, `normal`, `fast`, or words per minute.',
    schema: {
      default: 'normal',
      oneOf: [
        { type: 'string', enum: ['slow', 'normal', 'fast'] },
        { type: 'number', minimum: 60, maximum: 400 },
      ],
    },
    accepts: (value) => value === 'slow' || value === 'normal' || value === 'fast' || isNumber(value, 60, 400),
  },
  numberSetting('tolerance.percent', 10, 0, 100, 'By how many percent an answer may miss its target before it is reported.'),
  numberSetting('tolerance.seconds', 2, 0, 600, 'By how many seconds an answer may always miss its target, however short the target.'),
  numberSetting('breath.seconds', 10, 2, 60, 'The longest stretch without a pause, in seconds, that you can say in one breath.'),
  numberSetting('readability.age', 18, 6, 30, 'The age at which a listener should be able to follow every sentence.'),
  switchSetting('tables', 'Whether the cells of tables are said, and so count towards the time.'),
  choiceSetting(
    'headingTime',
    ['codeLens', 'inlayHint', 'off'],
    'Where each heading shows its time against its target (`27 s of 30 s`): in a line above it (`codeLens`), after it (`inlayHint`), or nowhere (`off`).',
  ),
  switchSetting('timeRuler', 'Whether the text shows how long you have been speaking: every 10 seconds, and where the target is reached.'),
  switchSetting('fadeOverTarget', 'Whether text that comes after the target is faded, in answers that are reported as too long.'),
  switchSetting(
    'rehearsal.calibrate',
    'Whether rehearsals that you keep teach the estimates your pace, separately for each language.',
    true,
  ),
  {
    ...choiceSetting(
      'rehearsal.history',
      ['machine', 'workspace'],
      'Where the history of rehearsals is kept: on this `machine` for all your files, or in the `workspace`, in `.interview-answers/history.jsonl` of its first folder.',
    ),
    scope: 'window',
    isPersonal: true,
    isRestricted: true,
  },
  switchSetting('rehearsal.codeLens', 'Whether each heading offers to rehearse its answer, in a line above it.', true),
  choiceSetting(
    'rehearsal.mode',
    ['flow', 'sentence', 'clock'],
    'How the prompter begins: the words move on at your pace (`flow`), a key brings the next sentence (`sentence`), or only the time is shown (`clock`).',
  ),
  numberSetting('rehearsal.preRollSeconds', 3, 0, 60, 'How many seconds are counted down before the clock starts.'),
  numberSetting('rehearsal.fontSize', 32, 8, 200, 'The size of the text in the prompter, in pixels.'),
  numberSetting(
    'rehearsal.warningPercent',
    90,
    0,
    1000,
    'How many percent of the target have passed when the clock begins to warn that time is running out.',
  ),
  numberSetting(
    'rehearsal.overPercent',
    100,
    0,
    1000,
    'How many percent of the target have passed when the clock says that the answer is too long.',
  ),
  numberSetting(
    'rehearsal.silenceSeconds',
    4,
    1,
    60,
    'How many seconds of silence end a rehearsal that the microphone listens to. A longer pause that is planned in the text does not end it.',
  ),
  switchSetting(
    'highlightTerms',
    'Whether terms that a transcript talks about, or a glossary explains, have a colour of their own. Needs semantic highlighting in the editor.',
    true,
  ),
  {
    key: 'audience',
    markdownDescription:
      'Who your answers are for, which decides what words need no explanation: `recruiter`, `hiringManager`, `engineer` or `researcher`. `audience:` in the front matter and `<!-- audience: recruiter -->` under a heading set it for one file or one answer.',
    schema: { type: 'string', default: 'engineer', enum: AUDIENCES },
    accepts: (value) => (AUDIENCES as readonly unknown[]).includes(value),
  },
  {
    ...listSetting(
      'vocabulary',
      [],
      'Acronyms and terms that your listeners know, in any audience. `vocabulary:` in the front matter adds those of one file.',
    ),
    joins: true,
  },
  {
    key: 'pronunciations',
    markdownDescription: 'How you say a name: what is written, and what is said. For example `{"GR00T": "groot"}`.',
    schema: { type: 'object', default: {}, additionalProperties: { type: 'string' } },
    byEntry: true,
    accepts: (said) => typeof said === 'string',
  },
  globSetting(
    'files',
    [],
    'Globs of Markdown files that are answers files even without a target. Any other Markdown file is left alone until a heading has a target or its front matter says `interviewAnswers: true`.',
  ),
  globSetting(
    'transcripts.files',
    ['**/transcripts/**', '**/*.vtt', '**/*.srt', '**/*.transcript.*'],
    'Globs of transcripts: captions (WebVTT, SubRip), Whisper JSON, Markdown or plain text. Terms of your answers are linked to where they talk about them. An answers file can name more with `transcripts:` in its front matter.',
  ),
  switchSetting(
    'transcripts.detect',
    'Whether Markdown, text and JSON files that look like transcripts are found wherever they are in the workspace.',
    true,
  ),
  globSetting(
    'glossary.files',
    ['**/glossary.md'],
    'Globs of glossaries: Markdown files that say what terms mean, what else they are called, and how captions mishear them. New entries go into the first one found.',
  ),
  globSetting(
    'evidence.files',
    ['**/evidence.md'],
    'Globs of files with your own facts: what happened, the figure, and where it can be checked. Claims in your answers are checked against them.',
  ),
  {
    key: 'rules',
    markdownDescription:
      'The severity of each rule; `off` silences it. Rules are described in the [rule pages](https://github.com/interview-answers/interview-answers/tree/main/docs/rules).',
    schema: {
      type: 'object',
      default: {},
      additionalProperties: false,
      properties: Object.fromEntries(
        RULES.map(({ id, summary, severity }) => [
          id,
          { type: 'string', enum: [...SEVERITIES, 'off'], default: severity, description: summary },
        ]),
      ),
    },
    byEntry: true,
    accepts: (severity, id) => RULES.some((rule) => rule.id === id) && isRuleSeverity(severity),
  },
];

export interface ReadSettings {
  readonly settings: Settings;
  /** One sentence for each value that could not be used; the default holds in its place. */
  readonly problems: readonly string[];
}

/**
 * Reads settings as an editor or a config file gives them: an object by section (`{"interviewAnswers": {…}}`) or the
 * section's content; nested or with dotted keys. Never throws: a value that can't be used is a problem.
 */
export function readSettings(...layers: readonly unknown[]): ReadSettings {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const layer of layers) {
    if (layer === undefined || layer === null) continue;
    if (!isRecord(layer)) {
      problems.push(`Settings must be an object, not ${describe(layer)}.`);
      continue;
    }
    const section = isRecord(layer[SETTINGS_SECTION]) ? layer[SETTINGS_SECTION] : layer;
    for (const info of SETTINGS) {
      const { key, accepts, schema } = info;
      const value = lookUp(section, key);
      if (value === undefined || value === null) continue;
      if (info.byEntry && isRecord(value)) {
        const entries = Object.entries(value).filter(([entry, one]) => {
          const isGood = accepts(one, entry);
          if (!isGood) problems.push(`"${SETTINGS_SECTION}.${key}" can't have ${describe({ [entry]: one })}; the entry is left out.`);
          return isGood;
        });
        values[key] = { ...(values[key] as object | undefined), ...Object.fromEntries(entries) };
      } else if (!info.byEntry && accepts(value)) values[key] = info.joins ? join(values[key], value) : value;
      else
        problems.push(
          `"${SETTINGS_SECTION}.${key}" can't be ${describe(value)}; it is ${describe(values[key] ?? schema.default)} instead.`,
        );
    }
  }
  return { settings: build(values), problems };
}

/** The settings with severities that a file states; what is no rule or no severity is left out. The same object when there are none. */
export function withFileRules(settings: Settings, entries: readonly { readonly key: string; readonly value: string }[]): Settings {
  const good = entries.filter(({ key, value }) => RULES.some(({ id }) => id === key) && isRuleSeverity(value));
  if (good.length === 0) return settings;
  return { ...settings, rules: { ...settings.rules, ...Object.fromEntries(good.map(({ key, value }) => [key, value])) } };
}

/** What holds when nobody sets anything. */
export const DEFAULT_SETTINGS: Settings = build({});

function build(values: Readonly<Record<string, unknown>>): Settings {
  const settings: Record<string, unknown> = {};
  for (const { key, schema } of SETTINGS) {
    const value = values[key] ?? schema.default;
    const [group, name] = key.split('.') as [string, string | undefined];
    if (name === undefined) settings[group] = value;
    else settings[group] = { ...(settings[group] as object | undefined), [name]: value };
  }
  return settings as unknown as Settings;
}

/** What is in either list, once. */
function join(before: unknown, after: unknown): unknown {
  return [...new Set([...((before as readonly unknown[] | undefined) ?? []), ...(after as readonly unknown[])])];
}

function lookUp(section: Readonly<Record<string, unknown>>, key: string): unknown {
  const dotted = section[key] ?? section[`${SETTINGS_SECTION}.${key}`];
  if (dotted !== undefined) return dotted;
  return key.split('.').reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), section);
}

function numberSetting(key: string, value: number, minimum: number, maximum: number, markdownDescription: string): SettingInfo {
  return {
    key,
    markdownDescription,
    schema: { type: 'number', default: value, minimum, maximum },
    accepts: (given) => isNumber(given, minimum, maximum),
  };
}

/** Off unless somebody turns it on, or the other way round. */
function switchSetting(key: string, markdownDescription: string, isOn = false): SettingInfo {
  return {
    key,
    markdownDescription,
    schema: { type: 'boolean', default: isOn },
    accepts: (value) => typeof value === 'boolean',
  };
}

function listSetting(key: string, list: readonly string[], markdownDescription: string): SettingInfo {
  return {
    key,
    markdownDescription,
    schema: { type: 'array', default: list, items: { type: 'string' } },
    accepts: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  };
}

/** Globs that a file of the workspace may state. Those that name files to be read stay in the workspace. */
function globSetting(key: string, list: readonly string[], markdownDescription: string): SettingInfo {
  const isGood = (glob: unknown): boolean => typeof glob === 'string' && isQuick(glob) && (key === 'files' || staysInside(glob));
  const reads = key === 'files' ? {} : { isRestricted: true as const };
  return { ...listSetting(key, list, markdownDescription), ...reads, accepts: (value) => Array.isArray(value) && value.every(isGood) };
}

/** One of a few words; the first holds when nobody chooses. */
function choiceSetting(key: string, choices: readonly [string, ...string[]], markdownDescription: string): SettingInfo {
  return {
    key,
    markdownDescription,
    schema: { type: 'string', enum: [...choices], default: choices[0] },
    accepts: (value) => (choices as readonly unknown[]).includes(value),
  };
}

function isNumber(value: unknown, minimum: number, maximum: number): boolean {
  return typeof value === 'number' && value >= minimum && value <= maximum;
}

function isRuleSeverity(value: unknown): boolean {
  return value === 'off' || (SEVERITIES as readonly unknown[]).includes(value);
}

function describe(value: unknown): string {
  const text = value === undefined ? 'undefined' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
