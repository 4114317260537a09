/** Renders the Markdown of an answer as HTML for paper: links become numbered sources, comments and raw HTML are left out. */

import type { Definition, FootnoteDefinition, Nodes, Root, RootContent } from 'mdast';
import { escapeMarkup, isSafeLink } from './markup.ts';

/** The sources of a page, numbered in the order in which they are first cited. */
export class Sources {
  readonly #definitions = new Map<string, Definition>();
  readonly #notes = new Map<string, FootnoteDefinition>();
  readonly #numbers = new Map<string, number>();
  readonly #entries: string[] = [];

  /** `root` is the whole file: what a link refers to may stand anywhere in it. */
  constructor(root: Root) {
    const visit = (node: Nodes): void => {
      if (node.type === 'definition' && !this.#definitions.has(node.identifier)) this.#definitions.set(node.identifier, node);
      if (node.type === 'footnoteDefinition' && !this.#notes.has(node.identifier)) this.#notes.set(node.identifier, node);
      if ('children' in node) node.children.forEach(visit);
    };
    visit(root);
  }

  /** The mark of a cited address, such as a raised 2. */
  cite(url: string, title: string | null | undefined): string {
    const entry = isSafeLink(url) ? `<a href="${escapeMarkup(url)}">${escapeMarkup(url)}</a>` : escapeMarkup(url);
    return this.#mark(url, () => (title == null || title === '' ? entry : `${escapeMarkup(title)}: ${entry}`));
  }

  /** The mark of a reference to a definition; empty where there is none. */
  citeDefinition(identifier: string): string {
    const definition = this.#definitions.get(identifier);
    return definition === undefined ? '' : this.cite(definition.url, definition.title);
  }

  /** The mark of a footnote, whose text becomes the source. */
  citeNote(identifier: string): string {
    const note = this.#notes.get(identifier);
    if (note === undefined) return '';
    return this.#mark(`^${identifier}`, () =>
      note.children.map((child) => (child.type === 'paragraph' ? inline(child.children, this) : '')).join(' '),
    );
  }

  /** The list of sources; empty where nothing was cited. */
  list(): string {
    if (this.#entries.length === 0) return '';
    return `<ol>\n${this.#entries.map((entry, i) => `<li id="source-${i + 1}">${entry}</li>`).join('\n')}\n</ol>`;
  }

  #mark(key: string, entry: () => string): string {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#entries.push('');
      this.#numbers.set(key, number);
      // A note may cite others, so its number is taken before its text is made.
      this.#entries[number - 1] = entry();
    }
    return `<sup><a href="#source-${number}">${number}</a></sup>`;
  }
}

/** HTML of some blocks of a file. */
export function renderBlocks(nodes: readonly RootContent[], sources: Sources): string {
  return nodes.map((node) => block(node, sources)).join('');
}

function block(node: RootContent, sources: Sources): string {
  switch (node.type) {
    case 'paragraph':
      return `<p>${inline(node.children, sources)}</p>\n`;
    case 'heading':
      return `<p><strong>${inline(node.children, sources)}</strong></p>\n`;
    case 'blockquote':
      return `<blockquote>\n${renderBlocks(node.children, sources)}</blockquote>\n`;
    case 'list': {
      const items = node.children.map((item) => `<li>${renderBlocks(item.children, sources).trim()}</li>\n`).join('');
      return node.ordered === true ? `<ol start="${node.start ?? 1}">\n${items}</ol>\n` : `<ul>\n${items}</ul>\n`;
    }
    case 'code':
      return `<pre>${escapeMarkup(node.value)}</pre>\n`;
    case 'table': {
      const rows = node.children.map(
        (row) => `<tr>${row.children.map((cell) => `<td>${inline(cell.children, sources)}</td>`).join('')}</tr>\n`,
      );
      return `<table>\n${rows.join('')}</table>\n`;
    }
    default:
      // Comments, raw HTML, definitions, rules.
      return '';
  }
}

function inline(nodes: readonly RootContent[], sources: Sources): string {
  return nodes.map((node) => inlineOne(node, sources)).join('');
}

function inlineOne(node: RootContent, sources: Sources): string {
  switch (node.type) {
    case 'text':
      return escapeMarkup(node.value);
    case 'emphasis':
      return `<em>${inline(node.children, sources)}</em>`;
    case 'strong':
      return `<strong>${inline(node.children, sources)}</strong>`;
    case 'delete':
      return `<del>${inline(node.children, sources)}</del>`;
    case 'inlineCode':
      return `<code>${escapeMarkup(node.value)}</code>`;
    case 'break':
      return '<br>\n';
    case 'link':
      return inline(node.children, sources) + sources.cite(node.url, node.title);
    case 'linkReference':
      return inline(node.children, sources) + sources.citeDefinition(node.identifier);
    case 'footnoteReference':
      return sources.citeNote(node.identifier);
    case 'image':
    case 'imageReference':
      return escapeMarkup(node.alt ?? '');
    default:
      return '';
  }
}
