import {element, say} from '../dom.js';

/** Facts with their values, and a bar beside those that are a share of something. Built once, then only its texts change. */
export class Facts {
  /** @param read model -> [[name, value, share or null, alarm]] */
  constructor(read, summary) {
    this.element = element('dl', {class: 'facts'});
    this.say = () => {};
    this.read = read;
    this.summary = summary;
    this.lines = new Map();
    this.facts = [];
  }

  update(model) {
    this.facts = this.read(model);
    const names = new Set(this.facts.map(([name]) => name));
    for (const [name, line] of this.lines) {
      if (!names.has(name)) {
        line.row.remove();
        this.lines.delete(name);
      }
    }
    this.facts.forEach((fact) => this.#show(fact));
  }

  #show([name, value, share, alarm]) {
    if (!this.lines.has(name)) {
      this.lines.set(name, this.#line(name));
    }
    const {row, text, bar} = this.lines.get(name);
    say(text, value);
    row.classList.toggle('alarming', Boolean(alarm));
    bar.parentElement.hidden = !Number.isFinite(share ?? NaN);
    bar.style.width = `${Math.round(Math.min(1, Math.max(0, share ?? 0)) * 1000) / 10}%`;
  }

  #line(name) {
    const text = element('dd');
    const bar = element('span', {class: 'fill'});
    const row = element('div', {}, element('dt', {}, name), text, element('span', {class: 'bar', 'aria-hidden': 'true'}, bar));
    this.element.append(row);
    return {row, text, bar};
  }

  redraw() {}

  table() {
    return {columns: ['name', 'value'], rows: this.facts.map(([name, value]) => [name, value])};
  }
}
