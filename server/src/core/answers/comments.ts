/** Reads the HTML comments right under a heading, which say things about the answer: its target, its audience. */

import type { RootContent } from 'mdast';
import type { Span } from '../text/span.ts';

export interface Comment {
  /** With its marks; offsets of the chunk. */
  readonly span: Span;
  /** What is between the marks, without white space around it. */
  readonly text: string;
}

/** The comments before anything else in an answer's body, in order; several may stand on lines of one HTML block. */
export function commentsUnderHeading(body: readonly RootContent[]): readonly Comment[] {
  const comments: Comment[] = [];
  for (const node of body) {
    if (node.type !== 'html') break;
    const start = node.position!.start.offset!;
    const { value } = node;
    for (let from = value.indexOf('<!--'); from >= 0;) {
      const to = value.indexOf('-->', from + 4);
      if (to < 0) break;
      comments.push({ span: { start: start + from, end: start + to + 3 }, text: value.slice(from + 4, to).trim() });
      from = value.indexOf('<!--', to + 3);
    }
  }
  return comments;
}
