/** Under which titles the settings are listed, in the order of the list. */

/** A title, and the settings under it: whole keys, or the first part of keys with dots. */
export interface SettingGroup {
  readonly title: string;
  readonly keys: readonly string[];
}

/** A setting that is in no group is listed with the first one. */
export const SETTING_GROUPS: readonly SettingGroup[] = [
  { title: 'Speaking', keys: ['pace', 'pronunciations', 'tables'] },
  { title: 'Targets', keys: ['tolerance'] },
  { title: 'In the Text', keys: ['headingTime', 'timeRuler', 'fadeOverTarget'] },
  { title: 'Listeners', keys: ['audience', 'vocabulary'] },
  { title: 'Rules', keys: ['rules', 'breath', 'readability'] },
  { title: 'Files', keys: ['files', 'transcripts', 'glossary', 'evidence'] },
  { title: 'Rehearsal', keys: ['rehearsal'] },
];

/** The index of the group that a setting is listed in. */
export function settingGroupOf(key: string): number {
  const [first] = key.split('.');
  const index = SETTING_GROUPS.findIndex(({ keys }) => keys.includes(key) || keys.includes(first!));
  return Math.max(0, index);
}
