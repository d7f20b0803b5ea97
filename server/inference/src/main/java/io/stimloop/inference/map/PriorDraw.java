package io.stimloop.inference.map;

import io.stimloop.numerics.linear.LowerTriangle;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A map drawn from the prior. The smooth part is a product over the dimensions, so that a draw at all candidates is
 * {@code (L_1 x L_2 x L_3) z} with the Cholesky factors of the small covariances over each dimension's values; between
 * the candidates it is interpolated by the same covariances. The independent part exists at the candidates only.
 */
final class PriorDraw implements MapFunction {
    private static final double JITTER = 1e-9;

    private final double[][] axes;
    private final double mean;
    private final Part smooth;
    private final Part halfTurn;
    private final double[] independent;

    private PriorDraw(double[][] axes, double mean, Part smooth, Part halfTurn, double[] independent) {
        this.axes = axes;
        this.mean = mean;
        this.smooth = smooth;
        this.halfTurn = halfTurn;
        this.independent = independent;
    }

    static PriorDraw of(MapModel model, MapKernel kernel, UniformRandomProvider random) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        int candidates = model.candidates();
        double mean = kernel.mean() + Math.sqrt(kernel.meanVariance()) * normal.sample();
        Part smooth = Part.of(model, kernel, false, scaled(normal, candidates, kernel.variance()));
        Part halfTurn = Part.of(model, kernel, true, scaled(normal, candidates, kernel.halfTurnVariance()));
        return new PriorDraw(model.axes(), mean, smooth, halfTurn,
                scaled(normal, candidates, kernel.independentVariance()));
    }

    private static double[] scaled(ZigguratSampler.NormalizedGaussian normal, int n, double variance) {
        return variance == 0 ? new double[0] : normal.samples(n).map(z -> z * Math.sqrt(variance)).toArray();
    }

    @Override
    public double at(double[] stimulus) {
        return mean + smooth.at(stimulus) + halfTurn.at(stimulus) + independentAt(stimulus);
    }

    private double independentAt(double[] stimulus) {
        int candidate = 0;
        for (int d = 0; d < axes.length; d++) {
            int place = Arrays.binarySearch(axes[d], stimulus[d]);
            if (place < 0 || independent.length == 0) {
                return 0;
            }
            candidate = candidate * axes[d].length + place;
        }
        return independent[candidate];
    }

    /** One of the parts that are products over the dimensions. */
    private record Part(Covariance[] covariances, Places[] places, LowerTriangle[] factors, double[] z) {
        static Part of(MapModel model, MapKernel kernel, boolean halfTurn, double[] z) {
            int dimensions = z.length == 0 ? 0 : model.axes().length;
            Part part = new Part(new Covariance[dimensions], new Places[dimensions],
                    new LowerTriangle[dimensions], z);
            for (int d = 0; d < dimensions; d++) {
                part.prepare(d, model, kernel, halfTurn);
            }
            return part;
        }

        private void prepare(int d, MapModel model, MapKernel kernel, boolean halfTurn) {
            Geometry line = new Geometry(new double[]{model.geometry().periods()[d]});
            MapKernel along = new MapKernel(0, 0, halfTurn ? 0 : 1, new double[]{kernel.lengths()[d]},
                    halfTurn ? 1 : 0, kernel.halfTurnLength(), 0);
            double[] axis = model.axes()[d];
            covariances[d] = new Covariance(line, along, along);
            places[d] = Places.of(line, Arrays.stream(axis).mapToObj(value -> new double[]{value})
                    .toArray(double[][]::new));
            factors[d] = new LowerTriangle();
            factors[d].ensure(axis.length);
            for (int i = 0; i < axis.length; i++) {
                System.arraycopy(row(d, axis[i]), 0, factors[d].row(i), 0, i + 1);
                factors[d].row(i)[i] += JITTER * axis.length;
            }
            if (!factors[d].factor(axis.length)) {
                throw new IllegalStateException("the prior of dimension " + d + " has no factor");
            }
        }

        private double[] row(int d, double value) {
            int n = places[d].count();
            double[] point = new double[places[d].geometry().coordinates()];
            double[] row = new double[n];
            places[d].geometry().locate(new double[]{value}, point);
            covariances[d].row(places[d], point, n, row, new double[n]);
            return row;
        }

        double at(double[] stimulus) {
            if (z.length == 0) {
                return 0;
            }
            double[] left = z;
            for (int d = factors.length - 1; d >= 0; d--) {
                double[] u = row(d, stimulus[d]);
                factors[d].solve(u, u.length);
                left = contracted(left, u);
            }
            return left[0];
        }

        /** Sums over the last dimension with weights. */
        private static double[] contracted(double[] values, double[] weights) {
            double[] sums = new double[values.length / weights.length];
            for (int i = 0; i < values.length; i++) {
                sums[i / weights.length] += values[i] * weights[i % weights.length];
            }
            return sums;
        }
    }
}
