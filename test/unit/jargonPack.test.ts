/** The hand-written lists: well formed, in order, without doubles, and what is looked up in them. */

import { describe, expect, test } from 'vitest';
import type { Audience } from '../../server/src/core/jargon/audience.ts';
import { findShortForms } from '../../server/src/core/jargon/acronyms.ts';
import { ACRONYM_PACK } from '../../server/src/core/jargon/data/acronymPack.ts';
import { EVERYONES_ACRONYMS } from '../../server/src/core/jargon/data/everyonesAcronyms.ts';
import { TRADE_ACRONYMS } from '../../server/src/core/jargon/data/tradeAcronyms.ts';
import { REDUNDANT_HEADS } from '../../server/src/core/jargon/data/redundant.ts';
import { TECHNICAL_TERMS } from '../../server/src/core/jargon/data/technicalTerms.ts';
import { TRADE_TERMS } from '../../server/src/core/jargon/data/tradeTerms.ts';
import { WORDY_PHRASES } from '../../server/src/core/jargon/data/wordyPhrases.ts';
import { meaningsOf, redundantHeads, technicalTerms } from '../../server/src/core/jargon/pack.ts';

/** Each line fits the pattern, lines are in alphabetical order, and no head comes twice. */
function checkList(data: string, pattern: RegExp, least: number, headsOf: (line: string) => readonly string[]): void {
  const lines = data.trim().split('\n');
  expect(lines.filter((line) => !pattern.test(line))).toEqual([]);
  const heads = lines.map((line) => headsOf(line)[0]!.toLowerCase());
  expect(heads).toEqual([...heads].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
  const all = lines.flatMap((line) => headsOf(line));
  expect(all.filter((head, i) => all.indexOf(head) !== i)).toEqual([]);
  expect(lines.length).toBeGreaterThanOrEqual(least);
}

const before = (separator: string) => (line: string) => line.slice(0, line.indexOf(separator)).split(', ');

const MEANING = String.raw`(?:\*|-|r?m?e?s?) [^|=]*[^|= ]`;

test('acronyms', () => {
  checkList(ACRONYM_PACK, new RegExp(`^[\\p{L}\\d&/;-]+ = ${MEANING}(?: \\| ${MEANING})*$`, 'u'), 330, before(' = '));
});

test('acronyms of other trades, and those that everybody knows: none is in two lists', () => {
  const name = String.raw`[\p{L}\d&/;+-]+`;
  checkList(TRADE_ACRONYMS, new RegExp(`^${name} = ${MEANING}(?: \\| ${MEANING})*$`, 'u'), 900, before(' = '));
  checkList(EVERYONES_ACRONYMS, new RegExp(`^${name} = \\* [^|=]*[^|= ]$`, 'u'), 300, before(' = '));
  const names = [ACRONYM_PACK, TRADE_ACRONYMS, EVERYONES_ACRONYMS].flatMap((data) =>
    data
      .trim()
      .toLowerCase()
      .split('\n')
      .flatMap((line) => [...new Set(before(' = ')(line))]),
  );
  const seen = new Set<string>();
  expect(names.filter((name) => seen.size === seen.add(name).size)).toEqual(['poc', 'soc']);
});

test('technical terms, and those of other trades', () => {
  checkList(TECHNICAL_TERMS, /^[^=]+ = r?m?e?s? [^=]+$/, 250, before(' = '));
  checkList(TRADE_TERMS, /^[^=]+ = r?m?e?s? [^=]+$/, 300, before(' = '));
});

test('redundant heads', () => {
  checkList(REDUNDANT_HEADS, /^[A-Za-z]+ [a-z]+(?:, [a-z]+)*$/, 50, before(' '));
});

test('wordy phrases', () => {
  checkList(WORDY_PHRASES, /^[a-z ,]+ = (?:-|[Ia-z ]+)(?:, (?:-|[Ia-z ]+))*$/, 100, before(' = '));
});

test('a term is a phrase of its own: none is in the list of acronyms, and each has a gloss', () => {
  for (const { forms, gloss, audiences } of technicalTerms()) {
    expect(gloss, forms[0]).not.toBe('');
    expect(audiences.size, forms[0]).toBeGreaterThan(0);
    for (const form of forms) expect(meaningsOf(form.toUpperCase()), form).toEqual([]);
  }
});

test('every acronym in capitals is one that the detector finds', () => {
  const names = ACRONYM_PACK.trim()
    .split('\n')
    .map((line) => line.split(' = ')[0]!)
    .filter((name) => /^\p{Lu}{2,}$/u.test(name));
  expect(names.filter((name) => findShortForms(`We like ${name} here.`)[0]?.name !== name)).toEqual([]);
});

test('the heads that an acronym holds are in its expansion', () => {
  for (const line of REDUNDANT_HEADS.trim().split('\n')) {
    const [name = ''] = line.split(' ');
    const expansions = meaningsOf(name).map(({ expansion }) => expansion.toLowerCase().replace(/[^a-z ]/g, ' '));
    if (expansions.length === 0) continue;
    for (const head of redundantHeads(name)) {
      expect(
        expansions.some((expansion) => expansion.includes(head.slice(0, 3))),
        `${name} ${head}`,
      ).toBe(true);
    }
  }
});

describe('who knows it', () => {
  test.each<[string, readonly Audience[]]>([
    ['URL', ['recruiter', 'hiringManager', 'engineer', 'researcher']],
    ['JSON', ['recruiter', 'hiringManager', 'engineer', 'researcher']],
    ['ATS', ['recruiter', 'hiringManager']],
    ['EEO', ['recruiter']],
    ['SLA', ['recruiter', 'hiringManager', 'engineer', 'researcher']],
    ['ETL', ['hiringManager', 'engineer', 'researcher']],
    ['ORM', ['engineer', 'researcher']],
    ['DPO', ['researcher']],
  ])('%s', (name, audiences) => {
    expect(new Set(meaningsOf(name).flatMap((meaning) => [...meaning.audiences]))).toEqual(new Set(audiences));
  });

  test('a name is found in other capitals, and an unknown one is nothing', () => {
    expect(meaningsOf('MOE')).toEqual(meaningsOf('MoE'));
    expect(meaningsOf('QXZ')).toEqual([]);
  });
});
