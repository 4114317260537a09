/** What is remembered of pieces of text: made once, and not for ever. */

import { expect, test } from 'vitest';
import { Memo } from '../../server/src/core/text/memo.ts';

function counted(most: number): { readonly of: (key: string) => string; readonly made: string[] } {
  const made: string[] = [];
  const memo = new Memo<string>(most);
  const make = (key: string): string => {
    made.push(key);
    return key.toUpperCase();
  };
  return { of: (key) => memo.of(key, make), made };
}

test('makes what it is asked for again once', () => {
  const { of, made } = counted(3);
  expect(['a', 'b', 'a', 'b'].map(of)).toEqual(['A', 'B', 'A', 'B']);
  expect(made).toEqual(['a', 'b']);
});

test('forgets what was not asked for lately', () => {
  const { of, made } = counted(2);
  for (const key of ['a', 'b', 'c', 'd', 'e', 'a']) of(key);
  expect(made).toEqual(['a', 'b', 'c', 'd', 'e', 'a']);
});

test('keeps what is asked for all the time', () => {
  const { of, made } = counted(2);
  for (let i = 0; i < 20; i++) {
    of('kept');
    of(String(i % 10));
  }
  expect(made.filter((key) => key === 'kept')).toEqual(['kept']);
});

test('remembers few long ones', () => {
  const { of, made } = counted(4);
  for (const key of ['four', 'five', 'nine', 'four']) of(key);
  expect(made).toEqual(['four', 'five', 'nine', 'four']);
});

test('remembers the empty text, too', () => {
  const { of, made } = counted(2);
  expect([of(''), of('')]).toEqual(['', '']);
  expect(made).toEqual(['']);
});
