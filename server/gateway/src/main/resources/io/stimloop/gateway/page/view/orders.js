import {command, experimentPath} from '../data/api.js';
import {byId, element, say} from '../dom.js';
import {notice} from './notice.js';

/**
 * Orders other than the stop: arm after a confirmation that names everything, disarm, pause, resume. The confirmation
 * stands beside the stop, not before it: it can be pressed meanwhile.
 */
const NAME = 'stimloop.operator';
const HASH_SHOWN = 12;

function facts({fixed, state}) {
  const {limits} = fixed;
  const missing = state.arming.missing;
  return [
    ['Experiment', fixed.name || fixed.id],
    ['Animal', fixed.animal || 'not named in the experiment file'],
    ['Rig', state.arming.rigIds.join(', ') || 'none connected'],
    ['Limits', `version ${limits.version} by ${limits.author}, ${limits.sha256.slice(0, HASH_SHOWN)}…`],
    ['Missing', missing.length === 0 ? 'nothing' : missing.join('; ')],
  ];
}

async function order(model, name, body, done) {
  try {
    const {state} = await command(`${experimentPath(model.id)}/${name}`, body);
    notice(done(state), 'done');
    return '';
  } catch (failure) {
    return failure.message;
  }
}

async function plain(model, name, body, done) {
  const fault = await order(model, name, body, done);
  if (fault) {
    notice(`Not done (${name}): ${fault}`, 'alarm');
  }
}

const operator = () => localStorage.getItem(NAME) || 'operator';

/** @param shown a function: the model of the experiment in the strip, or null */
export function wireOrders(shown) {
  const dialog = byId('arming');
  let seen = null;
  byId('arm').addEventListener('click', () => {
    const model = shown();
    seen = {limitsSha256: model.fixed.limits.sha256, rigIds: model.state.arming.rigIds};
    byId('arming-facts').replaceChildren(...facts(model).flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));
    byId('operator').value = localStorage.getItem(NAME) ?? '';
    say(byId('arming-fault'), '');
    dialog.show();
    byId('operator').focus();
  });
  dialog.addEventListener('keydown', (event) => event.key === 'Escape' && dialog.close());
  byId('arming-no').addEventListener('click', () => dialog.close());
  dialog.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    localStorage.setItem(NAME, byId('operator').value);
    const fault = await order(shown(), 'arm', {operator: byId('operator').value, ...seen}, () => `Armed by ${byId('operator').value}.`);
    say(byId('arming-fault'), fault);
    if (!fault) {
      dialog.close();
    }
  });
  byId('disarm').addEventListener('click', () => plain(shown(), 'disarm', {operator: operator(), reason: 'disarmed from the page'}, () => 'Disarmed.'));
  byId('pause-run').addEventListener('click', () => plain(shown(), 'pause', {reason: 'paused from the page'}, () => 'Paused.'));
  byId('resume-run').addEventListener('click', () => plain(shown(), 'resume', {reason: 'resumed from the page'}, () => 'Resumed.'));
}

/** Offers what is possible now. */
export function showOrders({state}) {
  const {required, state: arming} = state.arming;
  const over = state.state === 'HALTED' || state.state === 'FINISHED';
  byId('arm').hidden = !required || over || arming === 'ARMED' || arming === 'FAULTED';
  say(byId('arm'), state.arming.epoch > 1 && state.trials > 0 ? 'Re-arm' : 'Arm');
  byId('disarm').hidden = !required || over || (arming !== 'ARMED' && arming !== 'FAULTED');
  byId('pause-run').hidden = state.state !== 'RUNNING';
  byId('resume-run').hidden = state.state !== 'PAUSED';
}
