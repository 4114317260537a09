/** The set-ups of docs/editors.md that are marked as tested, as they are written there. */

import { readFileSync } from 'node:fs';
import path from 'node:path';

const DOCS = path.join(import.meta.dirname, '../../docs/editors.md');

/** The code block behind `<!-- tested: NAME -->`. */
export function setUpOf(name) {
  const [, block] = readFileSync(DOCS, 'utf8').match(new RegExp(`<!-- tested: ${name} -->\\s+\`\`\`\\w+\n([^]*?)\n\`\`\`\n`)) ?? [];
  if (block === undefined) throw new Error(`docs/editors.md has no set-up that is marked with "tested: ${name}".`);
  return `${block}\n`;
}
