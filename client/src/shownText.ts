/** Texts of files and their names, where VS Code would take signs in them for its own. */

/** For labels of quick picks and lenses: `$(name)` stays what it is, and becomes no icon. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', `$${NOTHING}(`);
}

/** For notifications: `[text](command:…)` stays what it is, and becomes no link that runs a command. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', `]${NOTHING}(`);
}

/** Takes no room: U+200B, zero width space. */
const NOTHING = '\u200b';
