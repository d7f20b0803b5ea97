import {Trials} from './trials.js';

/** What the page knows of the experiment that it shows. Bounded, however long it runs. */
const MOST_EVENTS = 500;

export class Model {
  constructor(id) {
    this.id = id;
    this.fixed = null;
    this.state = null;
    this.trials = new Trials(1);
    this.log = [];
    /** When the latest moment came, by the page's own clock. */
    this.heardAt = null;
    this.link = 'connecting';
    this.linkReason = '';
    /** Grows with every change, so that what is drawn can be compared with what is known. */
    this.version = 0;
  }

  /** Takes an event of the stream. */
  take(name, data, now) {
    if (name === 'static') {
      this.#fixed(data);
    } else if (name === 'trials') {
      this.trials.add(data);
    } else if (name === 'log') {
      this.#log(data.events);
    } else if (name === 'state') {
      this.state = data;
      this.heardAt = now;
      this.link = 'live';
    }
    this.version++;
  }

  #fixed(data) {
    if (this.fixed === null) {
      this.trials = new Trials(data.dimensions.length + data.neurons.length);
    }
    this.fixed = data;
  }

  /** Events are numbered anew by a server that was restarted: what differs in time and text is another. */
  #log(events) {
    const known = new Set(this.log.map((event) => event.at + event.text));
    this.log.push(...events.filter((event) => !known.has(event.at + event.text)));
    this.log.splice(0, Math.max(0, this.log.length - MOST_EVENTS));
  }

  lost(reason) {
    this.link = 'lost';
    this.linkReason = reason;
    this.version++;
  }

  /** For how long nothing was heard; in ms, by the page's own clock. */
  age(now) {
    return this.heardAt === null ? NaN : now - this.heardAt;
  }

  /** The neuron in detail, counted from 0. */
  get neuron() {
    return this.state?.neuron ?? 0;
  }
}
