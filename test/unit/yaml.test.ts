/** YAML as it is read: its keys once, its problems with their places, and nothing thrown. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../server/src/core/yaml.ts';

/** What is wrong with a text: the marked place of each problem that is a key. */
function check(yaml: string, ...expected: readonly string[]): void {
  const { problems } = parseYaml(yaml);
  expect(problems.map(({ message, pos }) => `${message} ${pos[0]}: ${yaml.slice(...pos)}`)).toEqual(expected);
}

describe('a key that is there twice is found', () => {
  const TWICE = 'The same key appears twice.';
  test('in the map', () => check('a: 1\nb: 2\na: 3', `${TWICE} 10: a`));
  test('however it is quoted', () => check('a: 1\n"a": 3', `${TWICE} 5: "a"`));
  test('in a map of the map', () => check('rules:\n  x: off\n  x: on', `${TWICE} 18: x`));
  test('in one line', () => check('rules: {x: off, x: on}', `${TWICE} 16: x`));
});

describe('nothing is wrong with', () => {
  test.each(['', 'a: 1\nb: 1', 'a: {x: 1}\nb: {x: 1}', 'a: [x, x]', '- a\n- a', 'just text', 'a: &x {k: v}\nb: {<<: *x}'])('%j', (yaml) =>
    check(yaml),
  );
});

test('any text is read', () => {
  const part = fc.oneof(
    fc.constantFrom('a: ', '- ', '? ', '{', '}', '[', ']', '&a ', '*a', '|\n', '>\n', '\n', '  ', '"', "'", '#', '!!x ', '%', '---', '...'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const yaml = parts.join('');
      for (const { pos } of parseYaml(yaml).problems) expect(pos[0]).toBeLessThanOrEqual(yaml.length + 1);
    }),
  );
});
