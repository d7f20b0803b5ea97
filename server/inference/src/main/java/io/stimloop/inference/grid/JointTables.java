package io.stimloop.inference.grid;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.response.ResponseTable;
import io.stimloop.inference.response.TuningCurve;
import io.stimloop.numerics.kernel.RateKnots;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What it takes to predict the counts of many neurons with the same tuning curve's grid, and no trial changes: for every
 * candidate, where each cell of the grid lies among the knots of the rate, worked out once for all neurons. Immutable.
 */
public final class JointTables {
    /** Beyond it, the neurons are predicted one by one. */
    private static final long MOST_BYTES = 128 << 20;
    private static final long VIEWS = 2;
    private static final long BELIEFS = 2;

    private final TuningCurveGrid grid;
    private final CellMoves[] moves;
    private final ResponseTable responses;
    private final CountTiles tiles;

    private JointTables(TuningCurveGrid grid, double[][] candidates) {
        TuningCurve curve = grid.curve();
        RateKnots knots = knots(curve);
        this.grid = grid;
        this.moves = Arrays.stream(candidates).map(stimulus -> CellMoves.of(grid, stimulus, knots))
                .toArray(CellMoves[]::new);
        this.responses = new ResponseTable(curve.counts(), knots);
        this.tiles = new CountTiles(responses, rows(curve));
    }

    /**
     * Tables for these beliefs, which get ready to learn from the candidates.
     *
     * @param candidates one row per stimulus
     * @return empty where the beliefs are not on one grid of a tuning curve, or the tables would be too large
     */
    public static Optional<JointTables> of(List<? extends Belief> beliefs, double[][] candidates) {
        if (!(beliefs.getFirst() instanceof GridBelief first)
                || !(first.model() instanceof TuningCurveGrid grid)
                || !fit(grid.curve(), beliefs.size(), candidates.length)
                || !beliefs.stream().allMatch(other -> other instanceof GridBelief own
                        && own.isOnGridOf(first))) {
            return Optional.empty();
        }
        first.expect(candidates);
        return Optional.of(new JointTables(grid, candidates));
    }

    private static boolean fit(TuningCurve curve, int units, int candidates) {
        GridLayout layout = TuningCurveGrid.layoutOf(curve);
        return bytes(curve, candidates)
                + JointPosteriors.bytes(units, layout) <= MOST_BYTES;
    }

    /**
     * Memory that an experiment needs for so many beliefs of a source, a copy of them for readers, and what is needed to
     * predict from them together.
     *
     * @return bytes; empty where {@link #of} has no tables for them
     */
    public static OptionalLong bytesNeeded(BeliefSource source, int units, int candidates) {
        if (!(source instanceof TuningCurveSource(TuningCurve curve)) || !fit(curve, units, candidates)) {
            return OptionalLong.empty();
        }
        GridLayout layout = TuningCurveGrid.layoutOf(curve);
        long forecasts = PredictionTables.bytes(curve, 1) + units * PushForwardPredictor.viewBytes(curve);
        return OptionalLong.of(BELIEFS * (units * Posterior.bytes(layout)
                + JointPosteriors.bytes(units, layout)
                + TuningCurvePass.bytes(curve, candidates))
                + KnownRates.bytes(curve, candidates) + bytes(curve, candidates) + forecasts);
    }

    /** Bytes of the tables and of two ways to the predictions. */
    static long bytes(TuningCurve curve, int candidates) {
        GridLayout layout = TuningCurveGrid.layoutOf(curve);
        int counts = ResponseTable.symbols(curve.counts());
        return candidates * CellMoves.bytes(layout.length(), rows(curve))
                + ResponseTable.bytes(curve.counts(), knots(curve)) + CountTiles.bytes(counts, rows(curve))
                + VIEWS * JointMixer.bytes(rows(curve), counts);
    }

    private static int rows(TuningCurve curve) {
        return curve.dispersions().length * knots(curve).count();
    }

    /** Knots over every rate of the curve. */
    private static RateKnots knots(TuningCurve curve) {
        return RateKnots.covering(curve.lowestRate(),
                curve.axis("baseline").last() + curve.axis("amplitude").last() * curve.highestGain());
    }

    /** Bytes of the tables and of two ways to the predictions. */
    public long bytes() {
        return bytes(grid.curve(), moves.length);
    }

    /** Number of candidates. */
    public int candidates() {
        return moves.length;
    }

    /**
     * What beliefs about the same grid say. They share from now on what they need to learn, as beliefs of one writer that
     * learn one after another can.
     *
     * @throws IllegalArgumentException when one is about something else
     */
    public JointPosteriors posteriors(List<? extends Belief> beliefs) {
        List<Posterior> posteriors = beliefs.stream().map(belief -> GridBelief.posteriorOf(belief, grid))
                .toList();
        beliefs.forEach(belief -> ((GridBelief) belief).learnAs((GridBelief) beliefs.getFirst()));
        return new JointPosteriors(this, posteriors);
    }

    /** A way to the predictions, for one thread at a time. */
    public JointMixer newMixer() {
        return new JointMixer(this);
    }

    CellMoves moves(int candidate) {
        return moves[candidate];
    }

    ResponseTable responses() {
        return responses;
    }

    CountTiles tiles() {
        return tiles;
    }
}
