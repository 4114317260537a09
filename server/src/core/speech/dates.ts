/** Says dates and times of day. */

import { cardinal, ordinal, year } from './numbers.ts';
import { withoutTail } from '../text/tail.ts';

/** "2024-03-15", "03/15/2024" (month first where both orders are possible); undefined for what is no date. */
export function sayDate(written: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written);
  if (iso !== null) return join(iso[2]!, iso[3]!, iso[1]!);
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(written);
  if (slashed === null) return undefined;
  const [, first, second, last] = slashed;
  return join(first!, second!, last!) ?? join(second!, first!, last!);
}

/** "9:30", "9:05am", "17:00", "5pm"; undefined for what is no time. `isTime` is whether the words around speak of a time. */
export function sayTime(written: string): string | undefined {
  const match = /^(\d{1,2})(?::(\d{2})(?::(\d{2}))?)?\s?([ap])\.?m\.?$/i.exec(written) ?? /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(written);
  if (match === null) return undefined;
  const [, hour, minute, second, half] = match;
  if (Number(hour) > 24 || Number(minute ?? 0) > 59) return undefined;
  const said = [cardinal(`${Number(hour)}`)];
  if (minute === '00' && half === undefined) said.push(Number(hour) > 12 ? 'hundred' : "o'clock");
  else if (minute !== undefined && minute !== '00') said.push(minute.startsWith('0') ? `oh ${cardinal(minute[1]!)}` : cardinal(minute));
  if (second !== undefined) said.push(cardinal(`${Number(second)}`));
  if (half !== undefined) said.push(`${half.toLowerCase()} m`);
  return said.join(' ');
}

/** The full name of a month, in lower case, for its name or abbreviation with a capital ("Sept.", "March"); else undefined. */
export function monthOf(written: string): string | undefined {
  // Asked of every word: nearly all are dismissed by their first letter.
  const first = written.charCodeAt(0);
  if (!(first >= UPPER_A && first <= UPPER_S)) return undefined;
  return MONTH_NAMES.get(withoutTail(written, /[.,]/));
}

const UPPER_A = 0x41;
const UPPER_S = 0x53;
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** Names and abbreviations with a capital. */
const MONTH_NAMES: ReadonlyMap<string, string> = new Map(
  MONTHS.flatMap((month): [string, string][] => {
    const name = month[0]!.toUpperCase() + month.slice(1);
    return [
      [name, month],
      [name.slice(0, 3), month],
    ];
  }).concat([['Sept', 'september']]),
);

function join(month: string, day: string, fourDigits: string): string | undefined {
  const name = MONTHS[Number(month) - 1];
  return name === undefined || Number(day) < 1 || Number(day) > 31 ? undefined : `${name} ${ordinal(`${Number(day)}`)} ${year(fourDigits)}`;
}
