/** Makes elements: text goes in as text, never as HTML. */

import type { Focus } from './keys.ts';

export interface Properties {
  readonly class?: string;
  readonly text?: string;
  readonly id?: string;
  readonly title?: string;
  readonly role?: string;
  readonly tabIndex?: number;
  readonly hidden?: boolean;
  /** Attributes by name, such as `aria-label`. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly onClick?: (event: MouseEvent) => void;
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  const { text, id, title, role, tabIndex, hidden, attributes = {}, onClick } = properties;
  if (properties.class !== undefined) made.className = properties.class;
  if (text !== undefined) made.textContent = text;
  if (id !== undefined) made.id = id;
  if (title !== undefined) made.title = title;
  if (role !== undefined) made.setAttribute('role', role);
  if (tabIndex !== undefined) made.tabIndex = tabIndex;
  if (hidden !== undefined) made.hidden = hidden;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (onClick !== undefined) made.addEventListener('click', onClick as EventListener);
  made.append(...children);
  return made;
}

/** A button that does nothing but what it says. */
export function button(text: string, onClick: (event: MouseEvent) => void, properties: Properties = {}): HTMLButtonElement {
  const made = element('button', { ...properties, text, onClick });
  made.type = 'button';
  return made;
}

/** Sets the text only when it is another one, so that nothing is laid out or announced for nothing. */
export function setText(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** A picture of one path in a field of 16 by 16, in the colour of the text around it. */
export function shape(path: string, className: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  const drawn = document.createElementNS(SVG, 'path');
  drawn.setAttribute('d', path);
  svg.append(drawn);
  return svg;
}

/** What the focused element does with keys itself. */
export function focusOf(focused: Element | null): Focus {
  if (focused instanceof HTMLButtonElement) return 'button';
  if (focused instanceof HTMLSelectElement) return 'choice';
  if (focused instanceof HTMLInputElement) return focused.type === 'radio' ? 'choice' : 'text';
  return 'none';
}

const SVG = 'http://www.w3.org/2000/svg';
