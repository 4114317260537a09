/** Acronyms and their definitions: what is found in a text, and what is left alone. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDefinitions, findShortForms } from '../../server/src/core/jargon/acronyms.ts';
import { mark, unmark } from '../support/marked.ts';

/** A text in which every acronym is marked with «…». */
function check(marked: string): void {
  const { text } = unmark(marked);
  expect(
    mark(
      text,
      findShortForms(text).map(({ span }) => span),
    ),
  ).toBe(marked);
}

/** A text and its definitions, as "LLM = large language model"; those that are only nearby have "~". */
function checkDefinitions(text: string, expected: readonly string[]): void {
  const found = findDefinitions(text).map(
    ({ short, expansion, isNearby }) => `${short.name} ${isNearby ? '~' : '='} ${text.slice(expansion.start, expansion.end)}`,
  );
  expect(found).toEqual(expected);
}

describe('short forms', () => {
  test.each([
    ['capitals', 'We used «DPO» and not «PPO».'],
    ['plurals and possessives', "«LLMs» and the «VLM»'s output."],
    ['capitals with small letters between', '«MoE», «IoT» and «SaaS».'],
    ['an ampersand, a slash, dots', 'The «R&D» team, «A/B» tests, «CI/CD», the «U.S.» market.'],
    ['digits', 'In «3D», on «EC2», with «B2B» sales.'],
    ['compounds', 'An «LLM»-based tool and a pre-«LLM» one.'],
    ['one letter and more behind a hyphen, with blanks as some converters leave them', 'The «F - TDC» and the «LTE-A» band.'],
    ['acronyms on both sides of a dash', 'We had «ROI» - «DPO» came later.'],
    ['acronyms side by side', 'Our «SQL» «API», with «REST».'],
    ['a word that is defined', 'A residual network («ResNet») and then «ResNet» again.'],
  ])('finds %s', (_, marked) => check(marked));

  test.each([
    ['shouted words', 'This is NOT what we WANT, and it is NEVER right.'],
    ['a shouted sentence', 'And then WE WON THE HACKATHON, all of us.'],
    ['Roman numerals', 'World War II, part III and chapter XIV.'],
    ['single letters', 'Plan B, vitamin C and the letter A.'],
    ['names', 'Kafka, GitHub, JavaScript and PyTorch.'],
    ['long words in capitals', 'INTERNATIONALISATION'],
    ['numbers', '25, 3.5 and 2024.'],
  ])('leaves alone %s', (_, marked) => check(marked));

  test('a name is without plural and dots', () => {
    expect(findShortForms('LLMs in the U.S.').map(({ name }) => name)).toEqual(['LLM', 'US']);
  });
});

describe('definitions', () => {
  test.each([
    ['in brackets', 'A large language model (LLM) writes.', ['LLM = large language model']],
    ['in plural', 'Large language models (LLMs) write.', ['LLM = Large language models']],
    ['the other way round', 'An LLM (large language model) writes.', ['LLM = large language model']],
    [
      'the other way round, with words between',
      'DPO (short for direct preference optimization) helps.',
      ['DPO = direct preference optimization'],
    ],
    ['with stop words', 'We met our objectives and key results (OKRs).', ['OKR = objectives and key results']],
    ['with a hyphen', 'With a mixture-of-experts (MoE) model.', ['MoE = mixture-of-experts']],
    [
      'with letters inside a word',
      'A convolutional network in the Hypertext Transfer Protocol (HTTP).',
      ['HTTP = Hypertext Transfer Protocol'],
    ],
    [
      'with "which stands for"',
      'We used RLHF, which stands for reinforcement learning from human feedback, a lot.',
      ['RLHF = reinforcement learning from human feedback'],
    ],
    ['with "stands for"', 'SLA stands for service level agreement.', ['SLA = service level agreement']],
    ['with "short for"', 'The SFT, short for supervised fine-tuning, took a day.', ['SFT = supervised fine-tuning']],
    ['with "so"', 'Then PPO, so proximal policy optimization, was slow.', ['PPO = proximal policy optimization']],
    ['with "i.e."', 'The MTTR, i.e. mean time to recovery, fell.', ['MTTR = mean time to recovery']],
    ['with "or"', 'I built a vision language model, or VLM, for video.', ['VLM = vision language model']],
    ['with "also known as"', 'We follow test-driven development, also known as TDD.', ['TDD = test-driven development']],
    ['with "abbreviated"', 'The applicant tracking system, abbreviated ATS, was new.', ['ATS = applicant tracking system']],
    ['with a comma', 'We trained with DPO, direct preference optimization, instead.', ['DPO = direct preference optimization']],
    ['with dashes', 'We trained with DPO – direct preference optimization – instead.', ['DPO = direct preference optimization']],
    ['side by side', 'The natural language processing NLP team.', ['NLP = natural language processing']],
    ['nearby', 'I like natural language processing, and my NLP work shows it.', ['NLP ~ natural language processing']],
    ['over a line break', 'A personal access\ntoken (PAT) is enough.', ['PAT = personal access\ntoken']],
  ])('are found %s', (_, text, expected) => checkDefinitions(text, expected));

  test.each([
    ['other words', 'The weather was nice (LLM).'],
    ['a remark in brackets', 'The LLM (which we had trained before) was slow.'],
    ['an alternative', 'We used Postgres, or SQL.'],
    ['a sentence border', 'It was about direct preference. Optimization (DPO) came later.'],
    ['two words with the same initials by chance', 'We could also observe that OT won.'],
    ['everyday words', 'It, so is that, was good. He, or his eyes. We (who ever came) left.'],
    ['the acronym itself', 'Our LLM, LLM and LLM.'],
  ])('are not made up from %s', (_, text) => checkDefinitions(text, []));
});

describe('on any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          'LLM',
          'large',
          'language',
          'model',
          ' ',
          ' ',
          '(',
          ')',
          ',',
          ' or ',
          's',
          'LLMs',
          '-',
          '.',
          '\n',
          'İ',
          '💡',
          'A/B',
          'R&D',
        ),
      )
      .map((parts) => parts.join('')),
  );
  test('spans are in order, inside the text and not empty', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const { span, name } of findShortForms(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(span.start, span.end).replaceAll('.', '').startsWith(name)).toBe(true);
          ({ end } = span);
        }
        expect(end).toBeLessThanOrEqual(text.length);
        for (const { short, expansion } of findDefinitions(text)) {
          expect(expansion.end <= short.span.start || expansion.start >= short.span.end).toBe(true);
          expect(text.slice(expansion.start, expansion.end).trim()).not.toBe('');
        }
      }),
    );
  });

  test('every defined acronym is found', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = findShortForms(text).map(({ span }) => span.start);
        for (const { short } of findDefinitions(text)) expect(found).toContain(short.span.start);
      }),
    );
  });
});
