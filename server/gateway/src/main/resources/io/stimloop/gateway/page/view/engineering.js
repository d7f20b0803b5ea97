import {LogPlot} from '../plot/log.js';
import {MissesPlot} from '../plot/misses.js';
import {Panel} from '../plot/panel.js';
import {PausesPlot} from '../plot/gc.js';
import {TimesPlot} from '../plot/times.js';
import {foresightPlot, searchPlot, stagesPlot} from '../plot/loop.js';

/** How well the loop does: on time, why not, and what happened. */
export function engineeringPanels(fixed) {
  return [
    new Panel('times', 'Decision times', new TimesPlot(fixed)),
    new Panel('misses', 'Late decisions', new MissesPlot(fixed)),
    new Panel('stages', 'Stages and budgets', stagesPlot()),
    new Panel('search', 'Search and model', searchPlot()),
    new Panel('foresight', 'Foresight', foresightPlot()),
    new Panel('gc', 'GC pauses', new PausesPlot()),
    new Panel('log', 'Events', new LogPlot(), 'log-panel'),
  ];
}
