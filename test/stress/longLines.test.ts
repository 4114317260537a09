/** Ten million characters without a space, which no regular expression may take in one piece. */

import { expect, test } from 'vitest';
import { findTerm } from '../../server/src/core/links/find.ts';
import { TranscriptIndex } from '../../server/src/core/links/index.ts';
import { tokenise } from '../../server/src/core/speech/tokens.ts';

test.each(['a', '漢'])('ten million %j', (letter) => {
  const tokens = tokenise(letter.repeat(10_000_000));
  expect(tokens.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(10_000_000);
});

// A word that nobody could say was spelled, letter by letter, for half a minute, and then was too long for a regular expression.
test.each(['x', "x'", 'é', '7', '-'])('ten million characters of %j as a transcript, before another', (letters) => {
  const index = new TranscriptIndex();
  index.addText('long.txt', letters.repeat(10_000_000 / letters.length));
  index.addText('talk.txt', 'We talk about backpressure all day.');
  expect(findTerm('backpressure', index).map(({ shard }) => shard.uri)).toEqual(['talk.txt']);
});
