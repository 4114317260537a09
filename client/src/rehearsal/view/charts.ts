/** Charts of the history by uPlot, in the colours of the theme. Pictures only: the table beside them has the numbers. */

import uPlot from 'uplot';
import { element } from './dom.ts';

export interface Line {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Lines differ by dashes and dots, and not only by colour. */
  readonly look: 'measured' | 'target' | 'expected' | 'bars';
}

export interface ChartOptions {
  readonly title: string;
  /** What the picture shows, for who doesn't see it. */
  readonly description: string;
  readonly x: readonly number[];
  readonly lines: readonly Line[];
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
}

const HEIGHT = 180;

/** Draws a chart that follows the width it is given and the theme; `dispose` before it is taken out. */
export class Chart {
  readonly root: HTMLElement;
  readonly #options: ChartOptions;
  readonly #place: HTMLElement;
  readonly #resizes: ResizeObserver;
  readonly #themes: MutationObserver;
  #plot: uPlot | undefined;

  constructor(options: ChartOptions) {
    this.#options = options;
    this.#place = element('div', { class: 'plot', role: 'img', attributes: { 'aria-label': options.description } });
    const key = options.lines.length < 2 ? [] : [this.#key()];
    this.root = element('figure', {}, element('figcaption', { text: options.title }), ...key, this.#place);
    this.#resizes = new ResizeObserver(() => this.#fit());
    this.#resizes.observe(this.#place);
    this.#themes = new MutationObserver(() => this.#draw());
    this.#themes.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  }

  dispose(): void {
    this.#resizes.disconnect();
    this.#themes.disconnect();
    this.#plot?.destroy();
  }

  #fit(): void {
    if (this.#plot === undefined) this.#draw();
    else if (this.#place.clientWidth > 0) this.#plot.setSize({ width: this.#place.clientWidth, height: HEIGHT });
  }

  #draw(): void {
    this.#plot?.destroy();
    this.#plot = undefined;
    const width = this.#place.clientWidth;
    if (width === 0) return;
    const { x, lines, formatX, formatY } = this.#options;
    const colours = themeColours();
    const axis = {
      stroke: colours.text,
      grid: { stroke: colours.grid, width: 1 },
      ticks: { stroke: colours.grid, width: 1 },
      font: colours.font,
    };
    const isBars = lines.some(({ look }) => look === 'bars');
    this.#plot = new uPlot(
      {
        width,
        height: HEIGHT,
        legend: { show: false },
        cursor: { show: false },
        scales: {
          x: { time: false, range: (_, min, max) => [min - 0.5, max + 0.5] },
          y: { range: (_, __, max) => [0, Math.max(1, max * 1.1)] },
        },
        axes: [
          { ...axis, values: (_, values) => values.map(formatX), incrs: isBars ? [7, 14, 28] : [1, 2, 5, 10, 20, 50], space: 56 },
          { ...axis, values: (_, values) => values.map(formatY), size: 56, incrs: [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200] },
        ],
        series: [{}, ...lines.map((line) => seriesOf(line, colours))],
      },
      [[...x], ...lines.map(({ values }) => [...values])],
      this.#place,
    );
  }

  #key(): HTMLElement {
    return element(
      'ul',
      { class: 'key', attributes: { 'aria-hidden': 'true' } },
      ...this.#options.lines.map(({ name, look }) => element('li', { class: look, text: name })),
    );
  }
}

function seriesOf({ name, look }: Line, colours: ReturnType<typeof themeColours>): uPlot.Series {
  switch (look) {
    case 'measured':
      return { label: name, stroke: colours.measured, width: 2, points: { show: true, size: 7, fill: colours.measured } };
    case 'target':
      return { label: name, stroke: colours.target, width: 2, dash: [8, 5], points: { show: false } };
    case 'expected':
      return { label: name, stroke: colours.text, width: 1, dash: [2, 4], points: { show: false } };
    case 'bars':
      return {
        label: name,
        stroke: colours.measured,
        fill: colours.measured,
        width: 0,
        paths: uPlot.paths.bars!({ size: [0.7, 20] }),
        points: { show: false },
      };
  }
}

/** uPlot draws on a canvas, which knows no variables. */
function themeColours(): { text: string; grid: string; measured: string; target: string; font: string } {
  const style = getComputedStyle(document.body);
  const colour = (...names: readonly string[]): string =>
    names.map((name) => style.getPropertyValue(name).trim()).find((value) => value !== '') ?? style.color;
  return {
    text: colour('--vscode-foreground'),
    grid: colour('--vscode-contrastBorder', '--vscode-widget-border', '--vscode-panel-border'),
    measured: colour('--vscode-charts-blue', '--vscode-focusBorder'),
    target: colour('--vscode-editorWarning-foreground', '--vscode-charts-yellow'),
    font: `12px ${style.fontFamily}`,
  };
}
