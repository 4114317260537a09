/** Lets a test see and drive the workbench it runs in; the commands are described in control.mjs. */

/**
 * The address of the control channel: a variable of the process in the Node extension host, a global in the web one.
 * Absent in desktop VS Code.
 */
function address() {
  return globalThis.process?.env?.VSCODE_HOST_CONTROL ?? globalThis.VSCODE_HOST_CONTROL;
}

async function send(command, request) {
  const url = address();
  if (!url) throw new Error('This VS Code is not the test host: it cannot be driven from a test.');
  // No JSON content type: it would make the web extension host ask for permission first.
  const response = await fetch(`${url}/${command}`, { method: 'POST', body: JSON.stringify(request) });
  const answer = await response.json();
  if (!response.ok) throw new Error(`workbench.${command}: ${answer.error}`);
  return answer;
}

export const workbench = {
  /** Whether this VS Code can be driven. Desktop VS Code cannot. */
  get available() {
    return Boolean(address());
  },

  /** Saves the window, a webview or one element as PNG, and returns the file's path. */
  screenshot: async (path, target = {}) => (await send('screenshot', { path, ...target })).path,

  /** Presses keys or chords one after the other. Returns the milliseconds to `until`, if given. */
  press: async (keys, { until, tab } = {}) => (await send('keyboard', { press: [keys].flat(), until, tab })).ms,

  /** Types text as a user does. Returns the milliseconds to `until`, if given. */
  type: async (text, { delay, until } = {}) => (await send('keyboard', { type: text, delay, until })).ms,

  /** Clicks an element of the workbench, or of a webview. Returns the milliseconds to `until`, if given. */
  click: async (selector, options = {}) => (await send('click', { selector, ...options })).ms,

  /** Waits for an element, and returns how many milliseconds that took. */
  waitFor: async (selector, options = {}) => (await send('waitFor', { selector, ...options })).ms,

  /** Evaluates an expression in the page, or in a webview. */
  evaluate: async (expression, target = {}) => (await send('evaluate', { expression, ...target })).value,

  /** Changes the window's size. */
  resize: async (width, height) => void (await send('resize', { width, height })),

  /** Emulates what the user's system asks for, such as `{ reducedMotion: 'reduce' }`. */
  media: async (features, { tab } = {}) => void (await send('media', { ...features, tab })),

  /** Closes the pages that the workbench has opened. */
  closeTabs: async () => void (await send('closeTabs', {})),

  /** Runs a script first in every frame that is made from now on, webviews included. */
  initScript: async (source) => void (await send('initScript', { source })),
};
