/** Answers in other languages: which one it is, how many syllables, and times that make sense. */

import { describe, expect, test, vi } from 'vitest';
import { languageOf } from '../../../server/src/core/speech/language.ts';
import { numberSyllables, numberWords } from '../../../server/src/core/speech/languages/numberWords.ts';
import { countSyllables } from '../../../server/src/core/speech/languages/syllables.ts';
import { paceFromSetting } from '../../../server/src/core/speech/pace.ts';
import { speak } from '../../../server/src/core/speech/speak.ts';
import type { Speech } from '../../../server/src/core/speech/speech.ts';

function spoken(text: string, language?: string): Speech {
  return speak({ text, stagePauses: [] }, { pace: paceFromSetting('normal'), language, lexicon: new Map() });
}

describe('detection', () => {
  test.each([
    ['We built it, and it was not easy.', 'en'],
    ['Wir haben das System in einem Jahr gebaut, und es war nicht leicht.', 'de'],
    ['Nous avons construit le système en un an, et ce n’est pas facile.', 'fr'],
    ['Construimos el sistema en un año, y no fue fácil para el equipo.', 'es'],
    ['Abbiamo costruito il sistema in un anno, e non è facile per il gruppo.', 'it'],
    ['我们用了一年的时间建立了这个系统。', 'zh'],
    ['私たちは一年でこのシステムを作りました。', 'ja'],
    ['우리는 일 년 만에 이 시스템을 만들었습니다.', 'ko'],
    ['Мы построили систему за год.', 'ru'],
    ['我们用 PyTorch 训练了一个模型。', 'zh'],
    ['I said 你好 to them, and they laughed.', 'en'],
    ['Kubernetes', 'en'],
    ['', 'en'],
    ['12345', 'en'],
    ['Die hard is a film that we saw in the cinema.', 'en'],
  ])('%s', (text, language) => {
    expect(languageOf(text, undefined)).toBe(language);
  });

  test('what is stated goes first', () => {
    expect(languageOf('We built it.', 'de-AT')).toBe('de');
    expect(languageOf('We built it.', '???')).toBe('en');
  });
});

describe('syllables', () => {
  test.each([
    ['es', 'construimos', 3],
    ['es', 'guerra', 2],
    ['es', 'país', 2],
    ['es', 'bueno', 2],
    ['es', 'investigación', 5],
    ['de', 'Größe', 2],
    ['de', 'Häuser', 2],
    ['de', 'arbeiten', 3],
    ['de', 'Entwicklung', 3],
    ['fr', 'table', 1],
    ['fr', 'beaucoup', 2],
    ['fr', 'parlent', 1],
    ['fr', 'équipe', 2],
    ['it', 'lavoro', 3],
    ['zh', '系统', 2],
    ['ko', '시스템', 3],
    ['ja', 'きょう', 2],
    ['ja', 'システム', 4],
    ['ru', 'система', 3],
  ])('%s %s', (language, word, syllables) => {
    expect(countSyllables(word, language)).toBe(syllables);
  });
});

describe('numbers', () => {
  test.each([
    ['de', 21, 'einundzwanzig'],
    ['de', 1999, 'neunzehnhundertneunundneunzig'],
    ['de', 2024, 'zweitausendvierundzwanzig'],
    ['fr', 71, 'soixante et onze'],
    ['fr', 80, 'quatre-vingts'],
    ['fr', 99, 'quatre-vingt-dix-neuf'],
    ['fr', 1200, 'mille deux cent'],
    ['es', 22, 'veintidós'],
    ['es', 100, 'cien'],
    ['es', 345, 'trescientos cuarenta y cinco'],
    ['es', 1000000, 'un millón'],
  ])('%s %d', (language, value, said) => {
    expect(numberWords(value, language)).toBe(said);
  });

  test.each([
    ['zh', '10', 1],
    ['zh', '120', 4],
    ['zh', '1005', 4],
    ['zh', '10000', 2],
    ['ja', '24', 5],
    ['ko', '2024', 5],
  ])('%s %s', (language, digits, syllables) => {
    expect(numberSyllables(digits, language)).toBe(syllables);
  });
});

describe('times', () => {
  // The same sentence in eight languages: their information rates differ by far less than their word counts.
  const translations: readonly (readonly [string, string])[] = [
    ['en', 'Last year our team built a new system, and it made the work of many people much easier.'],
    ['de', 'Letztes Jahr hat unser Team ein neues System gebaut, und es hat die Arbeit vieler Leute viel leichter gemacht.'],
    ['fr', "L'année dernière, notre équipe a construit un nouveau système, et il a rendu le travail de beaucoup de gens plus facile."],
    ['es', 'El año pasado nuestro equipo construyó un sistema nuevo, y facilitó mucho el trabajo de muchas personas.'],
    ['zh', '去年我们的团队建立了一个新系统，它让很多人的工作变得轻松多了。'],
    ['ja', '昨年、私たちのチームは新しいシステムを作り、多くの人の仕事がずっと楽になりました。'],
    ['ko', '작년에 우리 팀은 새로운 시스템을 만들었고, 많은 사람들의 일이 훨씬 쉬워졌습니다.'],
  ];

  test.each(translations)('%s', (language, text) => {
    const english = spoken(translations[0]![1]).estimate;
    const { estimate, words } = spoken(text);
    expect(estimate.seconds).toBeGreaterThan(english.seconds * 0.7);
    expect(estimate.seconds).toBeLessThan(english.seconds * 1.75);
    expect(words.length).toBeGreaterThan(7);
    if (language !== 'en') expect(estimate.high / estimate.low).toBeGreaterThan(english.high / english.low);
  });

  test('paragraphs are detected one by one', () => {
    const mixed = spoken(`${translations[0]![1]}\n\n${translations[5]![1]}`);
    expect(mixed.words.some(({ said }) => said === 'team')).toBe(true);
    expect(mixed.estimate.seconds).toBeCloseTo(
      spoken(translations[0]![1]).estimate.seconds + spoken(translations[5]![1]).estimate.seconds + 0.7,
      1,
    );
  });

  test('English names in Chinese are said in English, numbers in Chinese', () => {
    const { words } = spoken('我们在 2024年用 64 个 H100 训练了 25B-A3.5B 模型。');
    expect(words.map(({ said }) => said)).toContain('twenty five b a three point five b');
    const number = words.find(({ said }) => said === '64');
    expect(number?.syllables).toBe(3);
  });

  test('German numbers are said in German', () => {
    const { words } = spoken('Wir haben 120 Server und nicht 3,5 davon sind die besten, und das ist gut.');
    expect(words.map(({ said }) => said)).toContain('einhundertzwanzig');
  });

  test('without Intl.Segmenter a text without spaces still has words', async () => {
    vi.resetModules();
    vi.stubGlobal('Intl', {});
    try {
      const fresh = await import('../../../server/src/core/speech/speak.ts');
      const without = fresh.speak({ text: translations[4]![1], stagePauses: [] }, { pace: paceFromSetting('normal'), lexicon: new Map() });
      expect(without.words.length).toBeGreaterThan(10);
      vi.unstubAllGlobals();
      expect(without.estimate.seconds).toBeCloseTo(spoken(translations[4]![1]).estimate.seconds, 6);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
