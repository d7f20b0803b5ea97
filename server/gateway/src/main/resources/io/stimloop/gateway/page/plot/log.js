import {element} from '../dom.js';
import {clock} from '../numbers.js';

/** What happened, the latest first, with how much it matters. */
const LEVELS = ['info', 'warning', 'alarm'];
const MARK = {info: '·', warning: '▲', alarm: '■'};

export class LogPlot {
  constructor() {
    this.say = () => {};
    this.least = 0;
    this.events = [];
    this.list = element('ol', {class: 'log', tabindex: '0', 'aria-label': 'events, the latest first'});
    this.choice = element('select', {'aria-label': 'events to show', on: {change: () => this.#choose()}},
        ...['all events', 'warnings and alarms', 'alarms only'].map((text, value) => element('option', {value}, text)));
    this.element = element('div', {class: 'log-box'}, this.choice, this.list);
  }

  update({log, version}) {
    const last = log.at(-1);
    if (last !== this.last || log.length !== this.events.length) {
      this.last = last;
      this.events = [...log];
      this.redraw();
    }
    this.version = version;
  }

  #choose() {
    this.least = Number(this.choice.value);
    this.redraw();
  }

  redraw() {
    const shown = this.events.filter(({severity}) => LEVELS.indexOf(severity) >= this.least).reverse();
    this.list.replaceChildren(...shown.map(({at, severity, text}) => element('li', {class: severity},
        element('span', {class: 'mark', title: severity, 'aria-label': severity}, MARK[severity] ?? '·'),
        element('time', {datetime: at}, clock(at)), element('span', {class: 'text'}, text))));
  }

  summary({log}) {
    const alarms = log.filter(({severity}) => severity === 'alarm').length;
    return log.length === 0 ? 'nothing yet' : `${log.length} events, ${alarms} of them alarms`;
  }

  table() {
    return {columns: ['at', 'severity', 'text'], rows: this.events.map(({at, severity, text}) => [at, severity, text])};
  }
}
