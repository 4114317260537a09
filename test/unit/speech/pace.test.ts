/** Pace by setting and by rehearsals, and whether intervals contain what they say they do. */

import { describe, expect, test } from 'vitest';
import { varianceWithin } from '../../../server/src/core/speech/interval.ts';
import { SPREAD } from '../../../server/src/core/speech/model.ts';
import { calibrate, estimateOf, paceFromSetting, type Run } from '../../../server/src/core/speech/pace.ts';
import { speak } from '../../../server/src/core/speech/speak.ts';
import { gaussian, randomFrom } from '../../support/random.ts';

const normal = paceFromSetting('normal');

function runs(...ratios: readonly number[]): readonly Run[] {
  return ratios.map((ratio) => ({ modelSeconds: 60, seconds: 60 * ratio }));
}

describe('settings', () => {
  test('slow takes longer than normal, fast shorter, by the same ratio', () => {
    expect(paceFromSetting('slow').factor * paceFromSetting('fast').factor).toBeCloseTo(1, 9);
    expect(paceFromSetting('slow').factor).toBeGreaterThan(1.1);
    expect(normal.factor).toBe(1);
  });

  test('words per minute hold roughly, by the length of the words', () => {
    const text =
      'When I joined the group, most of the work was done by hand, and nobody was happy about it. I spent my first months on a tool that ' +
      'planned the machines for us. It was slow in the beginning, but people liked it, because it told them what it was about to do. After a ' +
      'year we had moved every team to it, and the number of calls at night had gone down by half.';
    const { estimate } = speak({ text, stagePauses: [] }, { pace: paceFromSetting(150), lexicon: new Map() });
    expect((text.split(' ').length / estimate.seconds) * 60).toBeGreaterThan(150 * 0.85);
    expect((text.split(' ').length / estimate.seconds) * 60).toBeLessThan(150 * 1.3);
  });

  test.each([0, -1, NaN, Infinity])('%d words per minute is no rate and counts as normal', (rate) => {
    expect(paceFromSetting(rate).factor).toBe(1);
  });
});

describe('calibration', () => {
  test('without runs the prior stays', () => {
    expect(calibrate([])).toEqual(normal);
    expect(calibrate([{ modelSeconds: 60, seconds: 0 }, { modelSeconds: 0, seconds: 60 }, { seconds: 10 }])).toEqual(normal);
  });

  test('runs pull the pace towards them, more of them further, but not past them', () => {
    const one = calibrate(runs(1.2)).factor;
    const three = calibrate(runs(1.2, 1.2, 1.2)).factor;
    expect(one).toBeGreaterThan(1.08);
    expect(three).toBeGreaterThan(one);
    expect(three).toBeLessThan(1.2);
  });

  test('evidence narrows the interval', () => {
    const widths = [0, 1, 3, 5, 20].map((n) => calibrate(runs(...Array.from({ length: n }, () => 1.1))).sigma);
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect(widths.at(-1)).toBeLessThan(0.05);
  });

  test('one run that took three times as long hardly matters', () => {
    const clean = calibrate(runs(1.05, 1.08, 1.06, 1.07)).factor;
    expect(calibrate(runs(1.05, 1.08, 3.2, 1.06, 1.07)).factor / clean).toBeLessThan(1.03);
    expect(calibrate(runs(3)).factor).toBeLessThan(1.12);
  });

  test('three runs that agree are believed, however unusual', () => {
    expect(calibrate(runs(1.6, 1.62, 1.58, 1.6, 1.6)).factor).toBeGreaterThan(1.4);
  });

  test('a recent run weighs more than an old one', () => {
    const [fast, slow] = [0.9, 1.1];
    const recentSlow = calibrate([
      { modelSeconds: 60, seconds: 60 * fast, ageDays: 900 },
      { modelSeconds: 60, seconds: 60 * slow, ageDays: 0 },
    ]);
    expect(recentSlow.factor).toBeGreaterThan(1.01);
  });

  test('longer runs weigh more than short ones', () => {
    const both: readonly Run[] = [
      { modelSeconds: 5, seconds: 4 },
      { modelSeconds: 120, seconds: 132 },
    ];
    expect(calibrate(both).factor).toBeGreaterThan(1.03);
  });

  test('a run may be given by its text', () => {
    const text = 'We moved every team to the new system within one year, and it held.';
    const { seconds } = speak({ text, stagePauses: [] }, { pace: normal, lexicon: new Map() }).estimate;
    expect(calibrate([{ text, seconds }]).factor).toBeCloseTo(1, 6);
    expect(calibrate([{ text, seconds: seconds * 1.3 }]).source).toEqual({ kind: 'rehearsals', count: 1 });
  });
});

describe('intervals', () => {
  test('are wider for short texts, other languages and unknown speakers', () => {
    const width = (seconds: number, pace = normal, language?: string): number => {
      const { low, high } = estimateOf(seconds, pace, language);
      return (high - low) / seconds;
    };
    expect(width(10)).toBeGreaterThan(width(60));
    expect(width(60, normal, 'ja')).toBeGreaterThan(width(60));
    expect(width(60, normal, 'xx')).toBeGreaterThan(width(60, normal, 'ja'));
    expect(width(60, calibrate(runs(1, 1, 1)))).toBeLessThan(width(60));
  });

  test('planned pauses are certain', () => {
    const { low, high } = estimateOf(30, normal, 'en', 30);
    expect([low, high]).toEqual([30, 30]);
  });

  // Speakers as the model takes them to be; how real ones fare, `npm run eval -- duration` measures.
  test.each([0, 1, 3, 5])('contain four in five simulated durations after %d runs', (count) => {
    const random = randomFrom(count + 1);
    let covered = 0;
    const total = 4000;
    for (let i = 0; i < total; i++) {
      const pace = SPREAD.betweenSpeakers * gaussian(random);
      const duration = (seconds: number): number => seconds * Math.exp(pace + Math.sqrt(varianceWithin(seconds)) * gaussian(random));
      const evidence = Array.from({ length: count }, () => {
        const modelSeconds = 10 + 80 * random();
        return { modelSeconds, seconds: duration(modelSeconds) };
      });
      const learned = calibrate(evidence);
      const model = 10 + 80 * random();
      const actual = duration(model);
      const { low, high } = estimateOf(model * learned.factor, learned);
      if (low <= actual && actual <= high) covered++;
    }
    expect(covered / total).toBeGreaterThan(0.77);
    expect(covered / total).toBeLessThan(0.83);
  });
});
