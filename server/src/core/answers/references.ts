/** Finds what an answer refers to without saying it: links, footnotes, source comments; and which list item stands below which. */

import type { Nodes, RootContent } from 'mdast';
import type { Span } from '../text/span.ts';

/** A place that names where something can be looked up. Its target is not said, only its label is. */
export interface Reference {
  readonly kind: 'link' | 'footnote' | 'citation';
  /** UTF-16 offsets in the source. */
  readonly span: Span;
}

/** A list item below another: what supports the upper one supports the lower one. */
export interface Nesting {
  /** Source spans of the lower item and of the upper item's own text. */
  readonly item: Span;
  readonly parent: Span;
}

export interface References {
  readonly references: readonly Reference[];
  readonly nesting: readonly Nesting[];
}

/** The references of the body nodes of one answer, in order. */
export function referencesOf(nodes: readonly RootContent[]): References {
  const references: Reference[] = [];
  const nesting: Nesting[] = [];
  for (const node of nodes) visit(node, undefined);
  return { references, nesting };

  function visit(node: Nodes, parent: Span | undefined): void {
    const kind = kindOf(node);
    if (kind !== undefined && node.position !== undefined) references.push({ kind, span: spanOf(node) });
    if (node.type === 'listItem') {
      if (parent !== undefined && node.position !== undefined) nesting.push({ item: spanOf(node), parent });
      const own = node.children.find((child) => child.type === 'paragraph');
      const below = own?.position === undefined ? parent : spanOf(own);
      for (const child of node.children) visit(child, below);
    } else if ('children' in node) {
      for (const child of node.children) visit(child, parent);
    }
  }
}

function kindOf(node: Nodes): Reference['kind'] | undefined {
  if (node.type === 'link' || node.type === 'linkReference') return 'link';
  if (node.type === 'footnoteReference') return 'footnote';
  if (node.type === 'html' && SOURCE_COMMENT.test(node.value)) return 'citation';
  return undefined;
}

/** `<!-- source: evidence.md -->` */
const SOURCE_COMMENT = /^<!--\s*(?:source|evidence|see)\s*:/i;

function spanOf(node: Nodes): Span {
  return { start: node.position!.start.offset!, end: node.position!.end.offset! };
}
