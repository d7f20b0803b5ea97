import {colour} from '../colours.js';
import {labelled, short, stimulus as inWords} from '../numbers.js';
import {Field, write} from './field.js';
import {cellAt, drawMap, extent, grid, middle} from './heat.js';

/** What every candidate of the latest decision was worth: as a map over two dimensions, else as bars. */
const FOOT = 30;
const LEFT = 46;
const same = (one, other) => Boolean(one && other) && one.length === other.length && one.every((value, k) => value === other[k]);

export class UtilityPlot extends Field {
  constructor(fixed) {
    super('utility of each candidate', (ink, width, height) => this.#draw(ink, width, height), (x, y) => this.#words(x, y));
    this.fixed = fixed;
    this.latest = null;
    this.bars = [];
  }

  update({state}) {
    if (state.latest !== this.latest) {
      this.latest = state.latest;
      const {stimulus = [], utility = []} = state.latest?.utilities ?? {};
      this.map = this.fixed.dimensions.length === 2 && !this.fixed.targets && stimulus.length > 0 ? grid(stimulus, utility) : null;
      const order = this.fixed.dimensions.length === 1 ? (a, b) => a.at[0] - b.at[0] : (a, b) => b.worth - a.worth;
      this.bars = stimulus.map((at, i) => ({at, worth: utility[i]})).sort(order);
    }
    this.redraw();
  }

  #draw(ink, width, height) {
    if (this.map) {
      const box = {x: 0, y: 0, width, height};
      drawMap(ink, box, this.map, {title: 'utility', unit: '', labels: this.fixed.dimensions.map(({name, unit}) => labelled(name, unit))});
      ring(ink, middle(box, this.map, this.latest.stimulus), 7, 3);
      if (this.latest.runnerUp) {
        ring(ink, middle(box, this.map, this.latest.runnerUp.stimulus), 5, 1);
      }
    } else if (this.bars.some(({worth}) => worth !== null)) {
      this.#drawBars(ink, width, height);
    } else {
      write(ink, 'no candidate was scored for this decision', width / 2, height / 2, {align: 'center', most: width});
    }
  }

  #drawBars(ink, width, height) {
    const [, most] = extent([0, ...this.bars.map(({worth}) => worth)]);
    const wide = (width - LEFT) / this.bars.length;
    const base = height - FOOT;
    this.bars.forEach(({at, worth}, k) => {
      const role = same(at, this.latest.stimulus) ? 'accent' : same(at, this.latest.runnerUp?.stimulus) ? 'second' : 'quiet-bar';
      const high = worth === null ? 0 : Math.max(1, worth / (most || 1) * (base - 18));
      ink.fillStyle = colour(role);
      ink.fillRect(LEFT + k * wide, base - high, Math.max(1, wide - (wide > 4 ? 2 : 0)), high);
    });
    ink.fillStyle = colour('grid');
    ink.fillRect(LEFT, base, width - LEFT, 1);
    write(ink, short(most, 2), LEFT - 4, 18, {align: 'right'});
    write(ink, '0', LEFT - 4, base, {align: 'right'});
    this.#axis(ink, width, base);
  }

  #axis(ink, width, base) {
    const {name, unit} = this.fixed.dimensions[0];
    const sorted = this.fixed.dimensions.length > 1;
    write(ink, sorted ? 'best' : short(this.bars[0].at[0]), LEFT, base + 13);
    write(ink, sorted ? `${this.bars.length}th` : short(this.bars.at(-1).at[0]), width, base + 13, {align: 'right'});
    write(ink, sorted ? 'candidates by utility' : labelled(name, unit), (LEFT + width) / 2, base + 26, {align: 'center'});
  }

  #words(x, y) {
    let found = this.bars[Math.floor((x - LEFT) / ((this.width - LEFT) / this.bars.length))];
    if (this.map) {
      const cell = cellAt({x: 0, y: 0, width: this.width, height: this.height}, this.map, x, y);
      found = cell && {at: [this.map.xs[cell.column], this.map.ys[cell.row]], worth: this.map.values[cell.row][cell.column]};
    }
    return found ? `${inWords([...found.at], this.fixed.dimensions, this.fixed.targets)}: `
        + (Number.isFinite(found.worth) ? `utility ${short(found.worth)}` : 'not scored') : '';
  }

  summary({state, fixed}) {
    const {latest} = state;
    if (!latest) {
      return 'no decision yet';
    }
    const second = latest.runnerUp ? `; runner-up ${inWords(latest.runnerUp.stimulus, fixed.dimensions, fixed.targets)}, ${short(latest.margin, 2)} less` : '';
    return `trial ${latest.trial}: ${inWords(latest.stimulus, fixed.dimensions, fixed.targets)}${second}. ${latest.reason}`;
  }

  table() {
    const {dimensions} = this.fixed;
    return {columns: [...dimensions.map(({name, unit}) => `${name} [${unit}]`), 'utility'], rows: this.bars.map(({at, worth}) => [...at, worth])};
  }
}

function ring(ink, [x, y], radius, width) {
  for (const [role, more] of [['panel', 2], ['ink', 0]]) {
    ink.strokeStyle = colour(role);
    ink.lineWidth = width + more;
    ink.beginPath();
    ink.arc(x, y, radius, 0, 2 * Math.PI);
    ink.stroke();
  }
}
