import {byId, say} from '../dom.js';
import {clock, duration} from '../numbers.js';

/** Whether what is shown is fresh. A page that hears nothing turns grey and says for how long; it must never look alive. */
const STALE_MS = 2000;

export function showLink(model, now, session) {
  const age = model.age(now);
  const stale = model.link === 'lost' || age > STALE_MS;
  document.documentElement.dataset.link = model.heardAt === null ? 'connecting' : stale ? 'stale' : 'live';
  byId('waiting').hidden = model.heardAt !== null;
  byId('stale').hidden = !stale;
  if (stale) {
    const why = model.link === 'lost' ? model.linkReason : 'the server sends nothing new';
    say(byId('stale'), model.heardAt === null ? `Not connected: ${why}. Trying again …`
        : `Not live: ${why}. What you see is ${duration(Math.round(age / 1000) * 1000)} old. Trying again …`);
  }
  const who = session ? ` · ${session.name} (${session.role})` : '';
  say(byId('link'), stale ? `stale${who}` : `live, ${clock(new Date().toISOString())}${who}`);
}
