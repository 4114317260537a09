/** The lines of a file without their ends, as the readers of transcripts go through them. */

/** Splits at \n, \r\n and \r, like the language server protocol; a byte order mark stays outside the first line's text. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/);
}

/** Lines that are read in some milliseconds. */
export const LINES_OF_STEP = 1000;

/** Characters at the start of a file that aren't text. */
export const BYTE_ORDER_MARK = '\uFEFF';
