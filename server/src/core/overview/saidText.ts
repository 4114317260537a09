/** An answer as it is said, for pasting where Markdown means nothing. */

import type { Analysis } from '../analysis.ts';
import { sectionSpans } from '../answers/sections.ts';

/** The heading at `index` and all below it: titles without targets, and what is said; empty where there is no such heading. */
export function plainTextOf({ file }: Pick<Analysis, 'file'>, index: number): string {
  const section = sectionSpans(file)[index];
  if (section === undefined) return '';
  return file.answers
    .filter(({ base, content }) => base + content.span.start >= section.start && base + content.span.start < section.end)
    .flatMap(({ content }) => [content.title, content.spoken.text])
    .filter((part) => part !== '')
    .join('\n\n');
}
