import {colour} from '../colours.js';
import {short} from '../numbers.js';
import {Chart} from './chart.js';

/** What weighs how much: each parameter's mean with its 95% interval, in order, as a receptive field is read. */
export class FilterPlot extends Chart {
  constructor() {
    super({
      x: {label: 'weight number', unit: ''}, y: {label: 'weight', unit: ''},
      series: [{label: '97.5%', kind: 'hidden'}, {label: '2.5%', kind: 'hidden'}, {label: 'mean', kind: 'points', size: 6}],
      paint: (plot, ink) => this.#intervals(plot, ink),
    });
    this.names = [];
  }

  update({state}) {
    this.names = state.parameters.map(({name}) => name);
    const quantile = (k) => state.parameters.map(({quantiles, mean, sd}) => quantiles[k] ?? mean + (k > 2 ? 1.96 : -1.96) * sd);
    this.set([this.names.map((name, i) => i + 1), quantile(4), quantile(0), state.parameters.map(({mean}) => mean)]);
  }

  #intervals(plot, ink) {
    ink.fillStyle = colour('accent-soft');
    const [numbers, upper, lower] = this.data;
    const wide = 3 * (devicePixelRatio || 1);
    numbers.forEach((number, i) => {
      const top = plot.valToPos(upper[i], 'y', true);
      ink.fillRect(plot.valToPos(number, 'x', true) - wide / 2, top, wide, Math.max(1, plot.valToPos(lower[i], 'y', true) - top));
    });
  }

  words(index) {
    const [, upper, lower, mean] = this.data.map((column) => column[index]);
    return `${this.names[index]}: ${short(mean)} (95% ${short(lower)} to ${short(upper)})`;
  }

  summary(model) {
    return `${model.fixed.neurons[model.neuron] ?? ''}: ${this.names.length} weights with their 95% intervals`;
  }

  table() {
    const {columns, rows} = super.table();
    return {columns: ['parameter', ...columns], rows: rows.map((row, i) => [this.names[i], ...row])};
  }
}
