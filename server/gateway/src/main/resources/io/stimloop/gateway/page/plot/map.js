import {labelled, short, withUnit} from '../numbers.js';
import {Field} from './field.js';
import {cellAt, drawMap, grid} from './heat.js';

/** The predicted response over two dimensions, and beside it how wide its 95% band is. */
export class MapPlot extends Field {
  constructor(fixed) {
    super('predicted response over two dimensions', (ink, width, height) => this.#draw(ink, width, height),
        (x, y) => this.#words(x, y));
    this.dimensions = fixed.dimensions;
    this.curve = {stimulus: [], mean: [], lower: [], upper: []};
  }

  update(model) {
    this.curve = model.state.curve;
    this.mean = grid(this.curve.stimulus, this.curve.mean);
    this.width95 = grid(this.curve.stimulus, this.curve.upper.map((upper, i) => upper - this.curve.lower[i]));
    this.redraw();
  }

  #boxes(width, height) {
    const half = width / 2 - 4;
    return [{x: 0, y: 0, width: half, height}, {x: half + 8, y: 0, width: half, height}];
  }

  #draw(ink, width, height) {
    if (this.mean && this.curve.stimulus.length > 0) {
      const labels = this.dimensions.map(({name, unit}) => labelled(name, unit));
      const [left, right] = this.#boxes(width, height);
      drawMap(ink, left, this.mean, {title: 'mean, per trial', unit: '', labels});
      drawMap(ink, right, this.width95, {title: 'width of the 95% band', unit: '', labels});
    }
  }

  #words(x, y) {
    if (!this.mean) {
      return '';
    }
    const [left, right] = this.#boxes(this.width, this.height);
    const cell = cellAt(left, this.mean, x, y) ?? cellAt(right, this.mean, x, y);
    if (!cell) {
      return '';
    }
    const at = [this.mean.xs[cell.column], this.mean.ys[cell.row]];
    const where = this.dimensions.map(({name, unit}, k) => `${name} ${withUnit(short(at[k], 4), unit)}`).join(', ');
    return `${where}: mean ${short(this.mean.values[cell.row][cell.column])} per trial, `
        + `95% band ${short(this.width95.values[cell.row][cell.column])} wide`;
  }

  summary() {
    return 'left the mean, right how much is still open';
  }

  table() {
    const {stimulus, mean, lower, upper} = this.curve;
    const names = this.dimensions.map(({name, unit}) => `${name} [${unit}]`);
    return {columns: [...names, 'mean', '2.5%', '97.5%'], rows: stimulus.map((point, i) => [...point, mean[i], lower[i], upper[i]])};
  }
}
