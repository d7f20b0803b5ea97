package io.stimloop.inference.points;

import io.stimloop.inference.belief.DiscretePrediction;
import io.stimloop.inference.belief.Prediction;

/**
 * How the response to a stimulus is expected to change the belief. One thread's working memory, and the last answer
 * itself; not thread safe.
 */
class MomentAnswer implements Prediction {
    private final Carried carried;
    private final Loads loads;
    private final ResponseSpread spread;
    private final Moments moments;
    private final double[] scratch;
    private double answer;

    /**
     * Looks at points; tells the probabilities of the responses too where these are told apart one by one.
     *
     * @param size    number of points
     * @param carried what is asked
     * @param loads   of the points, kept up by the caller
     */
    static MomentAnswer of(PointModel model, int size, Carried carried, Loads loads) {
        boolean values = model.family() == PointFamily.NORMAL || model.family() == PointFamily.LOG_NORMAL;
        return values
                ? new MomentAnswer(model, size, carried, loads)
                : new SymbolAnswer(model, size, carried, loads);
    }

    private MomentAnswer(PointModel model, int size, Carried carried, Loads loads) {
        this.carried = carried;
        this.loads = loads;
        this.spread = ResponseSpread.of(model, size, carried.loads());
        this.moments = new Moments(carried.loads(), spread.symbols());
        this.scratch = carried.newScratch();
    }

    static long bytes(PointModel model, int size, int loads) {
        return ResponseSpread.bytes(model, size, loads) + Moments.bytes(loads, ResponseSpread.symbols(model));
    }

    /** Works the answer out from the columns of the points at the stimulus. */
    Prediction at(double[][] columns) {
        spread.gather(columns, loads, moments);
        answer = carried.answer(moments, scratch);
        return this;
    }

    @Override
    public double informationNats() {
        return carried instanceof CarriedWeight ? answer : Prediction.super.informationNats();
    }

    @Override
    public double varianceReduction() {
        return carried instanceof CarriedQuantities ? answer : Prediction.super.varianceReduction();
    }

    @Override
    public double logDeterminantReduction() {
        return carried instanceof CarriedProducts ? answer : Prediction.super.logDeterminantReduction();
    }

    private static final class SymbolAnswer extends MomentAnswer implements DiscretePrediction {
        private final Moments moments;

        private SymbolAnswer(PointModel model, int size, Carried carried, Loads loads) {
            super(model, size, carried, loads);
            moments = super.moments;
        }

        @Override
        public int symbols() {
            return moments.end();
        }

        @Override
        public double[] probabilities() {
            return moments.of(0);
        }

        @Override
        public double conditionalEntropyNats() {
            return moments.conditionalEntropyNats();
        }

        /** Only where it was asked for. */
        @Override
        public double informationNats() {
            return super.informationNats();
        }
    }
}
