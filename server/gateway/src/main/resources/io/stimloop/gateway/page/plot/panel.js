import {button, element, say} from '../dom.js';
import {savePng, saveCsv} from './download.js';

/**
 * The frame of a plot: its title, what is under the pointer, and the buttons that pause it and save it. A plot offers
 * {element, canvas (or null), update(model), redraw(), table() -> {columns, rows}, summary(model)}, and calls say(text).
 */
export class Panel {
  #model = null;

  constructor(key, title, plot, className = '') {
    this.key = key;
    this.title = title;
    this.plot = plot;
    this.paused = false;
    this.readout = element('p', {class: 'readout'});
    this.pauseButton = button('Pause', `Pause ${title}`, () => this.pause(!this.paused));
    const buttons = element('div', {class: 'tools'}, this.pauseButton);
    if ('canvas' in plot) {
      buttons.append(button('PNG', `Save ${title} as a picture`, () => plot.canvas && savePng(this)));
    }
    buttons.append(button('CSV', `Save ${title} as numbers`, () => saveCsv(this)));
    this.root = element('section', {class: `panel ${className}`, 'data-plot': key, 'aria-label': title},
        element('header', {}, element('h2', {}, title), buttons), this.readout, plot.element);
    this.root.panel = this;
    plot.say = (text) => this.#point(text);
  }

  /** Stops or resumes the plot; while it is paused it says so. */
  pause(paused) {
    this.paused = paused;
    this.root.classList.toggle('paused', paused);
    say(this.pauseButton, paused ? 'Resume' : 'Pause');
    this.pauseButton.setAttribute('aria-pressed', String(paused));
    if (!paused && this.#model) {
      this.update(this.#model);
    }
  }

  update(model) {
    this.#model = model;
    if (!this.paused && !this.root.hidden) {
      this.plot.update(model);
      if (!this.pointed) {
        say(this.readout, this.plot.summary(model));
      }
    }
  }

  /** The words for what is under the pointer; none: those for the whole. */
  #point(text) {
    this.pointed = Boolean(text);
    say(this.readout, text || (this.#model ? this.plot.summary(this.#model) : ''));
    this.readout.classList.toggle('pointed', this.pointed);
  }

  redraw() {
    this.plot.redraw();
  }

  show(shown) {
    this.root.hidden = !shown;
  }
}
