/** Whether two words of one stem are forms of one word, where Porter's stems are too generous. */

import { classOf } from './words.ts';

/** "simulated" and "simulation" are forms of one word; "transform" and "transformer", "general" and "generalist" are not. */
export function isInflection(one: string, other: string): boolean {
  return one === other || agentOf(one) === agentOf(other);
}

/** Words for who or what does something are other words than what is done; "transfer" only looks like one, as its stem shows. */
function agentOf(word: string): string {
  const ending = /(?:er|or|ist|ism)(?=s?$)/.exec(word)?.[0];
  return ending === undefined || classOf(word).endsWith(ending) ? '' : ending.replace('or', 'er');
}
