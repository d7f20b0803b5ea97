import {colour} from '../colours.js';
import {short} from '../numbers.js';
import {Field, write} from './field.js';
import {extent} from './heat.js';

/** The targets in their plane, and how much power each gets in the latest pattern. */
const MARGIN = 26;
const MOST_NAMES = 40;

export class TargetsPlot extends Field {
  constructor(fixed) {
    super('targets in their plane, with the power of the latest pattern', (ink, width, height) => this.#draw(ink, width, height),
        (x, y) => this.#words(x, y));
    this.targets = fixed.targets;
    this.unit = fixed.dimensions[0]?.unit ?? '';
    this.powers = [];
    this.most = 0;
  }

  update({state}) {
    this.powers = state.latest?.stimulus ?? [];
    this.most = Math.max(this.most, ...this.powers);
    this.redraw();
  }

  #place(width, height) {
    const [left, right] = extent(this.targets.map(({x}) => x));
    const [low, high] = extent(this.targets.map(({y}) => y));
    const scale = Math.min((width - 2 * MARGIN) / (right - left || 1), (height - 2 * MARGIN) / (high - low || 1));
    return ({x, y}) => [width / 2 + (x - (left + right) / 2) * scale, height / 2 - (y - (low + high) / 2) * scale];
  }

  #draw(ink, width, height) {
    const place = this.#place(width, height);
    this.targets.forEach((target, k) => {
      const [x, y] = place(target);
      const power = this.powers[k] ?? 0;
      circle(ink, x, y, 4);
      ink.strokeStyle = colour('faint');
      ink.lineWidth = 1;
      ink.stroke();
      if (power > 0) {
        circle(ink, x, y, 5 + 11 * Math.sqrt(power / this.most));
        ink.fillStyle = colour('accent');
        ink.fill();
        write(ink, short(power), x, y + 4, {align: 'center', role: 'panel'});
      }
      if (this.targets.length <= MOST_NAMES) {
        write(ink, target.name, x, y + 24, {align: 'center', role: power > 0 ? 'ink' : 'faint'});
      }
    });
  }

  #words(x, y) {
    const place = this.#place(this.width, this.height);
    const k = this.targets.findIndex((target) => Math.hypot(place(target)[0] - x, place(target)[1] - y) < 14);
    const at = this.targets[k];
    return at ? `${at.name} at ${short(at.x)}, ${short(at.y)} ${at.unit}: ${short(this.powers[k] ?? 0)} ${this.unit}` : '';
  }

  summary() {
    const on = this.powers.filter((power) => power > 0);
    return `${on.length} of ${this.targets.length} targets on, together ${short(on.reduce((sum, power) => sum + power, 0))} ${this.unit}`;
  }

  table() {
    return {columns: ['target', 'x [um]', 'y [um]', `power [${this.unit}]`],
      rows: this.targets.map(({name, x, y}, k) => [name, x, y, this.powers[k] ?? 0])};
  }
}

function circle(ink, x, y, radius) {
  ink.beginPath();
  ink.arc(x, y, radius, 0, 2 * Math.PI);
}
