/** The list of keys, over everything else. */

import { button, element } from './dom.ts';
import { BINDINGS } from './keys.ts';
import { t } from '../../../../server/src/core/locale/locale.ts';

export class Help {
  readonly root: HTMLDialogElement;

  constructor() {
    const rows = BINDINGS.map(({ shown, says }) =>
      element('div', {}, element('dt', {}, element('kbd', { text: t(shown) })), element('dd', { text: t(says) })),
    );
    this.root = element(
      'dialog',
      { class: 'help', attributes: { 'aria-labelledby': 'help-title' } },
      element('h2', { id: 'help-title', text: t('Keys') }),
      element('dl', {}, ...rows),
      button(t('Close'), () => this.root.close(), { class: 'primary' }),
    );
  }

  get isOpen(): boolean {
    return this.root.open;
  }

  toggle(): void {
    if (this.root.open) this.root.close();
    else this.root.showModal();
  }
}
