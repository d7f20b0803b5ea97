import {colour} from '../colours.js';
import {short, withUnit} from '../numbers.js';
import {Field, write} from './field.js';

/** What is believed about each parameter, over a ghost of what was believed before the first trial. */
const MOST = 8;
const HEAD = 16;
const FOOT = 14;

export class MarginalsPlot extends Field {
  constructor(fixed) {
    super('posterior of each parameter', (ink, width, height) => this.#draw(ink, width, height), (x, y) => this.#words(x, y));
    this.prior = [];
    this.units = new Map(fixed.parameters.map(({name, unit}) => [name, unit]));
    this.parameters = [];
  }

  update({state, fixed}) {
    this.prior = fixed.prior;
    this.parameters = state.parameters;
    this.redraw();
  }

  get shown() {
    return this.parameters.slice(0, MOST);
  }

  #box(k, width, height) {
    const columns = this.shown.length > 3 ? 2 : 1;
    const rows = Math.ceil(this.shown.length / columns);
    const [wide, high] = [width / columns, height / rows];
    return {x: (k % columns) * wide + 4, y: Math.floor(k / columns) * high, width: wide - 12, height: high - 2};
  }

  #draw(ink, width, height) {
    this.shown.forEach((parameter, k) => this.#one(ink, parameter, this.#box(k, width, height)));
  }

  #one(ink, parameter, box) {
    const prior = this.prior.find(({name}) => name === parameter.name);
    const [from, to] = range(parameter, prior);
    const x = (value) => box.x + (value - from) / (to - from || 1) * box.width;
    const base = box.y + box.height - FOOT;
    const high = base - box.y - HEAD;
    write(ink, parameter.name, box.x, box.y + 11, {role: 'ink', most: box.width * 0.5});
    write(ink, `${short(parameter.mean)} ± ${short(parameter.sd, 2)}`, box.x + box.width, box.y + 11, {align: 'right', role: 'ink', most: box.width * 0.55});
    ink.fillStyle = colour('grid');
    ink.fillRect(box.x, base, box.width, 1);
    const most = Math.max(...parameter.probability, ...(prior?.probability ?? []), 1e-300);
    if (prior?.values.length) {
      area(ink, prior, x, base, high / most, 'ghost');
    }
    if (parameter.values.length) {
      area(ink, parameter, x, base, high / most, 'accent-soft');
    }
    interval(ink, parameter, x, base, parameter.values.length ? 0 : high / 2);
    write(ink, short(from), box.x, base + 12);
    write(ink, short(to), box.x + box.width, base + 12, {align: 'right'});
  }

  #estimate({name, mean, sd}) {
    return withUnit(`${short(mean)} ± ${short(sd, 2)}`, this.units.get(name));
  }

  #words(x, y) {
    const k = this.shown.findIndex((parameter, i) => {
      const box = this.#box(i, this.width, this.height);
      return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
    });
    const at = this.shown[k];
    return at ? `${at.name} ${this.#estimate(at)}, 95% ${short(at.quantiles[0])} to ${short(at.quantiles[4])}` : '';
  }

  summary(model) {
    const hidden = this.parameters.length - this.shown.length;
    return `after ${model.state.beliefTrials} trials${this.prior.some(({values}) => values.length > 0) ? '; grey is the prior' : ''}${hidden > 0 ? `; ${hidden} more in the CSV` : ''}`;
  }

  table() {
    const rows = this.parameters.map(({name, mean, sd, quantiles}) => [name, this.units.get(name) ?? '', mean, sd, ...quantiles]);
    return {columns: ['parameter', 'unit', 'mean', 'sd', '2.5%', '25%', '50%', '75%', '97.5%'], rows};
  }
}

function range({values, quantiles, mean, sd}, prior) {
  const known = [...values, ...(prior?.values ?? [])];
  if (known.length > 1) {
    return [Math.min(...known), Math.max(...known)];
  }
  const [low, high] = prior?.quantiles.length ? [prior.quantiles[0], prior.quantiles[4]] : [mean - 4 * sd, mean + 4 * sd];
  return [Math.min(low, quantiles[0] ?? low), Math.max(high, quantiles[4] ?? high)];
}

function area(ink, {values, probability}, x, base, scale, role) {
  ink.beginPath();
  ink.moveTo(x(values[0]), base);
  values.forEach((value, i) => ink.lineTo(x(value), base - probability[i] * scale));
  ink.lineTo(x(values.at(-1)), base);
  ink.fillStyle = colour(role);
  ink.fill();
}

/** The middle half thick, 95% thin, the median as a mark. */
function interval(ink, {quantiles, mean}, x, base, lift) {
  const y = base - lift;
  ink.fillStyle = colour('accent');
  if (quantiles.length === 5) {
    ink.fillRect(x(quantiles[0]), y - 1, Math.max(1, x(quantiles[4]) - x(quantiles[0])), 2);
    ink.fillRect(x(quantiles[1]), y - 2.5, Math.max(1, x(quantiles[3]) - x(quantiles[1])), 5);
  }
  ink.fillStyle = colour('ink');
  ink.fillRect(x(quantiles[2] ?? mean) - 1, y - 6, 2, 9);
}
