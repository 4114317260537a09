/** What the manifest and the docs say about settings and rules, made from the registries. */

import { docsPath, RULES } from './core/rules/registry.ts';
import type { RuleInfo } from './core/rules/rule.ts';
import { SETTINGS, SETTINGS_SECTION } from './core/settings.ts';

/** `contributes.configuration` of the manifest. */
export function manifestSettings(): object {
  const own = SETTINGS.map(({ key, markdownDescription, schema }, order): [string, object] => [
    `${SETTINGS_SECTION}.${key}`,
    { order, scope: 'resource', markdownDescription, ...schema },
  ]);
  const trace = {
    order: SETTINGS.length,
    scope: 'window',
    type: 'string',
    enum: ['off', 'messages', 'verbose'],
    default: 'off',
    description: 'What of the talk between editor and language server is written to the log.',
  };
  return { title: 'Interview Answers', properties: { ...Object.fromEntries<object>(own), [`${SETTINGS_SECTION}.trace.server`]: trace } };
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
