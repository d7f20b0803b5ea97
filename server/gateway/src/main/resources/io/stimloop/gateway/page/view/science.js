import {CellsPlot} from '../plot/cells.js';
import {CurvePlot} from '../plot/curve.js';
import {FilterPlot} from '../plot/filter.js';
import {HistoryPlot} from '../plot/history.js';
import {InformationPlot} from '../plot/information.js';
import {MapPlot} from '../plot/map.js';
import {MarginalsPlot} from '../plot/marginals.js';
import {Panel} from '../plot/panel.js';
import {TargetsPlot} from '../plot/targets.js';
import {UtilityPlot} from '../plot/utility.js';

/** What is learned: the panels that suit the experiment, in the order in which a person asks. */
function prediction(fixed) {
  if (fixed.targets || fixed.dimensions.length > 2) {
    return new Panel('curve', fixed.targets ? 'Weights of the targets' : 'Receptive field', new FilterPlot());
  }
  return fixed.dimensions.length === 2
      ? new Panel('curve', 'Response map', new MapPlot(fixed))
      : new Panel('curve', 'Tuning curve', new CurvePlot(fixed));
}

/** @param choose is told which neuron to show in detail */
export function sciencePanels(fixed, choose) {
  const panels = [
    prediction(fixed),
    ...(fixed.targets ? [new Panel('targets', 'Targets', new TargetsPlot(fixed))] : []),
    new Panel('marginals', 'Parameters', new MarginalsPlot(fixed)),
    new Panel('information', 'Information', new InformationPlot(fixed)),
    new Panel('utility', 'Utility', new UtilityPlot(fixed)),
    new Panel('history', 'Stimuli', new HistoryPlot(fixed)),
  ];
  if (fixed.neurons.length > 1) {
    panels.push(new Panel('cells', 'Neurons', new CellsPlot(choose)));
  }
  return panels;
}
