/** What the manifest and the docs say about settings and rules, made from the registries. */

import { CONFIG_NAME } from './core/config/configFile.ts';
import { docsPath, RULES } from './core/rules/registry.ts';
import { SETTING_GROUPS, settingGroupOf } from './core/settingGroups.ts';
import { SETTINGS, SETTINGS_SECTION, type SettingInfo } from './core/settings.ts';
import type { RuleInfo } from './core/rules/rule.ts';

/** `contributes.configuration` of the manifest: one section of the settings editor for each group; its texts are in `manifestTexts`. */
export function manifestSettings(): readonly object[] {
  const trace = {
    scope: 'window',
    type: 'string',
    enum: ['off', 'messages', 'verbose'],
    default: 'off',
    description: '%setting.trace.server%',
  };
  const groups = SETTING_GROUPS.map(({ title }, group) => {
    const own = SETTINGS.filter(({ key }) => settingGroupOf(key) === group).map(({ key, schema, scope = 'resource' }): [string, object] => [
      `${SETTINGS_SECTION}.${key}`,
      { scope, markdownDescription: `%setting.${key}%`, ...(key === 'rules' ? withRuleKeys(schema) : schema) },
    ]);
    return { title: `%${groupKey(title)}%`, settings: own };
  });
  const last = { title: `%${groupKey(TROUBLESHOOTING)}%`, settings: [[`${SETTINGS_SECTION}.trace.server`, trace] as [string, object]] };
  return [...groups, last].map(({ title, settings }, order) => ({
    title,
    order,
    properties: Object.fromEntries<object>(settings.map(([key, schema], i) => [key, { order: i, ...schema }])),
  }));
}

/** What of `package.nls.json` follows from the registries: the English texts of `manifestSettings`, by their keys. */
export function manifestTexts(): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries([...SETTING_GROUPS.map(({ title }) => title), TROUBLESHOOTING].map((title) => [groupKey(title), title])),
    ...Object.fromEntries(SETTINGS.map(({ key, markdownDescription }) => [`setting.${key}`, markdownDescription])),
    'trust.limited': 'Times and findings work. Workspace settings that decide which files are read or written are ignored.',
    'setting.trace.server': 'How much of the communication between editor and language server is written to the log.',
    ...Object.fromEntries(RULES.map(({ id, summary }) => [`rule.${id}`, summary])),
  };
}

/** Whether a key of `package.nls.json` is one of `manifestTexts`, in this version or in another. */
export function isManifestText(key: string): boolean {
  return /^(?:setting|settings|rule|trust)\./.test(key);
}

/** `capabilities.untrustedWorkspaces` of the manifest: all works, but for the settings that decide which files are read or written. */
export function manifestTrust(): object {
  const restricted = SETTINGS.filter(({ isRestricted }) => isRestricted).map(({ key }) => `${SETTINGS_SECTION}.${key}`);
  return {
    supported: 'limited',
    description: '%trust.limited%',
    restrictedConfigurations: [...restricted, `${SETTINGS_SECTION}.trace.server`],
  };
}

/** What `.interview-answers.json` may hold, as JSON schema: the settings that aren't personal, nested or with dotted keys. */
export function configSchema(): object {
  const shared = SETTINGS.filter(({ isPersonal }) => isPersonal !== true);
  const dotted = Object.fromEntries(shared.map((info): [string, object] => [info.key, settingSchema(info)]));
  const grouped = shared.filter(({ key }) => key.includes('.')).map((info) => [info.key.split('.') as [string, string], info] as const);
  const groups = new Map<string, Record<string, object>>();
  for (const [[group, name], info] of grouped) groups.set(group, { ...groups.get(group), [name]: settingSchema(info) });
  const nested = Object.fromEntries(
    [...groups].map(([group, properties]) => [group, { type: 'object', additionalProperties: false, properties }]),
  );
  const settings = { ...nested, ...dotted };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Interview Answers',
    description: 'Settings of Interview Answers for the files below this folder.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      ...settings,
      [SETTINGS_SECTION]: {
        type: 'object',
        additionalProperties: false,
        properties: settings,
        description: 'The same settings, as in settings.json.',
      },
    },
  };
}

/** `contributes.jsonValidation` of the manifest. */
export function manifestJsonValidation(): readonly object[] {
  return [{ fileMatch: CONFIG_NAME, url: './schemas/config.schema.json' }];
}

const TROUBLESHOOTING = 'Troubleshooting';

/** "settings.inTheText". */
function groupKey(title: string): string {
  const words = title.split(' ').map((word, i) => (i === 0 ? word.toLowerCase() : word[0]!.toUpperCase() + word.slice(1)));
  return `settings.${words.join('')}`;
}

/** The schema of the setting `rules`, with keys for the summaries. */
function withRuleKeys(schema: SettingInfo['schema']): object {
  const properties = schema['properties'] as Readonly<Record<string, object>>;
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(properties).map(([id, rule]) => [id, { ...rule, description: `%rule.${id}%` }])),
  };
}

function settingSchema({ schema, markdownDescription }: SettingInfo): object {
  // Editors other than VS Code know the plain description only.
  return { description: markdownDescription, markdownDescription, ...schema };
}

/** The list of rules for docs/rules/README.md. */
export function rulesTable(): string {
  const rows = RULES.map((rule) => {
    const page = docsPath(rule.id).slice('docs/rules/'.length);
    return `| [\`${rule.id}\`](${page}) | ${severityText(rule)} | ${rule.summary} |`;
  });
  return ['| Rule | Severity | Reports |', '| --- | --- | --- |', ...rows].join('\n');
}

/** "information; warning for recruiter, hiringManager". */
function severityText({ severity, severityFor = {} }: RuleInfo): string {
  const others = new Map<string, string[]>();
  for (const [audience, other] of Object.entries(severityFor)) others.set(other, [...(others.get(other) ?? []), audience]);
  return [severity, ...[...others].map(([other, audiences]) => `${other} for ${audiences.join(', ')}`)].join('; ');
}

/** The list of settings for docs/settings.md. */
export function settingsTable(): string {
  const rows = SETTINGS.map(({ key, markdownDescription, schema }) => {
    const value = JSON.stringify(schema.default);
    return `| \`${SETTINGS_SECTION}.${key}\` | \`${value}\` | ${markdownDescription.replaceAll('|', '\\|')} |`;
  });
  return ['| Setting | Default | Meaning |', '| --- | --- | --- |', ...rows].join('\n');
}
