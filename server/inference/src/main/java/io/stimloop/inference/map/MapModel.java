package io.stimloop.inference.map;

import io.stimloop.inference.response.Link;
import java.util.List;

/**
 * A rate map: expected count = link(f(x)), f a Gaussian process over the stimulus space. Immutable.
 *
 * @param link        from f to the expected count
 * @param dispersions that the counts may have, at least one; 0 for Poisson; not to be modified
 * @param dispersionProbabilities how probable each is before the first trial; not to be modified
 * @param kernels     hypotheses about the prior of f, at least one
 * @param kernelProbabilities how probable each is before the first trial; not to be modified
 * @param axes        by dimension: the values of the candidates, whose combinations the candidates are; not to be
 *                    modified
 * @param geometry    of the stimulus space
 * @param averaged    whether all kernels and dispersions are carried along and averaged; else the first kernel and one
 *                    dispersion are in force
 * @param hedge       against a wrong kernel
 * @param refit       when and how far the kernel is refitted; {@link RefitRule#NEVER} where it is not
 */
public record MapModel(Link link, double[] dispersions, double[] dispersionProbabilities,
        List<MapKernel> kernels, double[] kernelProbabilities, double[][] axes, Geometry geometry,
        boolean averaged, Hedge hedge, RefitRule refit) {
    /** Most distinct stimuli that are told apart, whatever the candidates. */
    private static final int MOST_PLACES = 512;
    /** Distinct stimuli beyond the candidates: what the hardware showed instead. */
    private static final int OFF_CANDIDATES = 32;

    /** One kernel that stays as it is, and one known dispersion. */
    public static MapModel fixed(Link link, double dispersion, MapKernel kernel, double[][] axes,
            double[] periods) {
        double[] certain = {1};
        return new MapModel(link, new double[]{dispersion}, certain, List.of(kernel), certain, axes,
                new Geometry(periods), false, Hedge.NONE, RefitRule.NEVER);
    }

    /** Number of candidates. */
    int candidates() {
        int product = 1;
        for (double[] axis : axes) {
            product = Math.multiplyExact(product, axis.length);
        }
        return product;
    }

    /** Most distinct stimuli that are told apart. */
    int limit() {
        return Math.min(candidates() + OFF_CANDIDATES, MOST_PLACES);
    }

    /** Hypotheses that a belief carries along. */
    int hypotheses() {
        return averaged ? kernels.size() * dispersions.length : 1;
    }

    Covariance covariance(MapKernel kernel) {
        return new Covariance(geometry, kernel, kernels.getFirst());
    }

    CountLikelihood likelihood(int dispersion) {
        return new CountLikelihood(link, dispersions[dispersion]);
    }
}
