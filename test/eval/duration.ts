/** Measures the duration model on timed speech: errors, bias and coverage by source, before and after calibration, beside word counts. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { calibrate, estimateOf, paceFromSetting } from '../../server/src/core/speech/pace.ts';
import { speak } from '../../server/src/core/speech/speak.ts';
import { randomFrom } from '../support/random.ts';

/** One timed span of one speaker. */
export interface Span {
  readonly source: string;
  readonly speaker: string;
  readonly style: string;
  readonly text: string;
  readonly seconds: number;
  /** What the model says at its normal pace. */
  readonly modelSeconds: number;
  readonly words: number;
}

export interface Prediction {
  readonly span: Span;
  readonly seconds: number;
  readonly low: number;
  readonly high: number;
}

type Predict = (span: Span, evidence: readonly Span[]) => Omit<Prediction, 'span'>;

export const DEFAULT_FILE = '../shared/speech/timed-speech-dev.jsonl';
const EVIDENCE = [0, 1, 3, 5];
const DRAWS = 20;

/** Prints the measurement; the exit code is 0 even without data, which not everybody has. */
export function run(args: readonly string[], root: string): number {
  const file = path.resolve(root, args[0] ?? DEFAULT_FILE);
  if (!existsSync(file)) {
    console.log(
      `Nothing to measure: ${args[0] ?? DEFAULT_FILE} is not here. Lines of {"source","speaker","text","seconds"} can be given by path.`,
    );
    return 0;
  }
  const spans = readSpans(file);
  console.log(`${spans.length} spans, ${new Set(spans.map(({ speaker }) => speaker)).size} speakers\n`);
  for (const evidence of EVIDENCE) {
    console.log(evidence === 0 ? 'Uncalibrated' : `After ${evidence} span${evidence > 1 ? 's' : ''} of the same speaker, ${DRAWS} draws`);
    console.log(
      `${'method'.padEnd(20)} ${'source'.padEnd(14)} ${'n'.padStart(6)} ${'mean'.padStart(6)} ${'median'.padStart(6)} ${'bias'.padStart(6)} ${'80 %'.padStart(6)} ${'width'.padStart(6)}`,
    );
    for (const [name, predict] of METHODS) report(name, predictAll(spans, evidence, predict));
    console.log('');
  }
  const dense = spans.filter(({ text }) => share(text, /^\S*\d\S*$/) > 0.06 || share(text, NUMBER_WORD) > 0.12);
  if (dense.length > 0) {
    report('model, many numbers', predictAll(dense, 0, model));
    report(
      'the same, after 3',
      predictAll(spans, 3, model).filter(({ span }) => dense.includes(span)),
    );
  }
  return 0;
}

const NUMBER_WORD =
  /^(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|hundred|thousand|million|billion|percent|point),?\.?$/i;

export const model: Predict = (span, evidence) => {
  const pace = calibrate(
    evidence.map(({ modelSeconds, seconds }) => ({ modelSeconds, seconds })),
    paceFromSetting('normal'),
  );
  return estimateOf(span.modelSeconds * pace.factor, pace);
};

const METHODS: readonly (readonly [string, Predict])[] = [
  ['model', model],
  ['words / 150', byWords(150)],
  ['words / 130', byWords(130)],
  ['reading time (200)', byWords(200)],
];

/** Words at a rate; with evidence, at the rate of that evidence. */
function byWords(perMinute: number): Predict {
  return (span, evidence) => {
    const counted = sum(evidence, ({ words }) => words);
    const rate = evidence.length === 0 ? perMinute / 60 : counted / sum(evidence, ({ seconds }) => seconds);
    return { seconds: span.words / rate, low: NaN, high: NaN };
  };
}

export function readSpans(file: string): readonly Span[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { source = 'all', speaker, style = '', text, seconds } = JSON.parse(line) as Record<string, string> & { seconds: number };
      const speech = speak({ text: text!, stagePauses: [] }, { pace: paceFromSetting('normal'), lexicon: new Map(), language: 'en' });
      const words = text!.split(/\s+/).filter(Boolean).length;
      return {
        source,
        speaker: `${source} ${speaker ?? ''}`,
        style,
        text: text!,
        seconds,
        modelSeconds: speech.estimate.seconds,
        words,
      };
    });
}

/** Predicts every span, with others of its speaker drawn as evidence; speakers with too few spans are left out. */
export function predictAll(spans: readonly Span[], evidence: number, predict: Predict): readonly Prediction[] {
  if (evidence === 0) return spans.map((span) => ({ span, ...predict(span, []) }));
  const random = randomFrom(evidence);
  const predictions: Prediction[] = [];
  for (const own of bySpeaker(spans)) {
    if (own.length <= evidence) continue;
    for (let draw = 0; draw < DRAWS; draw++) {
      const order = shuffled(own, random);
      const known = order.slice(0, evidence);
      for (const span of order.slice(evidence)) predictions.push({ span, ...predict(span, known) });
    }
  }
  return predictions;
}

function bySpeaker(spans: readonly Span[]): Iterable<readonly Span[]> {
  const groups = new Map<string, Span[]>();
  for (const span of spans) groups.set(span.speaker, [...(groups.get(span.speaker) ?? []), span]);
  return groups.values();
}

function report(name: string, predictions: readonly Prediction[]): void {
  const sources = [...new Set(predictions.map(({ span }) => span.source))].sort();
  for (const source of sources.length > 1 ? ['pooled', ...sources] : sources) {
    const own = source === 'pooled' ? predictions : predictions.filter(({ span }) => span.source === source);
    const errors = own.map(({ span, seconds }) => seconds / span.seconds - 1);
    const absolute = errors.map(Math.abs).sort((a, b) => a - b);
    const covered = own.filter(({ span, low, high }) => low <= span.seconds && span.seconds <= high).length / own.length;
    const hasInterval = own.some(({ low }) => !Number.isNaN(low));
    const width = sum(own, ({ seconds, low, high }) => (high - low) / 2 / seconds) / own.length;
    const cells = [
      mean(absolute),
      absolute[Math.floor(absolute.length / 2)]!,
      mean(errors),
      hasInterval ? covered : undefined,
      hasInterval ? width : undefined,
    ];
    const shown = cells.map((value) => (value === undefined ? '' : (100 * value).toFixed(1)).padStart(6));
    console.log(`${name.padEnd(20)} ${source.padEnd(14)} ${`${own.length}`.padStart(6)} ${shown.join(' ')}`);
  }
}

function share(text: string, pattern: RegExp): number {
  const words = text.split(/\s+/);
  return words.filter((word) => pattern.test(word)).length / words.length;
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

function mean(values: readonly number[]): number {
  return sum(values, (value) => value) / values.length;
}
