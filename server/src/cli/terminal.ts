/** Text of files on a terminal: control characters could move the cursor or change the title, so they are shown instead. */

/** A line of text in which nothing is a command to the terminal. Bidirectional controls are taken out as well. */
export function plainText(text: string): string {
  return text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(CONTROLS, (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
}

// eslint-disable-next-line no-control-regex -- control characters are what it is about
const CONTROLS = /[\u0000-\u001F\u007F-\u009F]/g;
