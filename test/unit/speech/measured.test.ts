/** Holds the model to its targets on timed speech of real people, where that is at hand. */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_FILE, model, predictAll, readSpans, type Prediction } from '../../eval/duration.ts';

const file = path.join(import.meta.dirname, '../../..', DEFAULT_FILE);

describe.skipIf(!existsSync(file))('on timed speech', () => {
  const spans = existsSync(file) ? readSpans(file) : [];

  // The two kinds at hand are the steadiest of nine: their intervals may cover more than four in five.
  test.each([
    [0, 0.13],
    [1, 0.095],
    [3, 0.082],
    [5, 0.08],
  ])('after %d spans of the speaker the mean error is at most %d', (evidence, most) => {
    const predictions = predictAll(spans, evidence, model);
    expect(meanError(predictions)).toBeLessThan(most);
    expect(coverage(predictions)).toBeGreaterThan(0.77);
  });

  test('four in five intervals hold for spontaneous speech', () => {
    for (const evidence of [0, 1, 3, 5]) {
      const covered = coverage(predictAll(spans, evidence, model).filter(({ span }) => span.source === 'earnings22'));
      expect(covered).toBeGreaterThan(0.77);
      expect(covered).toBeLessThan(0.85);
    }
  });
});

function meanError(predictions: readonly Prediction[]): number {
  return predictions.reduce((sum, { span, seconds }) => sum + Math.abs(seconds / span.seconds - 1), 0) / predictions.length;
}

function coverage(predictions: readonly Prediction[]): number {
  return predictions.filter(({ span, low, high }) => low <= span.seconds && span.seconds <= high).length / predictions.length;
}
