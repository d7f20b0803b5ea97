import {keepBearer} from '../data/api.js';
import {byId, say} from '../dom.js';

/** Asks for the visitor's token where the server wants one. */
export function wireSignIn(again) {
  byId('asking').querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault();
    keepBearer(byId('bearer').value.trim());
    byId('bearer').value = '';
    byId('asking').close();
    again();
  });
}

export function askWho(why) {
  say(byId('asking-fault'), why);
  if (!byId('asking').open) {
    byId('asking').showModal();
  }
}
