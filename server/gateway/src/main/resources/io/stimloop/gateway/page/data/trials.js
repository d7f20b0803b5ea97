/**
 * The trials that the page holds, in a fixed number of rows: the latest are all there, and the older they are, the fewer.
 * When all rows are taken, every second of the older three quarters goes.
 */
const MOST_NUMBERS = 1 << 18;
const MOST_ROWS = 4096;
const FEWEST_ROWS = 64;
const OTHER_NUMBERS = 8;
const NUMBERS = ['trial', 'expectedNats', 'entropyNats', 'latencyMs'];
const OTHERS = ['source', 'missed', 'cause', 'invalid', 'at'];

export class Trials {
  /** @param numbers of a stimulus and a response together */
  constructor(numbers) {
    this.most = Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, Math.floor(MOST_NUMBERS / (numbers + OTHER_NUMBERS))));
    this.size = 0;
    for (const name of NUMBERS) {
      this[name] = new Float64Array(this.most);
    }
    for (const name of [...OTHERS, 'stimulus', 'counts']) {
      this[name] = new Array(this.most).fill(null);
    }
  }

  /** The number of the last; 0 for none. */
  get last() {
    return this.size === 0 ? 0 : this.trial[this.size - 1];
  }

  /** Adds columns as the server sends them; what is known already is left out. */
  add(columns) {
    for (let i = 0; i < columns.trial.length; i++) {
      if (columns.trial[i] > this.last) {
        this.#row(columns, i);
      }
    }
  }

  #row(columns, i) {
    if (this.size === this.most) {
      this.#thin();
    }
    for (const name of NUMBERS) {
      this[name][this.size] = columns[name][i] ?? NaN;
    }
    for (const name of OTHERS) {
      this[name][this.size] = columns[name] ? columns[name][i] : null;
    }
    this.stimulus[this.size] = Float64Array.from(columns.stimulus[i]);
    this.counts[this.size] = Float64Array.from([columns.counts[i]].flat());
    this.size++;
  }

  #thin() {
    const whole = this.most - (this.most >> 2);
    let kept = 0;
    for (let i = 0; i < this.most; i++) {
      if (i >= whole || i % 2 === 0) {
        for (const name of [...NUMBERS, ...OTHERS, 'stimulus', 'counts']) {
          this[name][kept] = this[name][i];
        }
        kept++;
      }
    }
    for (const name of [...OTHERS, 'stimulus', 'counts']) {
      this[name].fill(null, kept);
    }
    this.size = kept;
  }

  /** The response of one neuron in a row; a choice is that of all. */
  response(row, neuron) {
    const counts = this.counts[row];
    return counts.length > neuron ? counts[neuron] : counts.length === 1 ? counts[0] : NaN;
  }
}
