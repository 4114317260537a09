/** Says units of measurement and rates: "TB/s" as "terabytes per second". */

/** The unit's name, in the singular for exactly one; undefined for what is no unit. `m` and the like need a number before them. */
export function sayUnit(written: string, isOne: boolean): string | undefined {
  const slash = written.indexOf('/');
  if (slash > 0) {
    const above = sayUnit(written.slice(0, slash), isOne) ?? countNoun(written.slice(0, slash));
    const below = sayPer(written.slice(slash + 1));
    return above === undefined || below === undefined ? undefined : `${above} per ${below}`;
  }
  const power = /^(.+?)([²³]|\^[23])$/.exec(written);
  if (power !== null) {
    const base = sayUnit(power[1]!, isOne);
    return base === undefined ? undefined : `${/[²2]$/.test(power[2]!) ? 'square' : 'cubic'} ${base}`;
  }
  const whole = UNITS.get(written);
  if (whole !== undefined) return isOne ? whole[0] : whole[1];
  return sayPrefixed(written, isOne);
}

/** Whether a unit is recognised even without a number before it. */
export function isClearUnit(written: string): boolean {
  return CLEAR.test(written);
}

const CLEAR = /^(?:[KMGTPE]i?B|[kKMGT]bps|[kMG]Hz|[kMGT]Wh?|[TPE]?FLOPS|°[CF])(?:\/s)?$/;

/** The noun below the slash of a rate, in the singular: "s" as "second". */
export function sayPer(written: string): string | undefined {
  const known = PER.get(written) ?? PER.get(written.toLowerCase());
  if (known !== undefined) return known;
  const squared = /^s(?:²|\^2)$/.test(written) ? 'second squared' : undefined;
  return squared ?? (/^[a-z]{3,}$/.test(written) ? written : UNITS.get(written)?.[0]);
}

function countNoun(written: string): string | undefined {
  return COUNTS.get(written.toLowerCase()) ?? (/^[a-z]{3,}s$/.test(written) ? written : undefined);
}

function sayPrefixed(written: string, isOne: boolean): string | undefined {
  for (const [prefix, name] of PREFIXES) {
    if (!written.startsWith(prefix)) continue;
    const base = PREFIXABLE.get(written.slice(prefix.length));
    if (base?.prefixes.includes(prefix) === true) return name + (isOne ? base.one : base.many);
  }
  return undefined;
}

const PREFIXES: readonly (readonly [string, string])[] = [
  ['Ki', 'kibi'],
  ['Mi', 'mebi'],
  ['Gi', 'gibi'],
  ['Ti', 'tebi'],
  ['k', 'kilo'],
  ['K', 'kilo'],
  ['M', 'mega'],
  ['G', 'giga'],
  ['T', 'tera'],
  ['P', 'peta'],
  ['E', 'exa'],
  ['c', 'centi'],
  ['m', 'milli'],
  ['µ', 'micro'],
  ['μ', 'micro'],
  ['u', 'micro'],
  ['n', 'nano'],
  ['p', 'pico'],
];

interface Base {
  readonly one: string;
  readonly many: string;
  readonly prefixes: readonly string[];
}

const LARGE = ['k', 'K', 'M', 'G', 'T', 'P', 'E'];
const SMALL = ['m', 'µ', 'μ', 'u', 'n', 'p'];

const PREFIXABLE: ReadonlyMap<string, Base> = new Map<string, Base>([
  ['B', { one: 'byte', many: 'bytes', prefixes: [...LARGE, 'Ki', 'Mi', 'Gi', 'Ti'] }],
  ['b', { one: 'bit', many: 'bits', prefixes: ['M', 'G', 'T'] }],
  ['bit', { one: 'bit', many: 'bits', prefixes: LARGE }],
  ['bps', { one: 'bit per second', many: 'bits per second', prefixes: LARGE }],
  ['Hz', { one: 'hertz', many: 'hertz', prefixes: ['k', 'M', 'G', 'T', 'm'] }],
  ['W', { one: 'watt', many: 'watts', prefixes: ['k', 'K', 'M', 'G', 'T', 'm', 'µ', 'μ'] }],
  ['Wh', { one: 'watt hour', many: 'watt hours', prefixes: ['k', 'K', 'M', 'G', 'T', 'm'] }],
  ['V', { one: 'volt', many: 'volts', prefixes: ['k', 'm', 'µ'] }],
  ['A', { one: 'amp', many: 'amps', prefixes: ['m', 'µ'] }],
  ['J', { one: 'joule', many: 'joules', prefixes: ['k', 'M', 'G', 'm', 'p', 'n'] }],
  ['m', { one: 'meter', many: 'meters', prefixes: ['k', 'c', ...SMALL] }],
  ['g', { one: 'gram', many: 'grams', prefixes: ['k', 'm', 'µ', 'μ', 'n'] }],
  ['s', { one: 'second', many: 'seconds', prefixes: SMALL }],
  ['l', { one: 'liter', many: 'liters', prefixes: ['m', 'c'] }],
  ['L', { one: 'liter', many: 'liters', prefixes: ['m'] }],
  ['FLOPS', { one: ' flops', many: ' flops', prefixes: LARGE }],
  ['FLOPs', { one: ' flops', many: ' flops', prefixes: LARGE }],
  ['FLOP', { one: ' flops', many: ' flops', prefixes: LARGE }],
]);

const UNITS: ReadonlyMap<string, readonly [one: string, many: string]> = new Map<string, readonly [string, string]>([
  ['B', ['byte', 'bytes']],
  ['s', ['second', 'seconds']],
  ['sec', ['second', 'seconds']],
  ['secs', ['second', 'seconds']],
  ['min', ['minute', 'minutes']],
  ['mins', ['minute', 'minutes']],
  ['h', ['hour', 'hours']],
  ['hr', ['hour', 'hours']],
  ['hrs', ['hour', 'hours']],
  ['yr', ['year', 'years']],
  ['yrs', ['year', 'years']],
  ['m', ['meter', 'meters']],
  ['g', ['gram', 'grams']],
  ['l', ['liter', 'liters']],
  ['L', ['liter', 'liters']],
  ['W', ['watt', 'watts']],
  ['Wh', ['watt hour', 'watt hours']],
  ['V', ['volt', 'volts']],
  ['A', ['amp', 'amps']],
  ['J', ['joule', 'joules']],
  ['Hz', ['hertz', 'hertz']],
  ['Pa', ['pascal', 'pascals']],
  ['dB', ['decibel', 'decibels']],
  ['°', ['degree', 'degrees']],
  ['°C', ['degree celsius', 'degrees celsius']],
  ['°F', ['degree fahrenheit', 'degrees fahrenheit']],
  ['mph', ['mile per hour', 'miles per hour']],
  ['kph', ['kilometer per hour', 'kilometers per hour']],
  ['fps', ['frame per second', 'frames per second']],
  ['rpm', ['r p m', 'r p m']],
  ['wpm', ['word per minute', 'words per minute']],
  ['px', ['pixel', 'pixels']],
  ['lb', ['pound', 'pounds']],
  ['lbs', ['pound', 'pounds']],
  ['oz', ['ounce', 'ounces']],
  ['ft', ['foot', 'feet']],
  ['mi', ['mile', 'miles']],
  ['tok', ['token', 'tokens']],
  ['tps', ['token per second', 'tokens per second']],
  ['USD', ['dollar', 'dollars']],
  ['EUR', ['euro', 'euros']],
  ['GBP', ['pound', 'pounds']],
  ['JPY', ['yen', 'yen']],
  ['CNY', ['yuan', 'yuan']],
  ['%', ['percent', 'percent']],
  ['‰', ['per mille', 'per mille']],
]);

const PER: ReadonlyMap<string, string> = new Map(
  Object.entries({
    M: 'million',
    K: 'thousand',
    s: 'second', sec: 'second', min: 'minute', h: 'hour', hr: 'hour', d: 'day', wk: 'week', mo: 'month', yr: 'year',
    y: 'year', tok: 'token', req: 'request', kg: 'kilogram', l: 'liter', m: 'meter', gpu: 'g p u', gb: 'gigabyte', mb: 'megabyte', kwh: 'kilowatt hour',
  }), // prettier-ignore
);

const COUNTS: ReadonlyMap<string, string> = new Map([
  ['req', 'requests'],
  ['reqs', 'requests'],
  ['tok', 'tokens'],
  ['toks', 'tokens'],
  ['img', 'images'],
  ['ops', 'ops'],
  ['msg', 'messages'],
  ['qps', 'queries'],
]);
