package io.stimloop.inference.grid;

import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.Maintenance;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.StimulusPredictor;
import io.stimloop.inference.points.GroupedTrials;
import io.stimloop.inference.points.Marginal;
import io.stimloop.inference.points.PointBelief;
import io.stimloop.inference.points.WeightedPoints;
import io.stimloop.inference.response.ParameterAxis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * A grid belief whose grid follows its mass: when a parameter has come to be known to few steps of its axis, the axis is
 * laid anew about the mass with as many values, and all trials so far are learned again on the new grid. That is
 * maintenance, done beside the loop; a trial costs what it costs on a grid that stays. Depends on nothing but the trials
 * and on after which of them the work was begun and adopted.
 *
 * <p>After {@value GroupedTrials#MOST_DISTINCT} distinct responses to distinct stimuli the trials are not kept any longer and the grid
 * stays as it is.
 *
 * <p>The entropy is that over the cells of the first grid: what a finer grid adds by having finer cells is taken off.
 */
final class RefiningBelief implements PointBelief {
    static final int NEWEST_STATE = 1;
    /** Of the refinements that are recorded: the latest. */
    static final int MOST_RECORDED = 1000;

    private static final String REFINEMENTS = "refinements";
    private static final String CLOSED = "closed";

    private final RefinedGrid grid;
    private final List<GridRefinement> refinements;
    private GroupedTrials trials;
    private boolean closed;
    private List<AxisRange> ranges;
    private GridBelief belief;
    private @Nullable LayingAnew underWay;
    private @Nullable Asked asked;
    private LaidGrid.@Nullable Ready ready;

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
        RefiningBelief restored = new RefiningBelief(grid, GroupedTrials.read(grid.family(), state),
                refinements,
                ranges, GridBelief.restored(model, inner));
        restored.closed = state.arrays().containsKey(CLOSED);
        return restored;
    }

    private static String kind(GridModel model) {
        return "refined " + model.kind();
    }

    @Override
    public double condition(double[] stimulus, double[] response) {
        double logLikelihood = belief.condition(stimulus, response);
        if (!closed) {
            keep(stimulus, response);
        }
        return logLikelihood;
    }

    private void keep(double[] stimulus, double[] response) {
        trials.add(stimulus, response[0]);
        if (underWay != null && !underWay.missed(stimulus, response)) {
            underWay = null;
        }
        if (trials.warning().isPresent()) {
            trials = new GroupedTrials(grid.family());
            closed = true;
            underWay = null;
        }
    }

    @Override
    public Optional<Maintenance> maintenance() {
        List<AxisRange> next = closed ? ranges : grid.next(ranges, belief.marginals());
        if (next.equals(ranges)) {
            return Optional.empty();
        }
        underWay = new LayingAnew(this, grid, next, trials.copy(), asked);
        return Optional.of(underWay);
    }

    /** Goes over to a grid that was laid anew; nothing changes when another was begun since, or too much was missed. */
    void adopt(LayingAnew work, LaidGrid laid) {
        if (!work.equals(underWay)) {
            return;
        }
        work.catchUp(laid.belief());
        underWay = null;
        belief = laid.belief();
        ready = laid.ready();
        ranges = laid.refinements().getLast().ranges();
        refinements.addAll(laid.refinements());
        if (refinements.size() > MOST_RECORDED) {
            refinements.subList(0, refinements.size() - MOST_RECORDED).clear();
        }
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
    public double entropyAtHand() {
        return belief.entropyAtHand() + grid.logCellSize(ranges);
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
        return new RefiningPredictor(this, Asked.of(candidates, question));
    }

    /** The way to the answers on the grid as it is now; made beforehand where they were asked for before it was laid. */
    ResponsePredictor answering(Asked wanted) {
        asked = wanted;
        LaidGrid.Ready made = ready;
        return made != null && made.asked().equals(wanted)
                ? made.predictor()
                : belief.predictor(wanted.candidates(), wanted.question());
    }

    @Override
    public Optional<StimulusPredictor> anywhere(Question question) {
        return Optional.of(new RefiningAnywhere(this, question));
    }

    @Override
    public ResponseForecast forecast(double[] stimulus) {
        return belief.forecast(stimulus);
    }

    /** Anywhere in a cell of the grid: the mass of a value is taken to lie evenly half a step to both sides. */
    @Override
    public double[] draw(int unit, UniformRandomProvider random) {
        double[] drawn = belief.draw(unit, random);
        for (int p = 0; p < drawn.length; p++) {
            double[] values = belief.axes().get(p).values();
            if (values.length >= AxisRange.LEAST_VALUES) {
                int at = Arrays.binarySearch(values, drawn[p]);
                drawn[p] = grid.rulers().get(p).near(ranges.get(p), at, random.nextDouble() - 0.5);
            }
        }
        return drawn;
    }

    @Override
    public double[] drawCurve(int unit, double[][] stimuli, UniformRandomProvider random) {
        return belief.model().truth(draw(unit, random)).expected(unit, stimuli);
    }

    @Override
    public RefiningBelief copy() {
        RefiningBelief copy = new RefiningBelief(grid, trials.copy(), new ArrayList<>(refinements), ranges,
                belief.copy());
        copy.closed = closed;
        return copy;
    }

    @Override
    public BeliefState state() {
        BeliefState inner = belief.state();
        TreeMap<String, double[]> arrays = new TreeMap<>(inner.arrays());
        trials.writeTo(arrays);
        arrays.put(REFINEMENTS, GridRefinement.write(refinements));
        if (closed) {
            arrays.put(CLOSED, new double[]{1});
        }
        return new BeliefState("refined " + inner.kind(), NEWEST_STATE, inner.trials(), arrays);
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(belief.warnings());
        if (closed) {
            warnings.add("refinement: the grid stays as it is after more than " + GroupedTrials.MOST_DISTINCT
                    + " different responses to different stimuli");
        }
        return warnings;
    }

    /** What the grid covers now, for people: of each unknown parameter its range. */
    String axes() {
        return String.join(", ", belief.axes().stream().filter(axis -> axis.size() > 1)
                .map(axis -> axis.name() + " from " + rounded(axis.first()) + " to " + rounded(axis.last()))
                .toList());
    }

    private static String rounded(double value) {
        return Float.toString((float) value);
    }
}
