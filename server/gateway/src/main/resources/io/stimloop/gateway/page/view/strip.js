import {byId, element, say} from '../dom.js';
import {duration, fixed, percent, short, whole, withUnit} from '../numbers.js';

/** The status strip: what one must be able to read from three metres. */
const SILENT_MS = 3000;
const WORDS = {CREATED: 'WAITING', RUNNING: 'RUNNING', PAUSED: 'PAUSED', FINISHED: 'FINISHED', HALTED: 'HALTED'};

/** One word for how it stands: what ended it, else whether it is armed, else how it runs. */
export function standing({state, arming, rigs}) {
  if (arming.required && arming.state && (state === 'CREATED' || state === 'RUNNING')) {
    return arming.state;
  }
  const pilot = state === 'RUNNING' && rigs.length > 0 && rigs.every(({simulated}) => simulated);
  return pilot ? 'PILOT' : WORDS[state] ?? state;
}

function mood(word) {
  if (word === 'HALTED' || word === 'FAULTED') {
    return 'alarm';
  }
  return word === 'RUNNING' || word === 'ARMED' || word === 'PILOT' ? 'live' : 'still';
}

export function showStrip(model, now) {
  const {fixed: about, state} = model;
  say(byId('name'), about.name || about.id);
  say(byId('about'), [about.animal ? `animal ${about.animal}` : '', about.id].filter(Boolean).join(' · '));
  const word = standing(state);
  say(byId('state'), word);
  byId('state').parentElement.dataset.mood = mood(word);
  say(byId('state-detail'), detail(word, state));
  byId('state-detail').title = detail(word, state);
  showTrial(about, state);
  showTime(about, state);
  showRigs(state.rigs, model.age(now), state.state);
  showBudgets(state.budgets);
}

function detail(word, {state, reason, arming, rigs}) {
  if (arming.required && word === arming.state) {
    return arming.missing.length > 0 ? `needs ${arming.missing.join(', ')}` : arming.armedBy ? `by ${arming.armedBy}` : arming.reason;
  }
  return reason || (word === 'PILOT' ? 'simulated, no animal' : state === 'CREATED' && rigs.length === 0 ? 'for a rig' : '');
}

function showTrial({maxTrials}, {trials, ratePerSecond}) {
  say(byId('trial'), whole(trials));
  say(byId('rate'), `${maxTrials ? `of ${whole(maxTrials)} · ` : ''}${fixed(ratePerSecond, 1)} per s`);
  byId('progress-bar').hidden = !maxTrials;
  byId('progress').style.width = percent(maxTrials ? Math.min(1, trials / maxTrials) : 0);
}

function showTime({deadlineMs}, {p99Ms, missedOf100}) {
  say(byId('deadline'), short(deadlineMs));
  say(byId('p99'), short(p99Ms));
  say(byId('misses'), `${whole(missedOf100)} of 100 late`);
  const tile = byId('p99').closest('.tile');
  tile.classList.toggle('alarming', p99Ms > deadlineMs * 1.02 || missedOf100 > 0);
  byId('p99-fill').style.width = percent(Math.min(1, (p99Ms ?? 0) / deadlineMs));
}

/** Reuses the lines of a list, so that nothing flickers and nothing is made anew twenty times a second. */
function lines(list, count, make) {
  while (list.children.length > count) {
    list.lastElementChild.remove();
  }
  while (list.children.length < count) {
    list.append(make());
  }
  return [...list.children];
}

function showRigs(rigs, age, state) {
  const shown = lines(byId('rigs'), Math.max(1, Math.min(3, rigs.length)), () => element('li', {}, element('span', {class: 'rig'}), element('span', {class: 'ago'})));
  if (rigs.length === 0) {
    say(shown[0].children[0], 'none connected');
    say(shown[0].children[1], '');
    shown[0].className = state === 'RUNNING' ? 'alarming' : '';
    return;
  }
  shown.forEach((line, k) => {
    const {id, quietMs, recorder, stimulator} = rigs[k];
    const ago = quietMs === null ? NaN : quietMs + age;
    const roles = recorder && stimulator ? '' : recorder ? ' (recorder)' : ' (stimulator)';
    say(line.children[0], k === 2 && rigs.length > 3 ? `and ${rigs.length - 2} more` : id + roles);
    line.title = id;
    say(line.children[1], Number.isNaN(ago) ? 'connected' : `${duration(ago)} ago`);
    line.className = ago > SILENT_MS && state === 'RUNNING' ? 'alarming' : '';
  });
}

function showBudgets(budgets) {
  const worst = [...budgets].sort((a, b) => b.used / b.limit - a.used / a.limit).slice(0, 3);
  const shown = lines(byId('budgets'), worst.length, () => element('li', {}, element('span', {class: 'budget'}), element('span'),
      element('span', {class: 'bar', 'aria-hidden': 'true'}, element('span', {class: 'fill'}))));
  shown.forEach((line, k) => {
    const {name, used, limit, unit} = worst[k];
    say(line.children[0], name);
    say(line.children[1], percent(used / limit));
    line.title = `${name}: ${short(used)} of ${withUnit(short(limit), unit)}`;
    line.children[2].firstElementChild.style.width = percent(Math.min(1, used / limit));
    line.className = used > 0.9 * limit ? 'alarming' : '';
  });
}
