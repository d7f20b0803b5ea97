package io.stimloop.inference.map;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import org.jspecify.annotations.Nullable;

/** Predicts counts at candidates from the fits of a {@link MapBelief}. */
final class MapPredictor implements ResponsePredictor {
    private final MapTables tables;
    private final MapBelief belief;
    private final FitTable[] candidates;
    private final FitTable[] tests;
    private final double[][] testSlopes;
    private final @Nullable SquaredCovariances squares;
    private final double[][] squareSums;
    private final double[] visits;
    private final double[] point;
    private double greatestMean;

    MapPredictor(MapTables tables, MapBelief belief) {
        this.tables = tables;
        this.belief = belief;
        int hypotheses = belief.hypotheses().size();
        this.candidates = new FitTable[hypotheses];
        this.tests = new FitTable[hypotheses];
        this.testSlopes = new double[hypotheses][tables.tests().count()];
        boolean together = tables.tests() == tables.candidates()
                && SquaredCovariances.suits(tables.tests().count());
        this.squares = together ? new SquaredCovariances(tables.tests()) : null;
        this.squareSums = new double[hypotheses][together ? tables.tests().count() : 0];
        this.visits = new double[tables.candidates().count()];
        this.point = new double[tables.model().geometry().coordinates()];
        for (int h = 0; h < hypotheses; h++) {
            candidates[h] = new FitTable(tables.candidates());
            tests[h] = tables.tests() == tables.candidates() ? candidates[h] : new FitTable(tables.tests());
        }
        refresh();
    }

    @Override
    public int candidates() {
        return tables.candidates().count();
    }

    @Override
    public void refresh() {
        LinkMoments moments = new LinkMoments(tables.model());
        for (int h = 0; h < candidates.length; h++) {
            if (belief.hypotheses().weight(h) > 0) {
                refresh(h, moments);
            }
        }
        if (tables.question() instanceof Question.Exceedance) {
            findGreatestMean(moments);
        }
        if (tables.model().hedge().repeatDiscount() > 0) {
            countVisits();
        }
    }

    private void countVisits() {
        for (int c = 0; c < visits.length; c++) {
            tables.candidates().coordinates(c, point);
            visits[c] = belief.seen().visitsNear(point);
        }
    }

    private void refresh(int h, LinkMoments moments) {
        LaplaceFit fit = belief.hypotheses().get(h).fit();
        candidates[h].refresh(fit, belief.seen());
        if (tests[h] != candidates[h]) {
            tests[h].refresh(fit, belief.seen());
        }
        for (int t = 0; t < testSlopes[h].length; t++) {
            moments.of(tests[h].mean(t), tests[h].variance(t));
            testSlopes[h][t] = tables.testWeights()[t] * moments.slope() * moments.slope();
        }
        if (squares != null) {
            squares.of(fit.covariance(), tests[h], testSlopes[h], squareSums[h]);
        }
    }

    private void findGreatestMean(LinkMoments moments) {
        greatestMean = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < candidates(); c++) {
            double mean = 0;
            for (int h = 0; h < candidates.length; h++) {
                double weight = belief.hypotheses().weight(h);
                if (weight > 0) {
                    moments.of(candidates[h].mean(c), candidates[h].variance(c));
                    mean += weight * moments.mean();
                }
            }
            greatestMean = Math.max(greatestMean, mean);
        }
    }

    @Override
    public View newView() {
        return new MapView(tables, this);
    }

    @Override
    public ResponsePredictor over(Belief other) {
        if (other instanceof MapBelief map && map.model().equals(belief.model())) {
            return new MapPredictor(tables, map);
        }
        throw new IllegalArgumentException(
                "belief: " + other + " must be a copy of the belief predicted from");
    }

    @Override
    public long bytes() {
        return MapTables.bytes(tables.model(), candidates(), tables.question());
    }

    MapBelief belief() {
        return belief;
    }

    FitTable candidateTable(int h) {
        return candidates[h];
    }

    FitTable testTable(int h) {
        return tests[h];
    }

    /** By test stimulus: its weight times the squared slope of the link there. */
    double[] testSlopes(int h) {
        return testSlopes[h];
    }

    /**
     * By candidate: the sum over test stimuli of {@link #testSlopes} times their squared covariance with it; empty where
     * that is left to the views.
     */
    double[] squareSums(int h) {
        return squareSums[h];
    }

    /** Trials at a candidate so far; known where repeats are discounted. */
    double visits(int candidate) {
        return visits[candidate];
    }

    double greatestMean() {
        return greatestMean;
    }
}
