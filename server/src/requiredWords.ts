/** Finds out which words a text must have for a regular expression to match it, so that most need not be tried on most texts. */

/**
 * Words, in lower case, of which each text that the expression matches has at least one as a whole word (`\w+` between two `\b`), or
 * at the beginning of a word where an asterisk stands behind it; undefined where there is no such list. `cost` says how many texts
 * have a word, in any measure.
 *
 * The expression is widened, never narrowed: to shapes of text in which BORDER is a place between words, and ANYTHING stands for
 * whatever there may be, or nothing. What stands around a place (lookarounds) is taken as always true.
 */
export function requiredWords({ source }: RegExp, cost: (word: string) => number): readonly string[] | undefined {
  const reader = new Reader(source, cost);
  const shapes = reader.alternatives();
  if (!reader.isAtEnd()) throw new Error(`Can't read ${source.slice(reader.at)}`);
  return reader.wordsOf(shapes);
}

const BORDER = ' ';
const ANYTHING = '*';
/** More shapes than this are summed up. */
const MOST_SHAPES = 1500;

type Shapes = readonly string[];

/** Reads the syntax that patterns of claims are written in. */
class Reader {
  at = 0;
  readonly #source: string;
  readonly #cost: (word: string) => number;

  constructor(source: string, cost: (word: string) => number) {
    this.#source = source;
    this.#cost = cost;
  }

  isAtEnd(): boolean {
    return this.at === this.#source.length;
  }

  /** Up to the end, or the bracket that closes the group. */
  alternatives(): Shapes {
    const all = [...this.#sequence()];
    while (this.#takes('|')) all.push(...this.#sequence());
    return unique(all);
  }

  /** Words of which each shape has one, such that few texts have any: by turns the one that is cheapest for what it adds. */
  wordsOf(shapes: Shapes): readonly string[] | undefined {
    const shapesWith = new Map<string, Set<string>>();
    for (const shape of shapes) {
      const own = wordsIn(shape);
      if (own.length === 0) return undefined;
      for (const word of own) shapesWith.set(word, (shapesWith.get(word) ?? new Set()).add(shape));
    }
    const words: string[] = [];
    while (shapesWith.size > 0) {
      let best = '';
      let least = Infinity;
      for (const [word, covered] of shapesWith) {
        const each = this.#cost(word) / covered.size;
        if (each < least) [best, least] = [word, each];
      }
      words.push(best);
      const covered = shapesWith.get(best)!;
      for (const [word, others] of shapesWith) {
        const left = new Set([...others].filter((shape) => !covered.has(shape)));
        if (left.size === 0) shapesWith.delete(word);
        else shapesWith.set(word, left);
      }
    }
    return words.sort();
  }

  #sequence(): Shapes {
    let shapes: Shapes = [''];
    const before: Shapes[] = [];
    while (!this.isAtEnd() && !this.#isAt('|') && !this.#isAt(')')) {
      const next = this.#quantified();
      if (shapes.length * next.length <= MOST_SHAPES) {
        shapes = unique(shapes.flatMap((one) => next.map((other) => join(one, other))));
        continue;
      }
      // What is behind begins with a border or with anything, and so does what is before end.
      before.push(shapes.map((one) => join(one, next.every((other) => other.startsWith(BORDER)) ? BORDER + ANYTHING : ANYTHING)));
      shapes = next.map((other) => join(shapes.every((one) => one.endsWith(BORDER)) ? ANYTHING + BORDER : ANYTHING, other));
    }
    if (before.length === 0) return shapes;
    // Each part alone is true of every match: the one of the rarest words says most.
    const parts = [...before.map((part) => part.map((one) => join(one, ANYTHING))), shapes].map((part) => unique(part));
    return parts.reduce((best, part) => (this.#gain(part) > this.#gain(best) ? part : best));
  }

  #gain(shapes: Shapes): number {
    const words = this.wordsOf(shapes);
    return words === undefined ? -Infinity : -words.reduce((sum, word) => sum + this.#cost(word), 0);
  }

  #quantified(): Shapes {
    const shapes = this.#item();
    const [written, least, most] = this.#quantifier();
    if (written === '') return shapes;
    this.#takes('?');
    // Any number of blanks and marks is a border.
    if (shapes.every((one) => one === BORDER)) return least === 0 ? ['', BORDER] : [BORDER];
    const more = shapes.every((one) => one.endsWith(BORDER)) ? ANYTHING + BORDER : ANYTHING;
    const some = most > 1 ? shapes.map((one) => join(one, more)) : shapes;
    return unique(least === 0 ? ['', ...some] : some);
  }

  #quantifier(): readonly [written: string, least: number, most: number] {
    const match = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})/.exec(this.#source.slice(this.at));
    if (match === null) return ['', 1, 1];
    const [written, from, comma, to] = match;
    this.at += written.length;
    if (from === undefined) return [written, written === '+' ? 1 : 0, written === '?' ? 1 : Infinity];
    return [written, Number(from), comma === undefined ? Number(from) : to === '' ? Infinity : Number(to)];
  }

  #item(): Shapes {
    if (this.#isAt('(')) return this.#group();
    if (this.#isAt('[')) return this.#class();
    const sign = this.#source[this.at++]!;
    if (sign === '\\') return escape(this.#source[this.at++]!);
    if (sign === '^' || sign === '$') return [BORDER];
    return sign === '.' ? [ANYTHING] : [literal(sign)];
  }

  #group(): Shapes {
    const opening = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(this.#source.slice(this.at))![0];
    this.at += opening.length;
    const shapes = this.alternatives();
    if (!this.#takes(')')) throw new Error(`A group isn't closed in ${this.#source}`);
    return /[=!]$/.test(opening) ? [''] : shapes;
  }

  #class(): Shapes {
    const written = /^\[(?:\\.|[^\\\]])*\]/.exec(this.#source.slice(this.at))?.[0];
    if (written === undefined) throw new Error(`A class isn't closed in ${this.#source}`);
    this.at += written.length;
    const members = written.slice(1, -1);
    if (/^[a-z]+$/i.test(members)) return unique([...members].map(literal));
    return /^(?:\\s|[^\w^\\]|-)+$/.test(members) && !/\w-\w/.test(members) ? [BORDER] : [ANYTHING];
  }

  #isAt(sign: string): boolean {
    return this.#source[this.at] === sign;
  }

  #takes(sign: string): boolean {
    if (!this.#isAt(sign)) return false;
    this.at++;
    return true;
  }
}

function escape(sign: string): Shapes {
  if (sign === 'b' || sign === 's' || sign === 'W') return [BORDER];
  if (/[a-z]/i.test(sign)) return [ANYTHING];
  return [literal(sign)];
}

function literal(sign: string): string {
  return /\w/.test(sign) ? sign.toLowerCase() : BORDER;
}

/** Words that are whole in a shape, and beginnings of words, of at least three letters. */
function wordsIn(shape: string): readonly string[] {
  const parts = shape.split(BORDER);
  return parts.flatMap((part, i) => {
    const [beginning = ''] = part.split(ANYTHING);
    // What stands first in the shape may stand within a word.
    if (i === 0 || beginning === '') return [];
    if (beginning === part && i < parts.length - 1) return [part];
    return beginning.length > 2 ? [`${beginning}${ANYTHING}`] : [];
  });
}

/** One behind the other; borders and anything are not repeated. */
function join(one: string, other: string): string {
  return (one + other).replace(/ {2,}/g, BORDER).replace(/\*{2,}/g, ANYTHING);
}

function unique(shapes: Iterable<string>): Shapes {
  return [...new Set(shapes)];
}
