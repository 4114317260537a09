/** Writes a text into the source of a regular expression, so that it matches itself. */

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
