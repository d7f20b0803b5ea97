import {colour} from '../colours.js';
import {short, withUnit} from '../numbers.js';
import {Chart} from './chart.js';

/** The predicted response by a stimulus of one dimension: its mean and 95% band, the raw counts, and their mean. */
const MOST_DOTS = 1500;

export class CurvePlot extends Chart {
  constructor(fixed) {
    const x = {label: fixed.dimensions[0].name, unit: fixed.dimensions[0].unit};
    super({
      x, y: {label: 'response', unit: 'per trial', range: (plot, least, greatest) => this.#range(greatest)},
      series: [
        {label: '97.5%', role: 'band', kind: 'hidden'}, {label: '2.5%', role: 'band', kind: 'hidden'},
        {label: 'predicted', width: 3}, {label: 'observed mean', role: 'second', kind: 'points', size: 8},
        {label: 'trials', kind: 'hidden'},
      ],
      bands: [[1, 2, 'band']], paint: (plot, ink) => this.#dots(plot, ink),
    });
    this.x = x;
    this.dots = [];
  }

  update(model) {
    const {stimulus, mean, lower, upper} = model.state.curve;
    const order = stimulus.map((point, i) => i).sort((a, b) => stimulus[a][0] - stimulus[b][0]);
    const pick = (values) => order.map((i) => values[i]);
    const at = order.map((i) => stimulus[i][0]);
    const [sums, counts] = this.#observed(model, new Map(at.map((value, i) => [value, i])), at.length);
    this.set([at, pick(upper), pick(lower), pick(mean), sums.map((sum, i) => (counts[i] ? sum / counts[i] : null)), counts]);
  }

  /** Sums and numbers of the counts by stimulus; the latest are kept as dots. */
  #observed({trials, neuron}, places, size) {
    const [sums, counts] = [new Array(size).fill(0), new Array(size).fill(0)];
    this.dots = [];
    for (let row = 0; row < trials.size; row++) {
      const [x, y] = [trials.stimulus[row][0], trials.response(row, neuron)];
      if (!trials.invalid[row] && Number.isFinite(y) && places.has(x)) {
        sums[places.get(x)] += y;
        counts[places.get(x)]++;
        if (row >= trials.size - MOST_DOTS) {
          this.dots.push([x, y]);
        }
      }
    }
    return [sums, counts];
  }

  #range(greatest) {
    const most = this.dots ? this.dots.reduce((most, [, y]) => Math.max(most, y), 0) : 0;
    return [0, Math.max(1, most, ...this.data[1], ...(greatest === null ? [] : [0])) * 1.05];
  }

  #dots(plot, ink) {
    ink.save();
    ink.fillStyle = colour('dot');
    const size = 2 * (devicePixelRatio || 1);
    for (const [x, y] of this.dots ?? []) {
      ink.fillRect(plot.valToPos(x, 'x', true) - size / 2, plot.valToPos(y, 'y', true) - size / 2, size, size);
    }
    ink.restore();
  }

  words(index) {
    const [at, upper, lower, mean, observed, trials] = this.data.map((column) => column[index]);
    const seen = trials ? ` · observed ${short(observed)} in ${trials} trials` : ' · not yet presented';
    return `${this.x.label} ${withUnit(short(at, 4), this.x.unit)}: predicted ${short(mean)} (95% ${short(lower)} to ${short(upper)}) per trial${seen}`;
  }

  summary(model) {
    const name = model.fixed.neurons[model.neuron] ?? '';
    return `${name}: line predicted with 95% band, small dots raw counts, yellow their mean`;
  }
}
