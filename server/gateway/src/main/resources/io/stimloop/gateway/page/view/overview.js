import {element} from '../dom.js';
import {duration, fixed, short, whole} from '../numbers.js';

/** All experiments of the server, those that need a person first. */
const COLUMNS = ['', 'experiment', 'state', 'trials', 'per second', 'p99 / deadline', 'late of 100', 'open', 'rigs heard', 'why'];

/** What is wrong with an experiment; empty where nothing is. */
export function troubles(row) {
  const found = [];
  if (row.state === 'HALTED') {
    found.push('halted');
  }
  if (row.arming === 'FAULTED') {
    found.push('faulted');
  }
  if (row.state === 'RUNNING' && row.rigs === 0) {
    found.push('no rig');
  }
  if (row.state === 'RUNNING' && row.quietSeconds > 5) {
    found.push(`rig silent for ${duration(row.quietSeconds * 1000)}`);
  }
  if (row.state === 'RUNNING' && row.missedOf100 > 0) {
    found.push(`${row.missedOf100} late`);
  }
  return [...found, ...row.warnings];
}

const ORDER = {RUNNING: 0, PAUSED: 1, CREATED: 2, HALTED: 3, FINISHED: 4};
const urgency = (row) => (troubles(row).length > 0 && row.state !== 'FINISHED' ? -10 : 0) + (ORDER[row.state] ?? 5);

export class Overview {
  /** @param open is told the id of the experiment to show */
  constructor(table, open) {
    this.body = element('tbody');
    this.open = open;
    table.append(element('caption', {class: 'unseen'}, 'experiments of this server, those with alarms first'),
        element('thead', {}, element('tr', {}, ...COLUMNS.map((name) => element('th', {scope: 'col'}, name)))), this.body);
  }

  update(experiments, shownId) {
    const sorted = [...experiments].sort((a, b) => urgency(a) - urgency(b));
    const focused = this.body.contains(document.activeElement) ? document.activeElement.closest('tr')?.dataset.id : null;
    this.body.replaceChildren(...sorted.map((row) => this.#row(row, shownId)));
    if (sorted.length === 0) {
      this.body.append(element('tr', {}, element('td', {colspan: String(COLUMNS.length), class: 'none'},
          'No experiment yet. Start one, for instance with: stimloop demo')));
    }
    [...this.body.rows].find((row) => focused && row.dataset.id === focused)?.querySelector('a').focus();
  }

  #row(row, shownId) {
    const wrong = troubles(row);
    const alarming = wrong.length > 0 && row.state !== 'FINISHED';
    const link = element('a', {href: `#/${encodeURIComponent(row.id)}/science`, title: row.id}, row.name || row.id);
    const name = element('div', {}, link, element('span', {class: 'id'}, row.id));
    const cells = [
      alarming ? '■' : '', name, row.arming ? `${row.state} · ${row.arming}` : row.state,
      `${whole(row.trials)}${row.maxTrials ? ` / ${whole(row.maxTrials)}` : ''}`, fixed(row.ratePerSecond, 1),
      `${short(row.p99Ms)} / ${short(row.deadlineMs)} ms`, whole(row.missedOf100), `${short(row.entropyNats)} nats`,
      row.rigs === 0 ? 'none' : `${row.rigs}, ${duration((row.quietSeconds ?? NaN) * 1000)} ago`, wrong.join('; '),
    ];
    return element('tr', {class: `${alarming ? 'alarming' : ''} ${row.id === shownId ? 'shown' : ''}`, 'data-id': row.id,
      on: {click: () => this.open(row.id)}}, ...cells.map((cell) => element('td', {}, cell)));
  }
}
