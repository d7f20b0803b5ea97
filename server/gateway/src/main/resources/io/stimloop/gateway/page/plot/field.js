import {colour} from '../colours.js';
import {element} from '../dom.js';

/** A canvas of its own for what is no line: it keeps itself sharp at its size, and tells what is under the pointer. */
export class Field {
  /**
   * @param draw  (ink, width, height) draws all, in CSS pixels
   * @param words (x, y) -> text for what is there; empty for nothing
   */
  constructor(label, draw, words = () => '') {
    this.canvas = element('canvas', {tabindex: '0', role: 'img', 'aria-label': label});
    this.element = element('div', {class: 'field'}, this.canvas);
    this.say = () => {};
    this.draw = draw;
    this.canvas.addEventListener('pointermove', (event) => this.say(words(event.offsetX, event.offsetY)));
    this.canvas.addEventListener('pointerleave', () => this.say(''));
    new ResizeObserver(() => this.redraw()).observe(this.element);
  }

  get width() {
    return this.element.clientWidth;
  }

  get height() {
    return this.element.clientHeight;
  }

  redraw() {
    const scale = devicePixelRatio || 1;
    const {width, height} = this;
    if (width < 20 || height < 20) {
      return;
    }
    if (this.canvas.width !== Math.round(width * scale) || this.canvas.height !== Math.round(height * scale)) {
      this.canvas.width = Math.round(width * scale);
      this.canvas.height = Math.round(height * scale);
    }
    const ink = this.canvas.getContext('2d');
    ink.setTransform(scale, 0, 0, scale, 0, 0);
    ink.clearRect(0, 0, width, height);
    ink.font = '11px system-ui, sans-serif';
    ink.fillStyle = colour('faint');
    this.draw(ink, width, height);
  }
}

/** Writes a text, shortened to a width. */
export function write(ink, text, x, y, {align = 'left', role = 'faint', most = Infinity} = {}) {
  ink.textAlign = align;
  ink.fillStyle = colour(role);
  let shown = text;
  while (shown.length > 1 && ink.measureText(shown).width > most) {
    shown = `${shown.slice(0, -2)}…`;
  }
  ink.fillText(shown, x, y);
}
