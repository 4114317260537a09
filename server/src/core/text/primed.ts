/** Has the engine compile expressions once, where it would compile most of them twice. */

/**
 * The same expression, compiled to machine code before its first search. V8 compiles an expression for its interpreter first, and
 * again when it is used a second time; for a text of a thousand characters and more it does the latter at once. For expressions
 * without the flag `y` that nearly every file needs more than once; elsewhere it does nothing but a short search.
 */
export function primed(pattern: RegExp): RegExp {
  if (!known.has(pattern)) {
    known.add(pattern);
    pattern.test(LONG);
    pattern.lastIndex = 0;
  }
  return pattern;
}

const known = new WeakSet<RegExp>();
/** Nothing that any expression of words begins with. */
const LONG = '='.repeat(1000);
