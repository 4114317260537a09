/** What the command line writes of files, their names and their texts: data, which neither a terminal nor a build service obeys. */

/**
 * Text in which nothing is a command: control characters could move the cursor or change the title, marks that turn the direction of
 * writing could hide what a line says, and build services take `##[name]` for theirs. They are shown instead, as escapes.
 */
export function printable(text: string): string {
  return text.replace(OBEYED, (unit) => escaped(unit));
}

/** The same for what begins a line, where build services take `::name::` for a command, too. */
export function printableLine(text: string): string {
  return printable(text).replace(/^(\s*):(?=:)/, `$1${escaped(':')}`);
}

/** The same for several lines, of which each stays a line. */
export function printableLines(text: string): string {
  return text.split('\n').map(printableLine).join('\n');
}

/** The same for text that is shown on one line, whatever lines it had. */
export function plainText(text: string): string {
  return printableLine(text.replace(/[\t\r\n]+/g, ' '));
}

/** JSON in which nothing is a command; what reads it gets the same value. */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(OBEYED_IN_JSON, (unit) => escaped(unit));
}

/** Says on standard error what is wrong. */
export function complain(problem: string): void {
  process.stderr.write(`interview-answers: ${printableLines(problem)}\n`);
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Also a lone surrogate, which no output can hold. */
const OBEYED = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|#(?=#(?:vso)?\[)/gu;
/** Line feeds are JSON's own; those of its texts are escaped already. */
const OBEYED_IN_JSON = /(?!\n)\p{Cc}|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|#(?=#(?:vso)?\[)/gu;
