/** Takes white space off the ends of spans. */

import type { Span } from '../text/span.ts';

/** The span without the white space at its end. */
export function trimEnd(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
