import {colour} from '../colours.js';
import {short} from '../numbers.js';
import {Chart} from './chart.js';

/** The time of each decision by trial; those that left late stand out, and say why. */
const MOST_TRIALS = 1000;

export class MissesPlot extends Chart {
  constructor(fixed) {
    super({
      x: {label: 'trial', unit: ''}, y: {label: 'decision time', unit: 'ms', range: (plot, least, most) => [0, Math.max(fixed.deadlineMs * 1.25, most * 1.05)]},
      series: [
        {label: 'decision time', unit: 'ms', kind: 'points', size: 4},
        {label: 'late', unit: 'ms', role: 'alarm', kind: 'points', size: 8},
      ],
      paint: (plot, ink) => line(plot, ink, fixed.deadlineMs),
    });
    this.causes = [];
  }

  update({trials}) {
    const from = Math.max(0, trials.size - MOST_TRIALS);
    const rows = Array.from({length: trials.size - from}, (none, i) => from + i);
    const time = (row, missed) => (trials.missed[row] === missed && !Number.isNaN(trials.latencyMs[row]) ? trials.latencyMs[row] : null);
    this.causes = rows.map((row) => trials.cause[row] ?? '');
    this.set([rows.map((row) => trials.trial[row]), rows.map((row) => time(row, false)), rows.map((row) => time(row, true))]);
  }

  words(index) {
    const [trial, onTime, late] = this.data.map((column) => column[index]);
    return late === null ? `trial ${trial}: ${short(onTime)} ms` : `trial ${trial}: late, ${short(late)} ms: ${this.causes[index]}`;
  }

  summary({state}) {
    return `${state.missed} late in ${state.trials} trials; line: the deadline`;
  }

  table() {
    const {columns, rows} = super.table();
    return {columns: [...columns, 'cause'], rows: rows.map((row, i) => [...row, this.causes[i]])};
  }
}

function line(plot, ink, ms) {
  ink.fillStyle = colour('ink');
  ink.fillRect(plot.bbox.left, plot.valToPos(ms, 'y', true) - 1, plot.bbox.width, 2);
}
