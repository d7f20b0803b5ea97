package io.stimloop.inference.multinomial;

import io.stimloop.inference.points.Place;
import io.stimloop.inference.points.WeightedPoints;
import io.stimloop.numerics.linear.LowerTriangle;
import java.util.Arrays;

/**
 * The normal density about a mode as points of equal weight. They are worked out when somebody looks; copies share them
 * until one of the two is moved. Mutable; not thread safe.
 */
final class PosteriorPoints implements WeightedPoints {
    private static final double[] WEIGHTS = new double[NormalPoints.COUNT];

    static {
        Arrays.fill(WEIGHTS, 1.0 / NormalPoints.COUNT);
    }

    private final Multinomial model;
    private final NormalPoints standard;
    private final double[] mode;
    private final LowerTriangle factor = new LowerTriangle();
    private double[][] parameters;
    private Place place = new Place();
    private boolean current;
    private boolean shared;

    /** Points about 0, with the covariance that {@link #move} has yet to say. */
    PosteriorPoints(Multinomial model, NormalPoints standard) {
        this(model, standard, new double[model.weights() + 1][NormalPoints.COUNT]);
        if (model.lapse() instanceof Lapse.Known known) {
            Arrays.fill(parameters[model.weights()], known.rate());
        }
    }

    private PosteriorPoints(Multinomial model, NormalPoints standard, double[][] parameters) {
        this.model = model;
        this.standard = standard;
        this.mode = new double[model.unknown()];
        this.parameters = parameters;
    }

    static long bytes(Multinomial model) {
        return (long) Double.BYTES * NormalPoints.COUNT * (model.weights() + 1)
                + LowerTriangle.bytes(model.unknown());
    }

    PosteriorPoints copy() {
        parameters();
        shared = true;
        PosteriorPoints copy = new PosteriorPoints(model, standard, parameters);
        System.arraycopy(mode, 0, copy.mode, 0, mode.length);
        copy.factor.copyFrom(factor, mode.length);
        copy.place = place;
        copy.current = true;
        copy.shared = true;
        return copy;
    }

    /**
     * Moves the points.
     *
     * @param to        the mode; copied
     * @param curvature Cholesky factor of the inverse of the covariance; copied
     */
    void move(double[] to, LowerTriangle curvature) {
        System.arraycopy(to, 0, mode, 0, mode.length);
        factor.copyFrom(curvature, mode.length);
        place = new Place();
        current = false;
    }

    /** The mode. Not to be modified. */
    double[] mode() {
        return mode;
    }

    /** Cholesky factor of the inverse of the covariance. Not to be modified. */
    LowerTriangle factor() {
        return factor;
    }

    @Override
    public int size() {
        return NormalPoints.COUNT;
    }

    @Override
    public double[][] parameters() {
        if (!current) {
            if (shared) {
                parameters = Arrays.stream(parameters).map(double[]::clone).toArray(double[][]::new);
                shared = false;
            }
            spread();
            current = true;
        }
        return parameters;
    }

    private void spread() {
        double[] point = new double[mode.length];
        for (int k = 0; k < NormalPoints.COUNT; k++) {
            standard.get(k, point);
            factor.solveTransposed(point, mode.length);
            for (int i = 0; i < mode.length; i++) {
                double value = mode[i] + point[i];
                parameters[i][k] = i < model.weights() ? value : LogPosterior.logistic(value);
            }
        }
    }

    @Override
    public double[] weights() {
        return WEIGHTS;
    }

    @Override
    public Place place() {
        return place;
    }
}
