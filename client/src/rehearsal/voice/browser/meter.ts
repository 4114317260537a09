/** Draws how loud it is, what counts as noise, and whether it is taken for speech. */

export interface Level {
  /** Decibels relative to full scale. */
  readonly decibels: number;
  readonly noise: number;
  readonly isSpeech: boolean;
}

/** A meter on a canvas, in the colours that the style sheet gives it. */
export class Meter {
  private readonly canvas: HTMLCanvasElement;
  private drawnAt = -Infinity;

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas;
  }

  /** Draws a level; `now` in milliseconds, as one who wants less motion sees it change twice a second. */
  draw({ decibels, noise, isSpeech }: Level, now: number): void {
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (isCalm && now - this.drawnAt < CALM_MS) return;
    this.drawnAt = now;
    const context = this.canvas.getContext('2d');
    if (!context) return;
    const width = (this.canvas.width = Math.round(this.canvas.clientWidth * devicePixelRatio));
    const height = (this.canvas.height = Math.round(this.canvas.clientHeight * devicePixelRatio));
    const color = getComputedStyle(this.canvas).color;
    const at = (level: number) => Math.max(0, Math.min(1, (level - QUIETEST_DB) / -QUIETEST_DB)) * width;
    context.strokeStyle = context.fillStyle = color;
    context.lineWidth = devicePixelRatio;
    context.strokeRect(0.5, 0.5, width - 1, height - 1);
    // Speech is a full bar and noise a thin one: the difference is not in the colour.
    const thickness = isSpeech ? height : height / 4;
    context.fillRect(0, (height - thickness) / 2, at(decibels), thickness);
    context.fillRect(at(noise), 0, 2 * devicePixelRatio, height);
  }
}

/** Decibels at the left edge; a quiet room is at −60. */
const QUIETEST_DB = -75;

const CALM_MS = 500;
