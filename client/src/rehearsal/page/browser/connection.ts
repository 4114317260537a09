/** Talks with the extension: updates come in as server-sent events, events go out as JSON. */

import type { PageEvent, PageUpdate } from '../messages.ts';

export interface Connection {
  /** Sends an event after all earlier ones. */
  send(event: PageEvent): void;
  /** Sends the last event of a page that is being left, which can't wait for anything. */
  sendLast(event: PageEvent): void;
}

/** Listens until the extension says that it closes. `onTrouble` is called when an event can't be delivered. */
export function connect(onUpdate: (update: PageUpdate) => void, onTrouble: () => void): Connection {
  const updates = new EventSource('updates');
  updates.onmessage = ({ data }: MessageEvent<string>) => {
    // It comes from our own extension over an address that nobody else is served at.
    const update = JSON.parse(data) as PageUpdate;
    if (update.type === 'closing') updates.close();
    onUpdate(update);
  };
  let last = Promise.resolve();
  return {
    send(event) {
      last = last.then(() => deliver(event)).catch(onTrouble);
    },
    sendLast(event) {
      void post(event).catch(onTrouble);
    },
  };
}

async function deliver(event: PageEvent): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await post(event);
      return;
    } catch (error) {
      if (attempt === MOST_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * BETWEEN_ATTEMPTS_MS));
    }
  }
}

async function post(event: PageEvent): Promise<void> {
  const body = JSON.stringify(event);
  // `keepalive` lets a request outlive its page.
  const response = await fetch('events', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, keepalive: true });
  if (!response.ok) throw new Error(String(response.status));
}

/** A tunnel to a remote machine may be gone for a second or two. */
const MOST_ATTEMPTS = 4;
const BETWEEN_ATTEMPTS_MS = 500;
