import {colour} from '../colours.js';
import {clock, short} from '../numbers.js';
import {Chart} from './chart.js';

/** Pauses of the garbage collector in time. */
export class PausesPlot extends Chart {
  constructor() {
    super({
      x: {label: 'seconds ago', unit: '', range: (plot, least) => [Math.min(-10, least ?? -10), 0]},
      y: {label: 'pause', unit: 'ms', range: (plot, least, most) => [0, Math.max(1, most * 1.1)]},
      series: [{label: 'pause', unit: 'ms', kind: 'paint', paint: (plot, index, from, to) => this.#stems(plot, from, to)}],
    });
    this.at = [];
  }

  update({state}) {
    const now = Date.now();
    this.at = state.gc.map(({at}) => at);
    this.set([state.gc.map(({at}) => Math.min(0, (Date.parse(at) - now) / 1000)), state.gc.map(({ms}) => ms)]);
  }

  #stems(plot, from, to) {
    plot.ctx.fillStyle = colour('accent');
    const base = plot.bbox.top + plot.bbox.height;
    for (let i = from; i <= to; i++) {
      const top = plot.valToPos(this.data[1][i], 'y', true);
      plot.ctx.fillRect(plot.valToPos(this.data[0][i], 'x', true) - 1.5, top, 3, Math.max(2, base - top));
    }
  }

  words(index) {
    return `${clock(this.at[index])}: ${short(this.data[1][index])} ms`;
  }

  summary({state}) {
    return state.gc.length === 0 ? 'none yet' : `the latest ${state.gc.length}, the longest ${short(Math.max(...state.gc.map(({ms}) => ms)))} ms`;
  }

  table() {
    return {columns: ['at', 'pause [ms]'], rows: this.at.map((at, i) => [at, this.data[1][i]])};
  }
}
