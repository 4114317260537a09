/** Ten million characters without a space, which no regular expression may take in one piece. */

import { expect, test } from 'vitest';
import { tokenise } from '../../server/src/core/speech/tokens.ts';

test.each(['a', '漢'])('ten million %j', (letter) => {
  const tokens = tokenise(letter.repeat(10_000_000));
  expect(tokens.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(10_000_000);
});
