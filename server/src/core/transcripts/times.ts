/** Reads the times of transcripts: `0:12`, `01:02:03.450`, `00:00:01,500`, `12.5 s`. */

/** A time of day in a recording, hours or none, with a fraction or none. */
export const TIME = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`;

/** Seconds of a written time; undefined when it is none, such as 1:75. */
export function parseTime(written: string): number | undefined {
  return plainTime(written) ?? anyTime(written);
}

/** "12:34" and "01:12:34", with three digits of a fraction or none, without a regular expression, as every line of a transcript may have one. */
function plainTime(written: string): number | undefined {
  const colon = written.indexOf(':');
  if (colon !== 2) return undefined;
  const hasHours = written.charCodeAt(5) === COLON;
  const end = hasHours ? 8 : 5;
  const first = twoDigits(written, 0);
  const second = twoDigits(written, 3);
  const third = hasHours ? twoDigits(written, 6) : 0;
  if (first < 0 || second < 0 || third < 0 || second > 59 || third > 59) return undefined;
  const whole = hasHours ? first * 3600 + second * 60 + third : first * 60 + second;
  if (written.length === end) return whole;
  const separator = written.charAt(end);
  const tens = twoDigits(written, end + 1);
  const last = written.charCodeAt(end + 3) - ZERO;
  if (written.length !== end + 4 || (separator !== '.' && separator !== ',') || tens < 0 || !(last >= 0 && last <= 9)) return undefined;
  return whole + (tens * 10 + last) / 1000;
}

/** Two digits as a number; -1 where there are others. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

const ZERO = 0x30;
const COLON = 0x3a;

function anyTime(written: string): number | undefined {
  const match = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?$/.exec(written.trim());
  if (match === null) return undefined;
  const [, hours = '0', minutes, seconds, fraction = '0'] = match;
  if (Number(seconds) > 59 || (match[1] !== undefined && Number(minutes) > 59)) return undefined;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction}`);
}

/** "4:15", or "1:04:15" from an hour on. */
export function formatTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${two(minutes)}:${two(whole % 60)}`;
}
