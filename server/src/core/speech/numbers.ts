/** Says numbers in English words: cardinals, ordinals, decimals, years, digits. All take ASCII digits. */

/** "1,234" or "1234" as a cardinal; numbers with leading zeros, or past a quintillion, digit by digit. */
export function cardinal(digits: string): string {
  const bare = digits.replaceAll(',', '');
  if ((bare.length > 1 && bare.startsWith('0')) || bare.length > 18) return spellDigits(bare);
  if (/^0*$/.test(bare)) return 'zero';
  const said: string[] = [];
  const first = bare.length % 3 === 0 ? 3 : bare.length % 3;
  for (let at = 0, end = first; at < bare.length; at = end, end += 3) {
    const group = Number(bare.slice(at, end));
    if (group === 0) continue;
    said.push(underThousand(group));
    const scale = SCALES[(bare.length - end) / 3]!;
    if (scale !== '') said.push(scale);
  }
  return said.join(' ');
}

/** A number with an optional fraction: "3.14" as "three point one four". */
export function decimal(number: string): string {
  const [whole = '', fraction] = number.split('.');
  const saidWhole = whole === '' ? '' : `${cardinal(whole)} `;
  return fraction === undefined ? saidWhole.trim() : `${saidWhole}point ${spellDigits(fraction)}`;
}

/** "3.11" of Python as "three point eleven"; digits after a zero one by one. */
export function version(number: string): string {
  return number.split('.').map(cardinal).join(' point ');
}

/** Each digit by its name. */
export function spellDigits(digits: string): string {
  return [...digits].map((digit) => ONES[Number(digit)]!).join(' ');
}

/** "21" as "twenty first". */
export function ordinal(digits: string): string {
  const words = cardinal(digits).split(' ');
  const last = words.pop()!;
  words.push(ORDINALS.get(last) ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`));
  return words.join(' ');
}

/** Four digits as a year: "nineteen oh five", "two thousand five", "twenty twenty four". */
export function year(digits: string): string {
  const [century, rest] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  if (century % 10 === 0 && rest < 10) return cardinal(digits);
  return pairs(digits);
}

/** Four digits two by two, as names of products have them: "forty ninety", "ten eighty", "twelve oh five". */
export function pairs(digits: string): string {
  const [left, right] = [digits.slice(0, 2), digits.slice(2)];
  if (right === '00') return left.endsWith('0') ? cardinal(digits) : `${cardinal(left)} hundred`;
  return `${cardinal(left)} ${right.startsWith('0') ? `oh ${ONES[Number(right)]!}` : cardinal(right)}`;
}

/** The plural of a said number: "nineties", "one hundreds", "sixes". */
export function pluralNumber(said: string): string {
  if (said.endsWith('y')) return `${said.slice(0, -1)}ies`;
  return said.endsWith('x') ? `${said}es` : `${said}s`;
}

/** "3/4" as "three quarters"; undefined where it isn't said as a fraction. */
export function fraction(above: string, below: string): string | undefined {
  const [n, d] = [Number(above), Number(below)];
  if (n === 0 || n >= d || d > 100 || above.length > 2) return undefined;
  const part = d === 2 ? 'half' : d === 4 ? 'quarter' : ordinal(below);
  const plural = n === 1 ? part : part === 'half' ? 'halves' : `${part}s`;
  return `${cardinal(above)} ${plural}`;
}

const ONES = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' + 'eighteen nineteen'
).split(' ');
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion'];
const ORDINALS: ReadonlyMap<string, string> = new Map([
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['five', 'fifth'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['twelve', 'twelfth'],
]);

function underThousand(n: number): string {
  const hundreds = n >= 100 ? [`${ONES[Math.floor(n / 100)]!} hundred`] : [];
  const rest = n % 100;
  if (rest === 0) return hundreds.join(' ');
  if (rest < 20) return [...hundreds, ONES[rest]!].join(' ');
  const ones = rest % 10 === 0 ? [] : [ONES[rest % 10]!];
  return [...hundreds, TENS[Math.floor(rest / 10)]!, ...ones].join(' ');
}
