/** The rules about prose that can be said: densities, openings, and runs that are hard to say. */

import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/core/analysis.ts';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings.ts';
import { mark, unmark } from '../support/marked.ts';

const BEFORE = '# Q\n\n';

/** An answer in which what the rule reports is marked with «…». */
function check(rule: string, marked: string): void {
  const { text } = unmark(marked);
  const found = analyse(`${BEFORE}${text}\n`, { settings: DEFAULT_SETTINGS, isListed: true }).findings.filter((one) => one.rule === rule);
  const spans = found.map(({ span }) => ({ start: span.start - BEFORE.length, end: span.end - BEFORE.length }));
  expect(mark(text, spans)).toBe(marked);
}

describe('speech/repeated-openings', () => {
  const rule = 'speech/repeated-openings';
  test.each([
    'We had a plan. We had a budget. «We had» no time.',
    'The plan was old. The plan was long. «The plan» was wrong. Nobody read it.',
    'Then I called. Then he came. We ate. Then she left. «Then» we slept.',
  ])('reports %s', (marked) => check(rule, marked));
  test.each([
    'We had a plan. We had a budget. Time was short.',
    'We had a plan. Our boss had a budget. We had no time.',
    'I called. He came. I cooked. She left. I slept.',
    'Yes. Yes. Yes.',
    '- Call\n- Write\n- Visit',
  ])('leaves alone %s', (text) => check(rule, text));
});

describe('speech/fillers', () => {
  const rule = 'speech/fillers';
  test.each([
    '«Basically», I called him. It was, like, late, you know. He came.',
    'It was «actually» my idea, I mean, to be honest, his and mine.',
  ])('reports %s', (marked) => check(rule, marked));
  test.each([
    'Basically, I called him and he came.',
    'I like tea, I turned right, and you know what I mean by that.',
    'Do you know how it works? I like that, too, and he actually came.',
  ])('leaves alone %s', (text) => check(rule, text));
});

describe('speech/hedges', () => {
  const rule = 'speech/hedges';
  test.each([
    'I «kind of» led the team, I guess. Maybe it was a bit early. It worked.',
    '«Perhaps» I would say it was probably fine, more or less.',
  ])('reports %s', (marked) => check(rule, marked));
  test.each([
    'I think we were early. It worked, and the team stayed together for two more years after that.',
    'I led the team. It was early. It worked.',
    'What kind of team is it? I would rather ask than guess.',
  ])('leaves alone %s', (text) => check(rule, text));
});

describe('speech/passive', () => {
  const rule = 'speech/passive';
  test.each([
    'The plan «was written» in May. It was reviewed by the board. The budget was cut. We went home.',
    'We met. The form «was changed». The old one was thrown away. Nobody minded.',
  ])('reports %s', (marked) => check(rule, marked));
  test.each([
    'I wrote the plan in May. The board reviewed it. The budget was cut. We went home.',
    'I was interested. I was tired. I was excited. I was based in Lyon.',
    'The plan was written. It was reviewed.',
    'We ask what is blocked. We ask who is needed. Then we act. Then we go.',
  ])('leaves alone %s', (text) => check(rule, text));
});

describe('speech/hard-to-say', () => {
  const rule = 'speech/hard-to-say';
  test.each([
    'It needs «interdepartmental communication infrastructure» now.',
    'We «build big beautiful brown boxes» here.',
    '«She said six sharp sisters chew» bread.',
  ])('reports %s', (marked) => check(rule, marked));
  test.each([
    'It needs communication and good infrastructure.',
    'We build small boxes by hand.',
    'The team took the train to town.',
    'I worked on NVIDIA, IEEE and AAAI things.',
    'In 1987 there were 2,345,678 of them.',
  ])('leaves alone %s', (text) => check(rule, text));
});
