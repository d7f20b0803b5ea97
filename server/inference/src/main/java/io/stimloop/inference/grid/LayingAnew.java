package io.stimloop.inference.grid;

import io.stimloop.inference.belief.Maintenance;
import io.stimloop.inference.points.GroupedTrials;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays the grid of a belief anew and learns on it what the belief had learned when the work was begun. */
final class LayingAnew implements Maintenance {
    /** Grids made in one go, each about the mass on the one before. */
    private static final int MOST_AT_ONCE = 3;
    /** A belief that learns so many trials meanwhile is left on its grid. */
    private static final int MOST_MISSED = 512;

    private final RefiningBelief belief;
    private final RefinedGrid grid;
    private final List<AxisRange> first;
    private final GroupedTrials trials;
    private final long learned;
    private final @Nullable Asked asked;
    private final List<Missed> missed = new ArrayList<>();

    /**
     * Work that is due.
     *
     * @param first  ranges that the mass asks for
     * @param trials a copy of those so far
     * @param asked  what is asked of the belief from trial to trial; null for nothing
     */
    LayingAnew(RefiningBelief belief, RefinedGrid grid, List<AxisRange> first, GroupedTrials trials,
            @Nullable Asked asked) {
        this.belief = belief;
        this.grid = grid;
        this.first = first;
        this.trials = trials;
        this.learned = belief.trials();
        this.asked = asked;
    }

    private record Missed(double[] stimulus, double[] response) {}

    /**
     * Notes a trial that the belief learns meanwhile. Called by the belief's writer, as {@link #catchUp} is.
     *
     * @return false when there were too many
     */
    boolean missed(double[] stimulus, double[] response) {
        return missed.size() < MOST_MISSED && missed.add(new Missed(stimulus.clone(), response.clone()));
    }

    /** Teaches a belief what was missed. */
    void catchUp(GridBelief laid) {
        missed.forEach(trial -> laid.condition(trial.stimulus, trial.response));
    }

    @Override
    public Result run() {
        List<GridRefinement> done = new ArrayList<>();
        List<AxisRange> ranges = first;
        GridBelief laid = on(ranges, done);
        List<AxisRange> next = grid.next(ranges, laid.marginals());
        while (done.size() < MOST_AT_ONCE && !next.equals(ranges)) {
            ranges = next;
            laid = on(ranges, done);
            next = grid.next(ranges, laid.marginals());
        }
        LaidGrid.Ready ready = asked == null
                ? null
                : new LaidGrid.Ready(asked, laid.predictor(asked.candidates(), asked.question()));
        return new Laid(new LaidGrid(laid, done, ready));
    }

    private GridBelief on(List<AxisRange> ranges, List<GridRefinement> done) {
        GridModel model = grid.on(ranges);
        done.add(new GridRefinement(learned, ranges));
        return new GridBelief(model, TrialsAgain.learned(model, grid.family(), trials), learned);
    }

    private final class Laid implements Result {
        private final LaidGrid laid;

        private Laid(LaidGrid laid) {
            this.laid = laid;
        }

        @Override
        public void adopt() {
            belief.adopt(LayingAnew.this, laid);
        }

        @Override
        public String description() {
            return "grid: " + belief.axes();
        }
    }
}
