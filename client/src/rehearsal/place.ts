/** Keeps hold of a line while the text above it is edited. */

/** What of a change to a document moves lines. */
export interface LineChange {
  readonly startLine: number;
  readonly endLine: number;
  /** How many line breaks the new text has. */
  readonly addedLines: number;
}

/** Where a line is after changes, each of which is given for the text before all of them. */
export function movedLine(line: number, changes: readonly LineChange[]): number {
  let moved = line;
  for (const { startLine, endLine, addedLines } of changes) {
    if (endLine < line) moved += addedLines - (endLine - startLine);
    // A change that begins above and reaches the line leaves it at the end of what came in its place.
    else if (startLine < line) moved += startLine + addedLines - line;
  }
  return Math.max(0, moved);
}
