import {colour, ramp} from '../colours.js';
import {short} from '../numbers.js';
import {Field, write} from './field.js';

/** All neurons at a glance: a row each, its predicted curve as colours, each on its own scale. One is chosen for detail. */
const LABEL = 62;

export class CellsPlot extends Field {
  /** @param choose is told the name of the neuron that was chosen */
  constructor(choose) {
    super('all neurons; up and down choose one', (ink, width, height) => this.#draw(ink, width, height), (x, y) => this.#words(y));
    this.cells = [];
    this.chosen = 0;
    this.canvas.classList.add('choosable');
    this.canvas.addEventListener('click', (event) => this.#choose(this.#row(event.offsetY), choose));
    this.canvas.addEventListener('keydown', (event) => {
      const step = {ArrowUp: -1, ArrowDown: 1}[event.key];
      if (step) {
        event.preventDefault();
        this.#choose(this.chosen + step, choose);
      }
    });
  }

  update({state}) {
    this.cells = state.cells;
    this.chosen = state.neuron;
    this.parameters = state.parameters.map(({name}) => name);
    this.redraw();
  }

  #choose(row, choose) {
    if (this.cells[row]) {
      choose(this.cells[row].name);
    }
  }

  #row(y) {
    return Math.floor(y / (this.height / this.cells.length));
  }

  #draw(ink, width, height) {
    const high = height / this.cells.length;
    this.cells.forEach(({name, dropped, curve}, row) => {
      const most = Math.max(...curve, 1e-9);
      const wide = (width - LABEL) / curve.length;
      curve.forEach((mean, k) => {
        ink.fillStyle = dropped ? colour('grid') : ramp(mean / most);
        ink.fillRect(LABEL + k * wide, row * high, wide + 0.5, Math.max(1, high - (high > 5 ? 1 : 0)));
      });
      if (row % Math.ceil(12 / high) === 0) {
        write(ink, name, LABEL - 6, row * high + high / 2 + 4, {align: 'right', role: row === this.chosen ? 'ink' : 'faint', most: LABEL - 8});
      }
    });
    ink.strokeStyle = colour('ink');
    ink.lineWidth = 2;
    ink.strokeRect(LABEL, this.chosen * high + 1, width - LABEL - 1, Math.max(3, high - 2));
  }

  #words(y) {
    const cell = this.cells[this.#row(y)];
    if (!cell) {
      return '';
    }
    const numbers = cell.mean.map((mean, k) => `${this.parameters[k] ?? ''} ${short(mean)} ± ${short(cell.sd[k], 2)}`);
    return `${cell.name}${cell.dropped ? ' (dropped)' : ''}: ${numbers.join(', ')}`;
  }

  summary(model) {
    return `${model.fixed.neurons[model.neuron] ?? ''} in detail; a click or the arrow keys choose another`;
  }

  table() {
    const most = Math.max(0, ...this.cells.map(({mean}) => mean.length));
    const names = Array.from({length: most}, (none, k) => [`${this.parameters[k]} mean`, `${this.parameters[k]} sd`]).flat();
    return {columns: ['neuron', 'dropped', ...names],
      rows: this.cells.map(({name, dropped, mean, sd}) => [name, dropped, ...mean.flatMap((value, k) => [value, sd[k]])])};
  }
}
