import {byId, say} from '../dom.js';

/** What the operator must know of now: one line under the strip, until it is closed or something else takes its place. */
export function notice(text, kind = 'info') {
  byId('notice').hidden = false;
  byId('notice').dataset.kind = kind;
  say(byId('notice-text'), text);
}

export function closeNotice() {
  byId('notice').hidden = true;
  say(byId('notice-text'), '');
}

/** Reads alarms out, for those who do not look. */
export class Alarms {
  #heard = null;

  update(model) {
    const last = model.log.filter(({severity}) => severity === 'alarm').at(-1);
    const key = last ? last.at + last.text : '';
    if (this.#heard !== null && key !== this.#heard && last) {
      say(byId('alarms'), `Alarm: ${last.text}`);
    }
    this.#heard = key;
  }
}
