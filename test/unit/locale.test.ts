/** The language of the product: sentences with places, plurals, numbers, and which translation fits. */

import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { dateLocale } from '../../client/src/dateLocale.ts';
import { findingsOf, shortTimeOf } from '../../client/src/overview/describeRow.ts';
import { localeElement } from '../../client/src/localeElement.ts';
import { currentLocale, ENGLISH, formatNumber, plural, setLocale, t } from '../../server/src/core/locale/locale.ts';
import { translationFor } from '../../server/src/core/locale/tags.ts';
import { either, formatRange, formatSeconds, listed, writeSeconds } from '../../server/src/core/text/format.ts';

afterEach(() => setLocale(undefined));

function speak(tag: string, messages: Readonly<Record<string, string>>): void {
  setLocale({ tag, messages });
}

describe('sentences', () => {
  test.each<[string, [string, ...(string | number | Readonly<Record<string, string>>)[]], string]>([
    ['no places', ['Rehearse'], 'Rehearse'],
    ['places', ['{0} of {1}', '27 s', '30 s'], '27 s of 30 s'],
    ['a place twice', ['{0} ({1} {0})', 'a', 'b'], 'a (b a)'],
    ['names', ['{time} of {file}', { time: '3', file: 'a.md' }], '3 of a.md'],
    ['a place that nothing fills', ['{0} and {1}', 'a'], 'a and {1}'],
    ['braces in what is filled in', ['“{0}” and “{1}”', '{1}', 'b'], '“{1}” and “b”'],
    ['signs of patterns in what is filled in', ['“{0}”', '$&'], '“$&”'],
    ['a name that every object has', ['{constructor}', { a: '1' }], '{constructor}'],
  ])('%s', (_, args, expected) => {
    expect(t(...(args as [string, string]))).toBe(expected);
  });

  test('are translated, in the order of the other language; what is missing is English', () => {
    speak('de', { '{0} of {1}': 'von {1}: {0}' });
    expect(t('{0} of {1}', 'a', 'b')).toBe('von b: a');
    expect(t('Rehearse')).toBe('Rehearse');
  });

  test('property: a sentence without places is said as it is, whatever is filled in', () => {
    const plain = fc.string().filter((text) => !/[{}]/.test(text));
    fc.assert(
      fc.property(plain, fc.array(fc.string()), (text, values) => {
        expect(t(text, ...values)).toBe(text);
      }),
    );
  });
});

describe('plurals', () => {
  const words = (count: number): string => plural(count, '{0} word in {1}', '{0} words in {1}', 'a.md');

  test('English', () => {
    expect([0, 1, 2].map(words)).toEqual(['0 words in a.md', '1 word in a.md', '2 words in a.md']);
  });

  test('a language without a form for one uses the other', () => {
    speak('zh-cn', { '{0} word in {1}': '{1}:{0}个词(一)', '{0} words in {1}': '{1}:{0}个词' });
    expect([0, 1, 2].map(words)).toEqual(['a.md:0个词', 'a.md:1个词', 'a.md:2个词']);
  });

  test('a language with more forms than ours uses the other for them', () => {
    speak('es', { '{0} word in {1}': '{0} palabra en {1}', '{0} words in {1}': '{0} palabras en {1}' });
    expect([1, 2, 1_000_000].map(words)).toEqual(['1 palabra en a.md', '2 palabras en a.md', '1000000 palabras en a.md']);
  });
});

describe('numbers and times', () => {
  test('decimals as the language has them', () => {
    const all = (): readonly string[] => [
      formatNumber(1.5),
      formatNumber(12, { least: 1, most: 1 }),
      formatNumber(1234.5678),
      t('{0} s', 1.5),
    ];
    expect(all()).toEqual(['1.5', '12.0', '1234.568', '1.5 s']);
    speak('de', { '{0} s': '{0} Sek.' });
    expect(all()).toEqual(['1,5', '12,0', '1234,568', '1,5 Sek.']);
  });

  test('durations by their sentences; in files as files have them', () => {
    speak('zh-cn', { '{0} s': '{0} 秒', '{0} min': '{0} 分钟', '{0} min {1} s': '{0} 分 {1} 秒', 'at most {0}': '不超过 {0}' });
    expect([27, 60, 89, 90, 120].map(formatSeconds)).toEqual(['27 秒', '1 分钟', '89 秒', '1 分 30 秒', '2 分钟']);
    expect([27, 60, 89, 90, 120].map(writeSeconds)).toEqual(['27 s', '1 min', '89 s', '1 min 30 s', '2 min']);
    expect(formatRange(0, 90)).toBe('不超过 1 分 30 秒');
  });

  test('property: English says a time as files write it', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (seconds) => {
        expect(formatSeconds(seconds)).toBe(writeSeconds(seconds));
      }),
    );
  });

  test('lists', () => {
    speak('zh-cn', { '{0}, {1}': '{0}、{1}', '{0} or {1}': '{0}或{1}', '{0} error': '{0} 个错误', '{0} errors': '{0} 个错误' });
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c']), either(['a', 'b', 'c'])]).toEqual(['', 'a', 'a、b、c', 'a或b或c']);
    expect(findingsOf({ error: 1, warning: 2, information: 0, hint: 0 })).toBe('1 个错误、2 warnings');
  });

  test('a short time leaves the first unit out, where both are seconds', () => {
    const row = (seconds: number, min: number, max: number | null) =>
      shortTimeOf({ kind: 'answer', words: 9, seconds, target: { min, max } } as Parameters<typeof shortTimeOf>[0]);
    expect([row(41, 30, 30), row(41.4, 89, 89), row(41, 60, 60), row(95, 30, 30), row(41, 30, 45), row(41, 30, null)]).toEqual([
      '41 of 30 s',
      '41 of 89 s',
      '41 s of 1 min',
      '1 min 35 s of 30 s',
      '41 s of 30 s to 45 s',
      '41 s of at least 30 s',
    ]);
  });

  test('dates are in the words of the language', () => {
    speak('zh-cn', { Rehearse: '排练' });
    expect(new Intl.DateTimeFormat(dateLocale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(0)).toBe('1970年1月1日');
    setLocale(undefined);
    expect(dateLocale()).toMatch(/^en\b/);
  });
});

describe('languages', () => {
  test.each([
    ['de', 'de'],
    ['de_AT.UTF-8', 'de'],
    ['de-CH@euro', 'de'],
    ['es-419', 'es'],
    ['zh-cn', 'zh-cn'],
    ['zh-Hans-CN', 'zh-cn'],
    ['zh_SG.utf8', 'zh-cn'],
    ['zh', 'zh-cn'],
  ])('%s has the translation %s', (language, expected) => {
    expect(translationFor(language)).toBe(expected);
  });

  test.each(['en', 'en_US.UTF-8', 'C', 'POSIX', '', 'fr', 'zh-TW', 'zh-Hant-HK', 'zh_MO', 'den', '../de', 'constructor'])(
    '%j has none',
    (language) => {
      expect(translationFor(language)).toBeUndefined();
    },
  );

  test('one that Intl does not know, or that has no translations, is English', () => {
    for (const tag of ['', 'not a tag', 'x'.repeat(100)]) {
      speak(tag, { Rehearse: 'Üben' });
      expect(currentLocale()).toBe(ENGLISH);
    }
    speak('fr', {});
    expect(currentLocale()).toBe(ENGLISH);
  });

  test('a page gets it as data that no translation can end', () => {
    speak('de', { Rehearse: '</script><b>Üben' });
    const html = localeElement();
    expect(html.match(/<\/?[a-z]+/g)).toEqual(['<script', '</script']);
    expect(JSON.parse(html.replace(/^[^>]*>|<\/script>$/g, ''))).toEqual(currentLocale());
  });
});
