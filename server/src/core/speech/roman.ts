/** Reads Roman numerals where the words around them say that they are numbers: "Chapter IV", not "IV drip". */

import { cardinal, ordinal } from './numbers.ts';

/** "four" after "Chapter", "the eighth" after "Henry"; undefined where the letters are no numeral. */
export function sayRoman(written: string, previous: string): string | undefined {
  const value = romanValue(written);
  if (value === undefined) return undefined;
  if (MONARCHS.has(previous)) return value > 1 || written.length > 1 ? `the ${ordinal(`${value}`)}` : undefined;
  const isClear = /^(?:I{2,3}|VI{1,3}|IX)$/.test(written) && /^\p{Lu}\p{Ll}/u.test(previous);
  return isClear || HEADS.has(previous.toLowerCase()) ? cardinal(`${value}`) : undefined;
}

/** The value of a well-formed numeral up to 89; longer ones are rarely said and easily mistaken. */
function romanValue(written: string): number | undefined {
  if (!/^(?=[IVXL])(?:X[L]|L?X{0,3})(?:I[XV]|V?I{0,3})$/.test(written)) return undefined;
  let value = 0;
  for (let i = 0; i < written.length; i++) {
    const one = VALUES[written[i] as keyof typeof VALUES];
    const next = i + 1 < written.length ? VALUES[written[i + 1] as keyof typeof VALUES] : 0;
    value += one < next ? -one : one;
  }
  return value;
}

const VALUES = { I: 1, V: 5, X: 10, L: 50 } as const;
const HEADS: ReadonlySet<string> = new Set(
  (
    'chapter part war phase type section act scene volume book tier level stage class grade figure table appendix article ' +
    'mark generation gen step title unit module episode season round category group version'
  ).split(' '),
);
const MONARCHS: ReadonlySet<string> = new Set(
  'Henry Louis Elizabeth Charles George James Edward Pius Paul Richard William Philip Napoleon Benedict Francis Frederick Wilhelm Felipe Catherine'.split(
    ' ',
  ),
);
