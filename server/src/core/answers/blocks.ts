/** The blocks that an answer is written in: paragraphs, lists with their items, quotes, code, tables and comments. */

import type { Nodes, RootContent } from 'mdast';
import type { Span } from '../text/span.ts';

export type BlockKind = 'paragraph' | 'list' | 'item' | 'quote' | 'code' | 'table' | 'comment' | 'html';

export interface Block {
  readonly kind: BlockKind;
  /** UTF-16 offsets in the same text as those of the nodes. */
  readonly span: Span;
}

/** The blocks of some nodes and all blocks within them; an outer block comes before its inner ones. */
export function blocksOf(nodes: readonly RootContent[]): readonly Block[] {
  const blocks: Block[] = [];
  visitAll(nodes, Infinity);
  return blocks;

  function visitAll(siblings: readonly Nodes[], within: number): void {
    siblings.forEach((node, i) => {
      // The parser lets an item with an open fence run into the item behind it.
      visit(node, Math.min(within, siblings[i + 1]?.position?.start.offset ?? Infinity));
    });
  }

  function visit(node: Nodes, within: number): void {
    const kind = kindOf(node);
    if (kind === undefined) return;
    const end = Math.min(within, node.position!.end.offset!);
    blocks.push({ kind, span: { start: node.position!.start.offset!, end } });
    if (kind === 'list' || kind === 'item' || kind === 'quote') visitAll((node as { children: Nodes[] }).children, end);
  }
}

function kindOf(node: Nodes): BlockKind | undefined {
  if (node.type === 'html') return node.value.trimStart().startsWith('<!--') ? 'comment' : 'html';
  return KINDS.get(node.type);
}

const KINDS: ReadonlyMap<Nodes['type'], BlockKind> = new Map([
  ['paragraph', 'paragraph'],
  ['list', 'list'],
  ['listItem', 'item'],
  ['blockquote', 'quote'],
  ['code', 'code'],
  ['table', 'table'],
]);
