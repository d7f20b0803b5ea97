import uPlot from '../vendor/uplot/uPlot.js';
import {colour} from '../colours.js';
import {element} from '../dom.js';
import {labelled, short, withUnit} from '../numbers.js';

/**
 * Lines, points and bands over one axis. A series is {label, unit, role, kind: line|points|hidden|paint, dash, width, paint}.
 * Hover and the arrow keys move a cursor; what is under it is told in words.
 */
const HEIGHT = 160;
const FONT = '11px system-ui, sans-serif';

function axis({label, unit, splits, shown}, side) {
  return {
    stroke: () => colour('faint'), grid: {stroke: () => colour('grid'), width: 1}, ticks: {show: false},
    font: FONT, labelFont: FONT, label: labelled(label, unit), labelSize: 16, labelGap: 0,
    size: side === 'x' ? 26 : 46, space: side === 'x' ? 60 : 34,
    splits, values: (plot, values) => values.map((value) => (shown ? shown(value) : short(value, 4))),
  };
}

function line(series) {
  const ink = () => colour(series.role ?? 'accent');
  const made = {label: series.label, stroke: ink, width: series.width ?? 2, dash: series.dash, spanGaps: true, points: {show: false}};
  if (series.kind === 'points') {
    Object.assign(made, {paths: () => null, points: {show: true, size: series.size ?? 6, fill: ink, stroke: ink}});
  } else if (series.kind === 'hidden') {
    Object.assign(made, {stroke: 'transparent', width: 0});
  } else if (series.kind === 'paint') {
    Object.assign(made, {paths: (plot, index, from, to) => series.paint(plot, index, from, to) ?? null});
  }
  return made;
}

export class Chart {
  /** @param options {x: {label, unit, range, splits, shown}, y: likewise, series, bands: [[upper, lower, role]], paint, words} */
  constructor(options) {
    this.options = options;
    this.data = [[], ...options.series.map(() => [])];
    this.element = element('div', {class: 'chart', tabindex: '0', role: 'img'});
    this.element.addEventListener('keydown', (event) => this.#key(event));
    this.say = () => {};
    this.plot = null;
    new ResizeObserver(() => this.#resize()).observe(this.element);
  }

  get canvas() {
    return this.plot?.ctx.canvas ?? null;
  }

  #configuration() {
    const {x, y, series, bands = [], paint} = this.options;
    return {
      width: 300, height: HEIGHT, legend: {show: false}, padding: [8, 18, 0, 0],
      scales: {x: {time: false, range: x.range}, y: {range: y.range}},
      axes: [axis(x, 'x'), axis(y, 'y')],
      series: [{label: x.label}, ...series.map(line)],
      bands: bands.map(([upper, lower, role]) => ({series: [upper, lower], fill: () => colour(role)})),
      cursor: {drag: {setScale: false, x: false, y: false}, points: {show: true, size: 7}},
      hooks: {setCursor: [(plot) => this.#hover(plot)], draw: paint ? [(plot) => paint(plot, plot.ctx)] : []},
    };
  }

  /** Draws columns: the axis first, then each series, equally long. */
  set(data) {
    this.data = data;
    if (this.plot === null) {
      this.plot = new uPlot(this.#configuration(), data, this.element);
      this.#resize();
    } else {
      this.plot.setData(data);
    }
    this.#hover(this.plot);
  }

  redraw() {
    this.plot?.redraw(false, true);
  }

  #resize() {
    const {clientWidth, clientHeight} = this.element;
    if (this.plot && clientWidth > 40 && clientHeight > 40) {
      this.plot.setSize({width: clientWidth, height: clientHeight});
    }
  }

  #key(event) {
    const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (step && this.plot && this.data[0].length > 0) {
      const at = this.plot.cursor.idx ?? (step > 0 ? -1 : this.data[0].length);
      const next = Math.min(this.data[0].length - 1, Math.max(0, at + step));
      this.plot.setCursor({left: this.plot.valToPos(this.data[0][next], 'x'), top: 10});
      event.preventDefault();
    }
  }

  #hover(plot) {
    const index = plot.cursor.left >= 0 ? plot.cursor.idx : null;
    this.say(index === null || index === undefined ? '' : this.words(index));
  }

  /** What stands at one place of the axis. */
  words(index) {
    const {x, series, words} = this.options;
    if (words) {
      return words(index, this.data);
    }
    const values = series.map((each, k) => [each, this.data[k + 1][index]])
        .filter(([, value]) => value !== null && value !== undefined && !Number.isNaN(value))
        .map(([each, value]) => `${each.label} ${withUnit(short(value, 4), each.unit)}`);
    return [`${x.label} ${withUnit(short(this.data[0][index], 5), x.unit)}`, ...values].join(' · ');
  }

  table() {
    const {x, series} = this.options;
    const columns = [x, ...series].map(({label, unit}) => (unit && unit !== '1' ? `${label} [${unit}]` : label));
    return {columns, rows: Array.from(this.data[0], (at, row) => this.data.map((column) => column[row]))};
  }
}
