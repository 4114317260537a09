/** Measures how loud a stretch of samples is between two frequencies. */

/** A second-order filter and its memory, by the formulas of the Audio EQ Cookbook (W3C Working Group Note, 2021). */
interface Biquad {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
  /** Memory of the transposed direct form II, which stays exact with small numbers. */
  z1: number;
  z2: number;
}

export interface Band {
  /** Lower and upper edge in hertz. */
  readonly from: number;
  readonly to: number;
}

/** The power of one band of a signal, summed up sample by sample. */
export class BandLevel {
  private readonly filters: readonly Biquad[];
  private sum = 0;
  private count = 0;

  /** `sampleRate` in hertz. A band above what the rate can carry is cut to it, and is silent if nothing is left. */
  constructor(band: Band, sampleRate: number) {
    const highest = sampleRate * HIGHEST_SHARE;
    // Twice each: one filter of second order lets through a quarter of a mains hum an octave below the edge, two a sixteenth.
    this.filters =
      band.from >= highest
        ? [SILENT]
        : [
            ...Q_OF_FOURTH_ORDER.map((q) => biquad('highpass', band.from, q, sampleRate)),
            ...Q_OF_FOURTH_ORDER.map((q) => biquad('lowpass', Math.min(band.to, highest), q, sampleRate)),
          ];
  }

  /** Takes one sample, nominally between −1 and 1. */
  add(sample: number): void {
    let value = sample;
    for (const filter of this.filters) {
      const out = filter.b0 * value + filter.z1;
      filter.z1 = filter.b1 * value - filter.a1 * out + filter.z2;
      filter.z2 = filter.b2 * value - filter.a2 * out;
      value = out;
    }
    this.sum += value * value;
    this.count++;
  }

  /** The mean power since the last call, 1 being that of a full square wave. */
  take(): number {
    const power = this.count === 0 ? 0 : this.sum / this.count;
    this.sum = 0;
    this.count = 0;
    return power;
  }
}

/** Decibels of a power relative to full scale; silence is `QUIETEST_DB`, so that it can be reckoned with. */
export function decibels(power: number): number {
  return power > 0 ? Math.max(QUIETEST_DB, 10 * Math.log10(power)) : QUIETEST_DB;
}

/** Decibels; the rounding noise of 16-bit samples is at −98. */
export const QUIETEST_DB = -100;

/** Share of the sample rate: filters bend out of shape close to half of it. */
const HIGHEST_SHARE = 0.45;

/** The qualities of two second-order sections that make one Butterworth filter of fourth order: 1 / (2 cos(π/8)), 1 / (2 cos(3π/8)). */
const Q_OF_FOURTH_ORDER = [0.5412, 1.3066] as const;

const SILENT: Biquad = { b0: 0, b1: 0, b2: 0, a1: 0, a2: 0, z1: 0, z2: 0 };

function biquad(kind: 'highpass' | 'lowpass', hertz: number, q: number, sampleRate: number): Biquad {
  const omega = (2 * Math.PI * hertz) / sampleRate;
  const cos = Math.cos(omega);
  const alpha = Math.sin(omega) / (2 * q);
  const a0 = 1 + alpha;
  const edge = kind === 'lowpass' ? 1 - cos : 1 + cos;
  const b1 = kind === 'lowpass' ? edge : -edge;
  return { b0: edge / 2 / a0, b1: b1 / a0, b2: edge / 2 / a0, a1: (-2 * cos) / a0, a2: (1 - alpha) / a0, z1: 0, z2: 0 };
}
