/** Escapes texts of files and their names where VS Code would read some characters as its own syntax. */

/** For labels of quick picks and lenses: `$(name)` stays what it is, and becomes no icon; no mark turns the writing around it. */
export function withoutIcons(text: string): string {
  return unturned(text).replaceAll('$(', `$${NOTHING}(`);
}

/** For notifications: `[text](command:…)` stays what it is, and becomes no link that runs a command; no mark turns the writing. */
export function withoutLinks(text: string): string {
  return unturned(text).replaceAll('](', `]${NOTHING}(`);
}

/** A name such as `cod\u202efdp.exe` would be read as another. */
function unturned(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

/** Takes no room: U+200B, zero width space. */
const NOTHING = '\u200b';
