package io.stimloop.inference.points;

import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.numerics.special.NormalDistribution;

/** Forecasts the response to any stimulus from weighted points. Holds the last forecast; not thread safe. */
public final class PointForecaster {
    private final PointModel model;
    private final double[][] columns;
    private final Loads loads;
    private final ResponseSpread spread;
    private final Moments moments;
    /** What the points weighed when the forecast was made; empty where it rests on the moments. */
    private final double[] weights;

    /** For so many points. */
    public PointForecaster(PointModel model, int size) {
        this.model = model;
        this.columns = new double[PointColumns.count(model)][size];
        this.loads = new Loads(size, 1, MomentPredictor.inRows(model));
        this.spread = ResponseSpread.of(model, size, 1);
        this.moments = new Moments(1, spread.symbols());
        this.weights = new double[ofValues(model) ? size : 0];
    }

    private static boolean ofValues(PointModel model) {
        return model.family() == PointFamily.NORMAL || model.family() == PointFamily.LOG_NORMAL;
    }

    /** Bytes for so many points. */
    public static long bytes(PointModel model, int size) {
        return (long) Double.BYTES * PointColumns.count(model) * size
                + Loads.bytes(size, 1, MomentPredictor.inRows(model)) + ResponseSpread.bytes(model, size, 1)
                + Moments.bytes(1, ResponseSpread.symbols(model))
                + (ofValues(model) ? (long) Double.BYTES * size : 0);
    }

    /** The forecast at a stimulus, valid until the next, whatever becomes of the points. */
    public ResponseForecast at(double[] stimulus, WeightedPoints points) {
        PointColumns.evaluate(model, stimulus, points.parameters(), points.size(), columns);
        if (ofValues(model)) {
            System.arraycopy(points.weights(), 0, weights, 0, points.size());
            return new ValueForecast(points.size());
        }
        loads.weigh(points.weights());
        loads.align();
        spread.gather(columns, loads, moments);
        return new SymbolForecast();
    }

    private double symbolProbability(int symbol) {
        return Math.clamp(moments.of(0)[symbol], 0, 1);
    }

    /** A count, or a choice. */
    private final class SymbolForecast implements ResponseForecast {
        @Override
        public double midProbability(int unit, double response) {
            int symbol = symbol(response);
            double below = 0;
            for (int other = 0; other < moments.end(); other++) {
                below += other != symbol && isBelow(other, symbol) ? symbolProbability(other) : 0;
            }
            return Math.min(1, below + probability(unit, response) / 2);
        }

        /** Of alternatives, the less likely, and of those as likely the first, are below. */
        private boolean isBelow(int other, int symbol) {
            if (model.family() != PointFamily.CHOICE || model.columns() == 2) {
                return other < symbol;
            }
            double difference = symbolProbability(other) - symbolProbability(symbol);
            return difference == 0 ? other < symbol : difference < 0;
        }

        @Override
        public double probability(int unit, double response) {
            return symbolProbability(symbol(response));
        }

        private int symbol(double response) {
            return (int) Math.clamp(response, 0, spread.symbols() - 1.0);
        }
    }

    /** A value: the mixture of the points' normal distributions. */
    private final class ValueForecast implements ResponseForecast {
        private final int size;

        private ValueForecast(int size) {
            this.size = size;
        }

        @Override
        public double midProbability(int unit, double response) {
            boolean logarithm = model.family() == PointFamily.LOG_NORMAL;
            if (logarithm && !(response > 0)) {
                return 0;
            }
            double value = logarithm ? StrictMath.log(response) : response;
            double sum = 0;
            for (int k = 0; k < size; k++) {
                if (weights[k] > 0) {
                    sum += weights[k] * NormalDistribution.cdf((value - columns[0][k]) / columns[1][k]);
                }
            }
            return Math.min(1, sum);
        }

        @Override
        public double probability(int unit, double response) {
            return 0;
        }
    }
}
