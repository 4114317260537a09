/** Finds where things stand in a JSON text: the place of the first mistake, and the place of each member of its objects. */

/** A member of an object. Offsets are UTF-16. */
export interface JsonMember {
  /** The names from the outermost object down to the member's own. */
  readonly path: readonly string[];
  /** Of the member's name, with its quotes. */
  readonly start: number;
  /** Of the end of its value. */
  readonly end: number;
}

export interface JsonPlaces {
  /** In the order of the text; up to the first mistake. */
  readonly members: readonly JsonMember[];
  /** Undefined exactly when `JSON.parse` takes the text, nesting aside. */
  readonly mistake?: { readonly offset: number; readonly message: string };
}

/** Never throws. Arrays and objects that are nested deeper than any settings are count as a mistake. */
export function jsonPlaces(text: string): JsonPlaces {
  const scanner = new Scanner(text);
  try {
    scanner.value([]);
    scanner.space();
    if (scanner.at < text.length) scanner.fail('nothing more was expected');
    return { members: scanner.members };
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return { members: scanner.members, mistake: { offset: error.offset, message: error.message } };
  }
}

class Mistake extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

class Scanner {
  readonly #text: string;
  readonly members: JsonMember[] = [];
  at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  fail(message: string, offset = this.at): never {
    throw new Mistake(message, offset);
  }

  space(): void {
    this.at = after(SPACE, this.#text, this.at) ?? this.at;
  }

  value(path: readonly string[]): void {
    this.space();
    const first = this.#text[this.at];
    if (first === '{' || first === '[') {
      if (++this.#depth > DEEPEST) this.fail('it is nested too deeply');
      if (first === '{') this.#object(path);
      else this.#array(path);
      this.#depth--;
    } else if (first === '"') this.#string();
    else {
      const end = after(LITERAL, this.#text, this.at);
      if (end === undefined) this.fail(first === undefined ? 'a value is missing at the end' : 'a value was expected');
      this.at = end;
    }
  }

  #object(path: readonly string[]): void {
    this.at++;
    if (this.#takes('}')) return;
    do {
      this.space();
      const start = this.at;
      if (this.#text[start] !== '"')
        this.fail(this.#text[start] === '}' ? 'there is a comma too many' : 'a name in double quotes was expected');
      const own = [...path, this.#string()];
      if (!this.#takes(':')) this.fail('a colon was expected');
      const index = this.members.push({ path: own, start, end: start }) - 1;
      this.value(own);
      this.members[index] = { path: own, start, end: this.at };
    } while (this.#takes(','));
    if (!this.#takes('}')) this.fail('a comma or "}" was expected');
  }

  #array(path: readonly string[]): void {
    this.at++;
    if (this.#takes(']')) return;
    do {
      this.space();
      if (this.#text[this.at] === ']') this.fail('there is a comma too many');
      this.value(path);
    } while (this.#takes(','));
    if (!this.#takes(']')) this.fail('a comma or "]" was expected');
  }

  /** Skips a string, and returns what it says. */
  #string(): string {
    const end = after(STRING, this.#text, this.at);
    if (end === undefined) this.fail('this text in quotes does not end well');
    const text = this.#text.slice(this.at, end);
    this.at = end;
    return JSON.parse(text) as string;
  }

  /** Skips a sign, if it comes next. */
  #takes(sign: string): boolean {
    this.space();
    if (this.#text[this.at] !== sign) return false;
    this.at++;
    return true;
  }
}

/** Where a match that begins at an offset ends; undefined when none begins there. */
function after(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** RFC 8259, sections 2, 3, 6 and 7. */
const SPACE = /[ \t\n\r]+/y;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// eslint-disable-next-line no-control-regex -- these are what a string may not have
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
/** Settings have four levels at most; the stack has more. */
const DEEPEST = 100;
