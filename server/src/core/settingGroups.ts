/** The titles under which the settings are listed, in their order. */

/** A title, and the settings below it: whole keys, or the first part of dotted keys. */
export interface SettingGroup {
  readonly title: string;
  readonly keys: readonly string[];
}

/** Every setting is in one of them; a test says so. */
export const SETTING_GROUPS: readonly SettingGroup[] = [
  { title: 'Speaking', keys: ['pace', 'pronunciations', 'tables'] },
  { title: 'Targets', keys: ['tolerance'] },
  { title: 'In the Text', keys: ['headingTime', 'timeRuler', 'fadeOverTarget', 'highlightTerms'] },
  { title: 'Listeners', keys: ['audience', 'vocabulary'] },
  { title: 'Rules', keys: ['rules', 'breath', 'readability'] },
  { title: 'Files', keys: ['files', 'transcripts', 'glossary', 'evidence'] },
  { title: 'Rehearsal', keys: ['rehearsal'] },
];

/** The index of the group that a setting is listed in; -1 for one that is in none. */
export function settingGroupOf(key: string): number {
  const [first] = key.split('.');
  return SETTING_GROUPS.findIndex(({ keys }) => keys.includes(key) || keys.includes(first!));
}
