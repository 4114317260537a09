/** Says what a piece of Markdown leaves open at its end, so that what looks like the next piece still belongs to it. */

import type { Root, RootContent } from 'mdast';

/** A piece with its syntax tree; offsets in the tree are relative to the piece. */
interface Parsed {
  readonly text: string;
  readonly root: Root;
}

export interface OpenConstruct {
  /** Offset in the chunk from which the end is looked for. */
  readonly searchFrom: number;
  /** Offset in the file after which the construct has ended; the file's length when it never does. */
  closes(text: string, from: number): number;
}

/** What is still open at the end of a piece that another one follows, if anything. */
export function openConstruct(chunk: Parsed): OpenConstruct | undefined {
  const last: RootContent | undefined = chunk.root.children.at(-1);
  if (last?.type === 'code') return openFence(chunk, last);
  if (last?.type === 'html') return openHtml(chunk, last);
  return undefined;
}

function openFence(chunk: Parsed, node: RootContent): OpenConstruct | undefined {
  const { start, end } = offsets(node);
  const source = chunk.text.slice(start, end);
  const fence = /^(?:`{3,}|~{3,})/.exec(source)?.[0];
  if (fence === undefined) return undefined;
  const lines = source.split(/\r\n|[\n\r]/);
  const lastLine = lines.length > 1 ? lines.at(-1)! : '';
  if (isClosingFence(lastLine, fence)) return undefined;
  return {
    searchFrom: start + fence.length,
    closes(text, from) {
      const line = new RegExp(`^ {0,3}${fence[0]!}{${fence.length},}[ \\t]*$`, 'gm');
      line.lastIndex = from;
      return line.exec(text)?.index ?? text.length;
    },
  };
}

function isClosingFence(line: string, fence: string): boolean {
  const body = line.trim();
  return body.length >= fence.length && body === fence[0]!.repeat(body.length) && /^ {0,3}\S/.test(line);
}

/** CommonMark's kinds of HTML block, by what opens them and what ends them (section 4.6, conditions 1 to 5). */
const HTML_ENDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/gi],
  [/^<!--/, /-->/g],
  [/^<\?/, /\?>/g],
  [/^<![A-Za-z]/, />/g],
  [/^<!\[CDATA\[/, /\]\]>/g],
];

function openHtml(chunk: Parsed, node: RootContent): OpenConstruct | undefined {
  const { start, end } = offsets(node);
  const source = chunk.text.slice(start, end);
  for (const [opens, closes] of HTML_ENDS) {
    const opening = opens.exec(source);
    if (opening === null) continue;
    const search = new RegExp(closes.source, closes.flags);
    // `<!-->` is a whole comment, so the search starts inside the opening.
    search.lastIndex = Math.max(0, opening[0].length - 2);
    if (search.test(source)) return undefined;
    return {
      searchFrom: start + opening[0].length,
      closes(text, from) {
        const rest = new RegExp(closes.source, closes.flags);
        rest.lastIndex = from;
        return rest.exec(text)?.index ?? text.length;
      },
    };
  }
  // Conditions 6 and 7: the block ends at a blank line, so it is open when the next chunk follows at once.
  if (/^(?:\r\n|\n|\r)?$/.test(chunk.text.slice(end))) {
    return {
      searchFrom: end,
      closes(text, from) {
        const blank = /(?:\r\n|\n|\r)[ \t]*(?=\r|\n|$)/g;
        blank.lastIndex = from;
        return blank.exec(text)?.index ?? text.length;
      },
    };
  }
  return undefined;
}

function offsets(node: RootContent): { start: number; end: number } {
  return { start: node.position!.start.offset!, end: node.position!.end.offset! };
}
