/** Reads `.interview-answers.json`: the settings of the files below its folder, and what is wrong with it and where. */

import { readSettings, SETTINGS, SETTINGS_SECTION, type SettingInfo } from '../settings.ts';
import { phrase } from '../locale/locale.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { isRecord } from '../text/record.ts';
import { jsonPlaces, type JsonMember } from './jsonPlaces.ts';

/** What a config file is called. */
export const CONFIG_NAME = '.interview-answers.json';

/** Bytes that a config file may have, and what to say of a larger one: all settings with all their rules come to some kilobytes. */
export const LARGEST_CONFIG = 1_000_000;
export const TOO_LARGE = phrase('it is too large for settings');

/** What can't be used, as a sentence, with its place in UTF-16 offsets, and where that is: line and character, zero-based. */
export interface ConfigProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly character: number;
}

export interface ConfigFile {
  /** A layer for `readSettings`, with what can be used; undefined when the text is not JSON. */
  readonly layer: Readonly<Record<string, unknown>> | undefined;
  /** In the order of the text. When it is not JSON, one. */
  readonly problems: readonly ConfigProblem[];
}

/** Never throws. */
export function readConfigFile(text: string): ConfigFile {
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  const lines = new LineIndex(text);
  const problems: ConfigProblem[] = [];
  const report = (message: string, start: number, end: number): void => {
    problems.push({ message, start: start + mark, end: end + mark, ...lines.positionAt(start + mark) });
  };
  const json = text.slice(mark);
  const { members, mistake } = jsonPlaces(json);
  if (mistake !== undefined) {
    report(`This is not JSON: ${mistake.message}.`, mistake.offset, Math.min(mistake.offset + 1, json.length));
    return { layer: undefined, problems };
  }
  const whole: unknown = JSON.parse(json);
  const layer: Record<string, unknown> = {};
  if (!isRecord(whole)) for (const message of readSettings(whole).problems) report(message, 0, json.length);
  for (const member of members) {
    const { problem, setting } = understand(member, whole);
    if (problem !== undefined) report(problem, member.start, member.end);
    Object.assign(layer, setting);
  }
  return { layer, problems };
}

interface Understood {
  readonly setting?: Readonly<Record<string, unknown>>;
  readonly problem?: string | undefined;
}

/** What a member of the file sets, or what is wrong with it; nothing of what stands within a setting. */
function understand({ path }: JsonMember, whole: unknown): Understood {
  const value = path.reduce<unknown>((at, name) => (isRecord(at) ? at[name] : undefined), whole);
  const own = path[0] === SETTINGS_SECTION ? path.slice(1) : path;
  if (own.length === 0) return group(SETTINGS_SECTION, value);
  const [first, second] = own as [string, string | undefined];
  if (own.length > 2 || first.startsWith('$')) return {};
  const parent = infoOf(first);
  if (second !== undefined && parent !== undefined) {
    // An entry, such as a rule; the good ones have come with the whole.
    return parent.byEntry ? { problem: readSettings({ [parent.key]: { [second]: value } }).problems[0] } : {};
  }
  const info = infoOf(own.join('.'));
  if (info?.isPersonal) return { problem: `"${SETTINGS_SECTION}.${info.key}" is for everybody to set in their own editor, not here.` };
  if (info !== undefined) {
    const setting = { [info.key]: value };
    return { setting, problem: info.byEntry && isRecord(value) ? undefined : readSettings(setting).problems[0] };
  }
  if (second === undefined && GROUPS.has(first)) return group(first, value);
  // What stands within something unknown is no news.
  return second === undefined || GROUPS.has(first) ? { problem: `There is no setting "${own.join('.')}".` } : {};
}

function group(name: string, value: unknown): Understood {
  return isRecord(value) ? {} : { problem: `"${name}" holds settings: it must be an object.` };
}

function infoOf(name: string): SettingInfo | undefined {
  const key = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;
  return SETTINGS.find((info) => info.key === key);
}

const PREFIX = `${SETTINGS_SECTION}.`;
/** The first parts of the keys that have two. */
const GROUPS: ReadonlySet<string> = new Set(
  SETTINGS.filter(({ key }) => key.includes('.')).map(({ key }) => key.slice(0, key.indexOf('.'))),
);
