import {command, experimentPath} from '../data/api.js';
import {byId, say} from '../dom.js';
import {duration} from '../numbers.js';
import {notice} from './notice.js';

/** The stop: a press of the button, or Escape held. A short press of Escape closes a dialog, as everywhere. */
const HOLD_MS = 600;

/** What came of a stop, for people. */
function told({halted, rigs}) {
  const stopped = halted.length === 0 ? 'Nothing was running any more' : `Stopped ${halted.join(', ')}`;
  const said = rigs.map(({rig, safe, detail, tookMs}) => `${rig} ${safe ? `is safe after ${duration(tookMs)}` : 'DID NOT SAY THAT IT IS SAFE'}${detail ? ` (${detail})` : ''}`);
  return [`${stopped}.`, ...said.map((line) => `${line}.`)].join(' ');
}

async function stop(path, reason) {
  notice('Stopping …', 'alarm');
  try {
    const answer = await command(path, {reason});
    notice(told(answer), answer.rigs.every(({safe}) => safe) ? 'done' : 'alarm');
  } catch (failure) {
    notice(`The stop did not reach the server: ${failure.message}. Use the switch of the rig.`, 'alarm');
  }
}

/** Wires button and key; shown is a function: the id of the experiment in the strip, or null for all. */
export function wireStop(shown) {
  const now = (how) => stop(shown() ? `${experimentPath(shown())}/stop` : '/api/stop', `stopped by the operator (${how})`);
  byId('stop').addEventListener('click', () => now('button'));
  byId('stop-all').addEventListener('click', () => stop('/api/stop', 'all stopped by the operator (button)'));
  let held = 0;
  const release = () => {
    clearTimeout(held);
    held = 0;
    byId('stop').classList.remove('held');
  };
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && held === 0) {
      byId('stop').classList.add('held');
      held = setTimeout(() => {
        byId('stop').classList.remove('held');
        now('key');
      }, HOLD_MS);
    }
  }, {capture: true});
  addEventListener('keyup', (event) => event.key === 'Escape' && release(), {capture: true});
  addEventListener('blur', release);
}

/** Says what the button stops. */
export function nameStop(name) {
  byId('stop').setAttribute('aria-label', name ? `Stop ${name}` : 'Stop all experiments');
  byId('stop').toggleAttribute('data-all', !name);
  say(byId('stop').firstElementChild, name ? 'Stop' : 'Stop all');
}
