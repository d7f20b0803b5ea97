import {short} from '../numbers.js';
import {Chart} from './chart.js';

/** How much is still open, as it went and as each decision had expected it, over the ghost of a balanced design. */
const MOST_POINTS = 800;

export class InformationPlot extends Chart {
  constructor(fixed) {
    super({
      x: {label: 'trial', unit: ''}, y: {label: 'entropy', unit: 'nats'},
      series: [
        {label: 'balanced 97.5%', unit: 'nats', kind: 'hidden'}, {label: 'balanced 2.5%', unit: 'nats', kind: 'hidden'},
        {label: 'balanced design', unit: 'nats', role: 'faint', dash: [2, 4]},
        {label: 'expected', unit: 'nats', role: 'second', dash: [8, 5]},
        {label: 'realised', unit: 'nats', width: 3},
      ],
      bands: [[1, 2, 'ghost']],
    });
    this.inNats = fixed.objective === 'infomax';
  }

  update({trials, state}) {
    const ghost = state.balanced ?? {trial: [], entropyNats: [], lower: [], upper: []};
    const last = trials.last;
    const step = Math.max(1, Math.ceil(trials.size / MOST_POINTS));
    const places = new Map();
    ghost.trial.forEach((trial, i) => {
      if (trial <= Math.max(last, 20) * 1.05) {
        places.set(trial, [ghost.upper[i], ghost.lower[i], ghost.entropyNats[i], null, null]);
      }
    });
    this.#walk(trials, (row, expected) => {
      if (row % step === 0 || row === trials.size - 1) {
        const column = places.get(trials.trial[row]) ?? [null, null, null, null, null];
        column[3] = this.inNats ? expected : null;
        column[4] = Number.isNaN(trials.entropyNats[row]) ? null : trials.entropyNats[row];
        places.set(trials.trial[row], column);
      }
    });
    const at = [...places.keys()].sort((a, b) => a - b);
    this.set([at, ...[0, 1, 2, 3, 4].map((k) => at.map((trial) => places.get(trial)[k]))]);
  }

  /**
   * From the first entropy that is known, each decision's expectation is taken off. For those that were not scored, as
   * fallbacks are not, stands their share of what was gained between the two entropies around them.
   */
  #walk(trials, tell) {
    let [open, before] = [NaN, NaN];
    for (let row = 0; row < trials.size; row++) {
      if (Number.isNaN(open)) {
        [open, before] = [trials.entropyNats[row], row];
      } else {
        open -= Number.isFinite(trials.expectedNats[row]) ? trials.expectedNats[row] : this.#share(trials, before, row);
        before = Number.isNaN(trials.entropyNats[row]) ? before : row;
      }
      tell(row, Number.isNaN(open) ? null : open);
    }
  }

  #share(trials, before, row) {
    let after = row;
    while (after < trials.size - 1 && Number.isNaN(trials.entropyNats[after])) {
      after++;
    }
    const gained = trials.entropyNats[before] - trials.entropyNats[after];
    return trials.invalid[row] || Number.isNaN(gained) ? 0 : gained / (after - before);
  }

  summary({state}) {
    const ghost = state.balanced ? '; dotted a balanced design' : '';
    return `${short(state.entropyNats)} nats still open${this.inNats ? '; dashed as expected' : ''}${ghost}`;
  }
}
