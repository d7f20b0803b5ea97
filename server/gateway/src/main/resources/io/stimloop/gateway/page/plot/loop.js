import {percent, short, whole, withUnit} from '../numbers.js';
import {Facts} from './facts.js';

/** The numbers of the loop: its stages and the safety budgets, its search, what it foresaw, and whether the model fits. */
const longest = (stages) => Math.max(...stages.map(({p99Ms}) => p99Ms ?? 0), 1e-9);

export const stagesPlot = () => new Facts(
    ({state}) => [
      ...state.stages.map(({name, p50Ms, p99Ms}) => [name, `${short(p50Ms)} / ${short(p99Ms)} ms`, (p99Ms ?? 0) / longest(state.stages), false]),
      ...state.budgets.map(({name, used, limit, unit}) => [name, `${short(used)} of ${withUnit(short(limit), unit)}`, used / limit, used > 0.9 * limit]),
    ],
    ({fixed}) => `median / p99 of each stage, together within ${short(fixed.deadlineMs)} ms; then the safety budgets`);

function search({state}) {
  const {latest} = state;
  if (!latest) {
    return check(state);
  }
  const facts = [
    ['scored', `${whole(latest.evaluated)} of ${whole(latest.candidates)}`, latest.candidates ? latest.evaluated / latest.candidates : null],
    ['took', `${short(latest.tookMs)} ms`],
    ['slack', `${short(latest.slackMs)} ms`, null, latest.slackMs < 0],
    ['utility', short(latest.utility)],
    ['ahead of the runner-up by', short(latest.margin)],
  ];
  if (latest.skipped > 0) {
    facts.push(['could not be scored', whole(latest.skipped), null, true]);
  }
  if (Number.isFinite(latest.bound)) {
    facts.push(['no more than', short(latest.bound)]);
  }
  return [...facts, ...check(state)];
}

export const searchPlot = () => new Facts(search, ({state}) => (state.latest ? `trial ${state.latest.trial}: ${state.latest.reason}` : 'no decision yet'));

function foresight({state}) {
  const {foreseen, of, coveredMass, savedMs} = state.foresight;
  const all = Object.values(state.sources).reduce((sum, count) => sum + count, 0);
  return [
    ['foreseen', `${whole(foreseen)} of ${whole(of)}`, of ? foreseen / of : null],
    ['responses covered', percent(coveredMass), coveredMass],
    ['time saved each', `${short(savedMs)} ms`],
    ...Object.entries(state.sources).map(([source, count]) => [source.toLowerCase(), whole(count), count / all, source === 'FALLBACK' && count > all / 10]),
  ];
}

export const foresightPlot = () => new Facts(foresight, () => 'decisions that were ready before the response came, and where all came from');

function check(state) {
  const facts = [];
  if (state.modelCheck) {
    const {misfitP, driftP, misfit, drift} = state.modelCheck;
    facts.push(['model misfit', `p = ${short(misfitP)}`, null, misfit], ['model drift', `p = ${short(driftP)}`, null, drift]);
  }
  state.warnings.forEach((warning, k) => facts.push([`warning ${k + 1}`, warning, null, true]));
  return facts;
}
