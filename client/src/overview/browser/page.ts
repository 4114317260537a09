/** The overview's page: talks to the extension, and shows what it sends. */

import '../../browser/readLocale.ts';
import type { FromPage, PageState, ToPage } from '../messages.ts';
import { drawNothing, drawOverview } from './draw.ts';

interface Host {
  postMessage(message: FromPage): void;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const root = document.querySelector<HTMLElement>('#overview')!;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  const focused = document.activeElement?.getAttribute('data-row');
  if (data.type === 'outline') {
    host.setState({ uri: data.uri });
    root.replaceChildren(
      ...drawOverview(data.name, data.result, {
        goTo: (line) => host.postMessage({ type: 'goTo', line }),
        save: (kind) => host.postMessage({ type: 'export', kind }),
      }),
    );
  } else root.replaceChildren(drawNothing());
  // Text that is typed elsewhere must not throw the reader out of the table.
  if (focused != null) root.querySelector<HTMLElement>(`[data-row="${focused}"]`)?.focus();
});

/** Up and down go from answer to answer, as in a list. */
root.addEventListener('keydown', (event) => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const rows = [...root.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.indexOf(event.target as HTMLElement);
  if (step === 0 || at < 0) return;
  event.preventDefault();
  rows[at + step]?.focus();
});

host.postMessage({ type: 'ready' });
