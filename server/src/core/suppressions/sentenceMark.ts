/** What a silenced sentence is known by: a short hash of its words, which stays when the text around it changes. */

import { withoutTail } from '../text/tail.ts';

/** Eight hexadecimal digits of a sentence's content; case, white space, the kind of quotes and the mark at its end make no difference. */
export function sentenceMark(sentence: string): string {
  const folded = sentence
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
  const text = withoutTail(folded, /[.!?…"')\]]/);
  // FNV-1a, 32 bits: two sentences of one file with the same rule don't meet in it by chance.
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** An entry of `ignored:` in the front matter: the rule, the mark, and the first words, which are for the reader. */
export function ignoredEntry(rule: string, sentence: string): string {
  const words = sentence.split(/\s+/);
  const start = words.slice(0, SHOWN_WORDS).join(' ');
  return `${rule} ${sentenceMark(sentence)} ${start}${words.length > SHOWN_WORDS ? ' …' : ''}`;
}

/** Reads such an entry; undefined when it is none. */
export function readIgnored(entry: string): { readonly rule: string; readonly mark: string } | undefined {
  const match = /^(\S+)[ \t]+([0-9a-f]{8})(?:\s|$)/i.exec(entry);
  return match === null ? undefined : { rule: match[1]!, mark: match[2]!.toLowerCase() };
}

const SHOWN_WORDS = 6;
