/** Puts text of files into Markdown so that it stays text. */

/** Text of a file is data: nothing in it becomes a link, an image, a heading or a command in a hover. White space is single. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+\-.!|<>&~:@$^=]/g, (sign) => (sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`))
    .replace(/\s+/g, ' ');
}
