package io.stimloop.inference.grid;

import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.points.GroupedTrials;
import io.stimloop.inference.points.Marginal;
import io.stimloop.inference.points.PointBelief;
import io.stimloop.inference.points.WeightedPoints;
import io.stimloop.inference.response.ParameterAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A grid belief whose grid follows its mass: when a parameter has come to be known to few steps of its axis, the axis is
 * laid anew about the mass with as many values, and all trials so far are learned again on the new grid. Depends on
 * nothing but the trials.
 *
 * <p>The entropy is that over the cells of the first grid: what a finer grid adds by having finer cells is taken off.
 */
final class RefiningBelief implements PointBelief {
    static final int NEWEST_STATE = 1;

    private static final String REFINEMENTS = "refinements";
    /** Grids made after one trial; the next trial goes on. */
    private static final int MOST_AT_ONCE = 3;

    private final RefinedGrid grid;
    private final GroupedTrials trials;
    private final List<GridRefinement> refinements;
    private List<AxisRange> ranges;
    private GridBelief belief;

    /** The prior. */
    RefiningBelief(RefinedGrid grid) {
        this(grid, new GroupedTrials(grid.family()), new ArrayList<>(), grid.firstRanges(),
                new GridBelief(grid.on(grid.firstRanges())));
    }

    private RefiningBelief(RefinedGrid grid, GroupedTrials trials, List<GridRefinement> refinements,
            List<AxisRange> ranges, GridBelief belief) {
        this.grid = grid;
        this.trials = trials;
        this.refinements = refinements;
        this.ranges = ranges;
        this.belief = belief;
    }

    /** The belief that was taken apart by {@link #state()}. */
    static RefiningBelief restored(RefinedGrid grid, BeliefState state) {
        GridModel first = grid.on(grid.firstRanges());
        state.require(kind(first), NEWEST_STATE);
        List<GridRefinement> refinements = GridRefinement.read(state, REFINEMENTS, grid.rulers().size());
        List<AxisRange> ranges = refinements.isEmpty() ? grid.firstRanges() : refinements.getLast().ranges();
        GridModel model = refinements.isEmpty() ? first : grid.on(ranges);
        BeliefState inner = new BeliefState(model.kind(), GridBelief.NEWEST_STATE, state.trials(),
                state.arrays());
        return new RefiningBelief(grid, GroupedTrials.read(grid.family(), state), refinements, ranges,
                GridBelief.restored(model, inner));
    }

    private static String kind(GridModel model) {
        return "refined " + model.kind();
    }

    @Override
    public double condition(double[] stimulus, double[] response) {
        double logLikelihood = belief.condition(stimulus, response);
        trials.add(stimulus, response[0]);
        for (int i = 0; i < MOST_AT_ONCE && refine(); i++) {
            refinements.add(new GridRefinement(belief.trials(), ranges));
        }
        return logLikelihood;
    }

    private boolean refine() {
        List<AxisRange> next = grid.next(ranges, belief.marginals());
        if (next.equals(ranges)) {
            return false;
        }
        ranges = next;
        GridModel model = grid.on(ranges);
        belief = new GridBelief(model, TrialsAgain.learned(model, grid.family(), trials), belief.trials());
        return true;
    }

    /** The belief on the grid as it is now. */
    GridBelief now() {
        return belief;
    }

    @Override
    public WeightedPoints points() {
        return belief.points();
    }

    @Override
    public long trials() {
        return belief.trials();
    }

    @Override
    public double entropyNats() {
        return belief.entropyNats() + grid.logCellSize(ranges);
    }

    @Override
    public List<ParameterSummary> parameters(int unit) {
        List<ParameterSummary> summaries = new ArrayList<>();
        List<double[]> marginals = belief.marginals();
        for (int p = 0; p < marginals.size(); p++) {
            ParameterAxis axis = belief.axes().get(p);
            AxisRuler ruler = grid.rulers().get(p);
            summaries.add(Marginal.summary(axis.name(), axis.values(), marginals.get(p), ruler.period(),
                    ruler.axis().first()));
        }
        return summaries;
    }

    @Override
    public List<CurvePoint> curve(int unit, double[][] stimuli) {
        return belief.curve(unit, stimuli);
    }

    @Override
    public ResponsePredictor predictor(double[][] candidates, Question question) {
        return new RefiningPredictor(this, candidates, question);
    }

    @Override
    public ResponseForecast forecast(double[] stimulus) {
        return belief.forecast(stimulus);
    }

    @Override
    public double[] draw(int unit, UniformRandomProvider random) {
        return belief.draw(unit, random);
    }

    @Override
    public RefiningBelief copy() {
        return new RefiningBelief(grid, trials.copy(), new ArrayList<>(refinements), ranges, belief.copy());
    }

    @Override
    public BeliefState state() {
        BeliefState inner = belief.state();
        TreeMap<String, double[]> arrays = new TreeMap<>(inner.arrays());
        trials.writeTo(arrays);
        arrays.put(REFINEMENTS, GridRefinement.write(refinements));
        return new BeliefState("refined " + inner.kind(), NEWEST_STATE, inner.trials(), arrays);
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(belief.warnings());
        if (!refinements.isEmpty()) {
            warnings.add("the grid was refined " + refinements.size() + " times, last after trial "
                    + refinements.getLast().trial() + ": " + axes());
        }
        return warnings;
    }

    private String axes() {
        return String.join(", ", belief.axes().stream().filter(axis -> axis.size() > 1)
                .map(axis -> axis.name() + " from " + rounded(axis.first()) + " to " + rounded(axis.last()))
                .toList());
    }

    private static String rounded(double value) {
        return Float.toString((float) value);
    }
}
