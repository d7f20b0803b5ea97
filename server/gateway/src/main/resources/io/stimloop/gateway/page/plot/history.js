import {colour, ramp} from '../colours.js';
import {short, stimulus as inWords} from '../numbers.js';
import {Field, write} from './field.js';
import {extent} from './heat.js';

/**
 * What was presented, coloured by what was answered: over the trials for one dimension, in its plane for two, and target
 * by target for patterns.
 */
const MOST_TRIALS = 300;
const INNER = {left: 46, right: 44, top: 6, bottom: 30};

export class HistoryPlot extends Field {
  constructor(fixed) {
    super('stimuli by trial, coloured by response', (ink, width, height) => this.#draw(ink, width, height), (x, y) => this.#words(x, y));
    this.fixed = fixed;
    this.plane = fixed.dimensions.length === 2 && !fixed.targets;
    this.marks = [];
  }

  update({trials, neuron}) {
    this.marks = [];
    for (let row = Math.max(0, trials.size - MOST_TRIALS); row < trials.size; row++) {
      const at = trials.stimulus[row];
      const common = {trial: trials.trial[row], at, response: trials.response(row, neuron)};
      if (this.plane && at.length === 2) {
        this.marks.push({...common, x: at[0], y: at[1]});
      } else if (at.length === 1) {
        this.marks.push({...common, x: common.trial, y: at[0]});
      } else {
        at.forEach((value, k) => value !== 0 && this.marks.push({...common, x: common.trial, y: k + 1}));
      }
    }
    this.redraw();
  }

  #scales(width, height) {
    const [left, right] = extent(this.marks.map(({x}) => x));
    const [low, high] = extent(this.marks.map(({y}) => y));
    return {
      left, right, low, high,
      x: (value) => INNER.left + (value - left) / (right - left || 1) * (width - INNER.left - INNER.right),
      y: (value) => height - INNER.bottom - 5 - (value - low) / (high - low || 1) * (height - INNER.bottom - INNER.top - 10),
    };
  }

  #draw(ink, width, height) {
    if (this.marks.length === 0) {
      write(ink, 'no trial yet', width / 2, height / 2, {align: 'center'});
      return;
    }
    const scales = this.#scales(width, height);
    const [least, greatest] = extent(this.marks.map(({response}) => response));
    this.marks.forEach(({x, y, response}) => {
      ink.fillStyle = ramp((response - least) / (greatest - least || 1));
      ink.fillRect(scales.x(x) - 3, scales.y(y) - 3.5, 6, 7);
    });
    const last = this.marks.at(-1);
    ink.strokeStyle = colour('ink');
    ink.lineWidth = 1.5;
    ink.strokeRect(scales.x(last.x) - 5, scales.y(last.y) - 5.5, 10, 11);
    this.#axes(ink, width, height, scales, [least, greatest]);
  }

  #axes(ink, width, height, {left, right, low, high}, [least, greatest]) {
    const base = height - INNER.bottom;
    const end = width - INNER.right;
    const [first, second] = this.fixed.dimensions;
    ink.fillStyle = colour('grid');
    ink.fillRect(INNER.left, base, end - INNER.left, 1);
    write(ink, short(left, 5), INNER.left, base + 13);
    write(ink, short(right, 5), end, base + 13, {align: 'right'});
    write(ink, this.plane ? first.name : 'trial', (INNER.left + end) / 2, base + 25, {align: 'center'});
    write(ink, short(low), INNER.left - 6, base - 2, {align: 'right'});
    write(ink, short(high), INNER.left - 6, INNER.top + 10, {align: 'right'});
    const label = this.plane ? second.name : this.fixed.dimensions.length === 1 ? first.name : this.fixed.targets ? 'target' : 'value';
    write(ink, label, INNER.left - 6, base / 2, {align: 'right', most: 40});
    for (let k = 0; k < base - INNER.top; k++) {
      ink.fillStyle = ramp(1 - k / (base - INNER.top));
      ink.fillRect(end + 8, INNER.top + k, 7, 1.5);
    }
    write(ink, short(greatest), end + 18, INNER.top + 9, {most: 26});
    write(ink, short(least), end + 18, base, {most: 26});
  }

  #words(x, y) {
    const scales = this.#scales(this.width, this.height);
    let [best, far] = [null, 20];
    for (const mark of this.marks) {
      const away = Math.hypot(scales.x(mark.x) - x, scales.y(mark.y) - y);
      if (away <= far) {
        [best, far] = [mark, away];
      }
    }
    return best ? `trial ${best.trial}: ${inWords([...best.at], this.fixed.dimensions, this.fixed.targets)}, response ${short(best.response)}` : '';
  }

  summary(model) {
    const shown = Math.min(MOST_TRIALS, model.trials.size);
    return `the latest ${shown} of ${model.state.trials} trials; bright is a large response; framed the latest`;
  }

  table() {
    return {columns: ['trial', 'stimulus', 'response'],
      rows: this.marks.map(({trial, at, response}) => [trial, [...at].join(' '), response])};
  }
}
