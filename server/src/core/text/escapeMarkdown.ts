/** Puts text of files into Markdown so that it stays text. */

/**
 * Text of a file is data: nothing in it becomes a link, an image, a heading or a command in a hover, and no mark in it turns the writing
 * of what follows. White space is single.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\\`*_{}[\]()#+\-.!|<>&~:@$^=]/g, (sign) => (sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`))
    .replace(/\s+/g, ' ');
}
