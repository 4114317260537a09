/** JSON Lines that are only ever appended to, wherever they are kept. */

/** What to append for a record (JSON without a line feed). `before` is what the file ends with: a line torn by a crash is ended first. */
export function lineBehind(before: string, record: string): string {
  return `${before === '' || before.endsWith('\n') ? '' : '\n'}${record}\n`;
}
