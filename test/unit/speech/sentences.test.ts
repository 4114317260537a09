/** Where sentences end, and where they don't. */

import { expect, test } from 'vitest';
import { sentencesOf } from '../../../server/src/core/speech/sentences.ts';

test.each([
  ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
  ['Ask Dr. Smith. He knows.', ['Ask Dr. Smith.', 'He knows.']],
  ['See e.g. Figure 2. Then stop.', ['See e.g. Figure 2.', 'Then stop.']],
  ['Tests, docs, etc. It all counts.', ['Tests, docs, etc.', 'It all counts.']],
  ['Tests, docs, etc. all count.', ['Tests, docs, etc. all count.']],
  ['It grew 3.5 times. v1.2.3 came.', ['It grew 3.5 times.', 'v1.2.3 came.']],
  ['J. R. Smith came.', ['J. R. Smith came.']],
  ['So did I. Then we left.', ['So did I.', 'Then we left.']],
  ['In the U.S. army. In the U.S. We left.', ['In the U.S. army.', 'In the U.S.', 'We left.']],
  ['He said “Stop.” Then he left.', ['He said “Stop.”', 'Then he left.']],
  ['“Really?” he asked.', ['“Really?” he asked.']],
  ['Well... it broke. So...', ['Well... it broke.', 'So...']],
  ['Well… It broke.', ['Well…', 'It broke.']],
  ['We use Node.js and .NET here.', ['We use Node.js and .NET here.']],
  ['a line\nanother line\n\na paragraph', ['a line', 'another line', 'a paragraph']],
  ['1. First.\n2. Second.', ['1. First.', '2. Second.']],
  ['No. It was not No. 5.', ['No.', 'It was not No. 5.']],
  ['你好。再见！「是吗？」好', ['你好。', '再见！', '「是吗？」', '好']],
  ['', []],
  [' \n ', []],
])('%j', (text, sentences) => {
  expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
});
