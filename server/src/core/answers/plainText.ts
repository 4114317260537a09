/** What Markdown says without its signs, for readers that show them as they are. */

import type { Nodes, RootContent } from 'mdast';
import { parseWholeFile } from './markdown.ts';

/** Paragraphs apart, one line for each item and each row; what has no text of its own is left out. */
export function plainText(markdown: string): string {
  return blocks(parseWholeFile(markdown).children);
}

function blocks(nodes: readonly RootContent[]): string {
  return nodes
    .map(block)
    .filter((text) => text !== '')
    .join('\n\n');
}

function block(node: RootContent): string {
  switch (node.type) {
    case 'list':
      return node.children.map(({ children }) => `- ${blocks(children).replaceAll('\n\n', '\n').replaceAll('\n', '\n  ')}`).join('\n');
    case 'table':
      return node.children.map(({ children }) => children.map(inline).join('  ').trim()).join('\n');
    case 'blockquote':
      return blocks(node.children);
    case 'html':
    case 'definition':
    case 'thematicBreak':
      return '';
    default:
      return inline(node);
  }
}

function inline(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'html') return '';
  if ('children' in node) return node.children.map(inline).join('');
  return 'value' in node ? node.value : '';
}
