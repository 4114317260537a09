/** Makes, from the patterns of claims and of support, the lists of words without which they match nothing. */

import { DETECTORS } from './core/claims/detectors.ts';
import { FUNCTION_WORDS } from './core/claims/evidence.ts';
import { SUPPORT_PATTERNS } from './core/claims/support.ts';
import { frequencyOf } from './core/words/frequency.ts';
import { requiredWords } from './requiredWords.ts';

/** For each pattern of a kind its words, as `Triggers` reads them. */
export type TriggerLists = Readonly<Record<string, readonly string[]>>;

/** The lists by the names that `core/claims/data/triggers.ts` gives them. */
export function claimTriggers(): Readonly<Record<'CLAIM_TRIGGERS' | 'SUPPORT_TRIGGERS', TriggerLists>> {
  const detectors = Object.entries(DETECTORS).map(([type, list]) => [type, list.map(({ pattern }) => pattern)] as const);
  return { CLAIM_TRIGGERS: triggersOf(detectors), SUPPORT_TRIGGERS: triggersOf(SUPPORT_PATTERNS) };
}

/** The module that holds the lists. */
export function triggersModule(): string {
  const lists = Object.entries(claimTriggers()).map(([name, byKind]) => {
    const kinds = Object.entries(byKind).map(
      ([kind, words]) => `  ${/^\w+$/.test(kind) ? kind : `'${kind}'`}: [\n${words.map((line) => `    '${line}',\n`).join('')}  ],\n`,
    );
    return `\nexport const ${name} = {\n${kinds.join('')}};\n`;
  });
  return `/** The words of which a sentence must have one for each pattern of claims and support; \`npm run sync\` writes them. */\n${lists.join('')}`;
}

function triggersOf(patterns: readonly (readonly [string, readonly RegExp[]])[]): TriggerLists {
  return Object.fromEntries(patterns.map(([kind, list]) => [kind, list.map((pattern) => requiredWords(pattern, costOf)?.join(' ') ?? '')]));
}

/** About how many times in a hundred thousand words a word is said; the beginning of a word as if it were one. */
function costOf(written: string): number {
  const word = written.replace('*', '');
  return FUNCTION_WORDS.has(word) || word.length < 3 ? 1000 : COSTS[frequencyOf(word)];
}

const COSTS = { common: 10, known: 1, rare: 0.3, unknown: 0.2 };
