/** Reads English words that are in no dictionary: from letters to the sounds they stand for. */

import { LETTER_TO_SOUND } from './data/letterToSoundRules.ts';

/**
 * The sounds of a word in ARPAbet without stress ("groot": G R UW T). The word must be lower-case a to z and `'`; other
 * characters are silent. Half of unseen words come out exactly, and five of six with the right number of sounds.
 */
export function lettersToSounds(word: string): readonly string[] {
  rules ??= parse();
  const padded = `${'<'.repeat(REACH)}${word}${'>'.repeat(REACH)}`;
  const sounds: string[] = [];
  for (let i = REACH; i < padded.length - REACH; i++) {
    for (let size = widest.get(padded.slice(i - 1, i + 2)) ?? 2; size >= 1; size--) {
      // The context grows by one letter at a time, to the right first.
      const from = i - ((size - 1) >> 1);
      const sound = rules.get(padded.slice(from, from + size));
      if (sound === undefined) continue;
      sounds.push(...sound);
      break;
    }
  }
  return sounds;
}

/** Whether an ARPAbet sound is the core of a syllable. */
export function isVowel(sound: string): boolean {
  return /^[AEIOU]/.test(sound);
}

/** Letters seen to each side by the widest rule, which has nine. */
const REACH = 4;

let rules: ReadonlyMap<string, readonly string[]> | undefined;
/** The widest rule around a letter and its neighbours, so that no wider one is looked for. */
const widest = new Map<string, number>();

function parse(): ReadonlyMap<string, readonly string[]> {
  const parsed = new Map<string, readonly string[]>();
  for (const line of LETTER_TO_SOUND.split('\n')) {
    const equals = line.indexOf('=');
    const sounds = line.slice(0, equals).split(' ').filter(Boolean);
    for (const context of line.slice(equals + 1).split(' ')) {
      parsed.set(context, sounds);
      if (context.length < 3) continue;
      const middle = (context.length - 1) >> 1;
      const core = context.slice(middle - 1, middle + 2);
      widest.set(core, Math.max(widest.get(core) ?? 0, context.length));
    }
  }
  return parsed;
}
