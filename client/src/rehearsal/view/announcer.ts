/** The one polite live region: tells screen readers when the state changes, and nothing in between. */

import { element } from './dom.ts';

export class Announcer {
  readonly root = element('div', { class: 'said', role: 'status', attributes: { 'aria-live': 'polite' } });
  #isOdd = false;

  say(text: string): void {
    // The same sentence twice is two messages, so the node has to change.
    this.#isOdd = !this.#isOdd;
    this.root.textContent = this.#isOdd ? text : `${text}\u00a0`;
  }
}
