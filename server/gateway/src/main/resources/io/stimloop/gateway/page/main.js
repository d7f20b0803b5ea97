import {get, whoAmI} from './data/api.js';
import {Model} from './data/model.js';
import {Stream} from './data/stream.js';
import {byId, say} from './dom.js';
import {address, here} from './route.js';
import {wireTheme} from './theme.js';
import {engineeringPanels} from './view/engineering.js';
import {showLink} from './view/link.js';
import {Alarms, closeNotice, notice} from './view/notice.js';
import {showOrders, wireOrders} from './view/orders.js';
import {Overview} from './view/overview.js';
import {sciencePanels} from './view/science.js';
import {askWho, wireSignIn} from './view/signin.js';
import {nameStop, wireStop} from './view/stop.js';
import {showStrip} from './view/strip.js';

/** The page as a whole: one experiment is followed, all are listed, and what is looked at is drawn ten times a second. */
const DRAW_MS = 100;
const LIST_MS = 1500;
const overview = new Overview(byId('experiments'), (id) => go({id, view: 'science', neuron: null}));
const alarms = new Alarms();
let place = here();
let model = null;
let stream = null;
let session = null;
let server = null;
let panels = {science: [], engineering: []};
let drawn = 0;

const go = (next) => {
  location.hash = address({...place, ...next});
};

function follow() {
  stream?.close();
  closeNotice();
  if (model?.id !== place.id) {
    model = place.id ? new Model(place.id) : null;
    panels = {science: [], engineering: []};
    byId('science').replaceChildren();
    byId('engineering').replaceChildren();
  }
  nameStop(place.id);
  if (model) {
    const followed = model;
    stream = new Stream(place.id, place.neuron, () => followed.trials.last, {
      event: (name, data) => heard(followed, name, data),
      lost: (reason) => followed.lost(reason),
      refused: (failure) => refused(followed, failure),
    });
  }
}

function heard(followed, name, data) {
  followed.take(name, data, performance.now());
  if (name === 'static' && panels.science.length === 0) {
    panels = {science: sciencePanels(data, (neuron) => go({neuron})), engineering: engineeringPanels(data)};
    Object.entries(panels).forEach(([view, made]) => {
      byId(view).replaceChildren(...made.map((panel) => panel.root));
      byId(view).dataset.panels = made.length;
    });
  }
  if (name === 'static') {
    listNeurons(data);
  }
}

function refused(followed, failure) {
  followed.lost(failure.message);
  if (failure.status === 403) {
    askWho(failure.message);
  } else if (place.neuron && followed.heardAt === null) {
    go({neuron: null});
    setTimeout(() => notice(failure.message, 'alarm'));
  } else {
    notice(failure.message, 'alarm');
  }
}

function listNeurons({neurons, dropped}) {
  byId('neuron-choice').hidden = neurons.length < 2;
  byId('neuron').replaceChildren(...neurons.map((name) => new Option(dropped.includes(name) ? `${name} (dropped)` : name, name)));
}

function showPlace() {
  for (const view of ['overview', 'science', 'engineering']) {
    byId(view).hidden = view !== place.view;
    byId(`tab-${view}`).href = address({...place, view});
    byId(`tab-${view}`).setAttribute('aria-current', view === place.view ? 'page' : 'false');
  }
}

function draw(now) {
  requestAnimationFrame(draw);
  if (now - drawn < DRAW_MS || !model) {
    return;
  }
  drawn = now;
  showLink(model, performance.now(), session);
  if (model.fixed && model.state) {
    showStrip(model, performance.now());
    showOrders(model);
    alarms.update(model);
    say(byId('warnings'), model.state.warnings.join(' · '));
    byId('neuron').value = model.fixed.neurons[model.neuron];
    (panels[place.view] ?? []).forEach((panel) => panel.update(model));
  }
}

async function list() {
  try {
    session ??= await whoAmI();
    const {server: now, experiments} = await get('/api/experiments');
    if (server && server.startedAt !== now.startedAt) {
      notice('The server was restarted; the page has come back by itself.', 'done');
    }
    server = now;
    overview.update(experiments, place.id);
    if (!place.id && experiments.length > 0) {
      go({id: experiments.at(-1).id, view: experiments.length > 1 ? 'overview' : 'science'});
    } else if (!place.id) {
      byId('waiting').hidden = true;
      go({view: 'overview'});
    }
  } catch (failure) {
    if (failure.status === 403) {
      askWho(failure.message);
    }
  }
  setTimeout(list, LIST_MS);
}

function moved() {
  const before = place;
  place = here();
  showPlace();
  if (before.id !== place.id || before.neuron !== place.neuron) {
    follow();
  }
}

function pauseAll() {
  const pause = byId('pause-all').getAttribute('aria-pressed') !== 'true';
  byId('pause-all').setAttribute('aria-pressed', String(pause));
  say(byId('pause-all'), pause ? 'Resume plots' : 'Pause plots');
  Object.values(panels).flat().forEach((panel) => panel.pause(pause));
}

wireTheme(byId('theme'), () => Object.values(panels).flat().forEach((panel) => panel.redraw()));
wireStop(() => place.id);
wireOrders(() => model);
wireSignIn(follow);
byId('notice-close').addEventListener('click', closeNotice);
byId('pause-all').addEventListener('click', pauseAll);
byId('neuron').addEventListener('change', () => go({neuron: byId('neuron').value}));
addEventListener('hashchange', moved);
showPlace();
follow();
list();
requestAnimationFrame(draw);
