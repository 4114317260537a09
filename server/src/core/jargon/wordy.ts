/** Phrases that take more words than they need when they are said, with what to say instead. */

import { WORDY_PHRASES } from './data/wordyPhrases.ts';
import { indexPhrases, type PhraseIndex } from './phrases.ts';

/** Each phrase with its plainer wordings, the best first; an empty one means that the phrase can go. */
export function wordyPhrases(): PhraseIndex<readonly string[]> {
  return (index ??= indexPhrases(
    WORDY_PHRASES.trim()
      .split('\n')
      .map((line) => {
        const [phrases = '', plain = ''] = line.split(' = ');
        return [phrases, plain.split(', ').map((wording) => (wording === '-' ? '' : wording))] as const;
      })
      .flatMap(([phrases, plain]) => phrases.split(', ').map((phrase) => [phrase, plain] as const)),
  ));
}

let index: PhraseIndex<readonly string[]> | undefined;
