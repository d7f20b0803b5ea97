import {colour} from '../colours.js';
import {short, whole} from '../numbers.js';
import {Chart} from './chart.js';

/** How long decisions took, as a histogram over logarithmic bins, with the deadline. */
export class TimesPlot extends Chart {
  constructor(fixed) {
    super({
      x: {label: 'decision time', unit: 'ms', range: (plot, least, most) => this.#range(least, most), splits: decades, shown: (power) => short(10 ** power)},
      y: {label: 'decisions', unit: ''},
      series: [{label: 'decisions', kind: 'paint', paint: (plot, index, from, to) => this.#bars(plot, from, to)}],
      paint: (plot, ink) => deadline(plot, ink, this.deadlineMs),
    });
    this.deadlineMs = fixed.deadlineMs;
  }

  update({state}) {
    const {upperMs, count} = state.histogram;
    this.upperMs = upperMs;
    this.set([upperMs.map(Math.log10), count]);
  }

  #lower(index) {
    const upper = this.upperMs;
    return upper.length < 2 ? upper[0] / 2 : index === 0 ? upper[0] * upper[0] / upper[1] : upper[index - 1];
  }

  #range(least, most) {
    return [this.upperMs?.length ? Math.log10(this.#lower(0)) : -1, Math.max(most ?? 1, Math.log10(this.deadlineMs) + 0.2)];
  }

  #bars(plot, from, to) {
    const late = (index) => this.upperMs[index] > this.deadlineMs * 1.0001;
    for (let i = from; i <= to; i++) {
      const left = Math.max(plot.bbox.left, plot.valToPos(Math.log10(this.#lower(i)), 'x', true));
      const right = plot.valToPos(this.data[0][i], 'x', true);
      const top = plot.valToPos(this.data[1][i], 'y', true);
      plot.ctx.fillStyle = colour(late(i) ? 'alarm' : 'accent');
      plot.ctx.fillRect(left + 1, top, Math.max(1, right - left - 2), plot.bbox.top + plot.bbox.height - top);
    }
  }

  words(index) {
    return `${short(this.#lower(index))} to ${short(this.upperMs[index])} ms: ${whole(this.data[1][index])} decisions`;
  }

  table() {
    return {columns: ['up to [ms]', 'decisions'], rows: (this.upperMs ?? []).map((upper, i) => [upper, this.data[1][i]])};
  }

  summary({state, fixed}) {
    return `median ${short(state.p50Ms)}, p99 ${short(state.p99Ms)}, longest ${short(state.maxMs)} ms; deadline ${short(fixed.deadlineMs)} ms`;
  }
}

/** A vertical line at the deadline. */
function deadline(plot, ink, ms) {
  ink.fillStyle = colour('ink');
  ink.fillRect(plot.valToPos(Math.log10(ms), 'x', true) - 1, plot.bbox.top, 2, plot.bbox.height);
}

/** Powers of ten within a range, and their threefold where there are few. */
function decades(plot, axis, least, most) {
  const powers = Array.from({length: Math.floor(most) - Math.ceil(least) + 1}, (none, k) => Math.ceil(least) + k);
  return powers.length > 3 ? powers : powers.flatMap((power) => [power, power + Math.log10(3)]);
}
