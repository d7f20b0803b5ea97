package io.stimloop.control.spec;

import io.stimloop.inference.map.MapKernel;
import io.stimloop.v1.KernelAverage;
import io.stimloop.v1.RateMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The kernels of a map.
 *
 * @param kernels       at least one
 * @param probabilities of each before the first trial
 */
record KernelList(List<MapKernel> kernels, double[] probabilities) {
    private static final int MOST_KERNELS = 200;
    private static final Bounds FACTOR = new Bounds(1e-3, 1e3);
    private static final Bounds HALF_TURN_VARIANCE = new Bounds(0, 1e6);
    private static final Bounds UNTUNED = new Bounds(0, 0.999);

    /** Reads the kernels that are averaged, or the one that is not. */
    static KernelList read(MapKernel given, RateMap map, Faults at) {
        KernelAverage average = map.getAverage();
        check(average, at);
        if (!map.hasAverage() || !at.clean()) {
            return new KernelList(List.of(given), new double[]{1});
        }
        List<MapKernel> kernels = new ArrayList<>();
        for (double variance : orElse(average.getVarianceList(), given.variance())) {
            for (double factor : orElse(average.getLengthFactorList(), 1)) {
                for (double halfTurn : orElse(average.getHalfTurnVarianceList(), given.halfTurnVariance())) {
                    kernels.add(variant(given, variance, factor, halfTurn));
                }
            }
        }
        int tuned = kernels.size();
        if (average.getUntuned() > 0) {
            kernels.add(variant(given, 0, 1, 0));
        }
        return new KernelList(kernels, probabilities(kernels.size(), tuned, average.getUntuned()));
    }

    private static void check(KernelAverage average, Faults at) {
        at.field("variance").requireAll(average.getVarianceCount(),
                i -> RateMapSection.VARIANCE.contain(average.getVariance(i)),
                i -> RateMapSection.VARIANCE.complaint(average.getVariance(i)));
        at.field("lengthFactor").requireAll(average.getLengthFactorCount(),
                i -> FACTOR.contain(average.getLengthFactor(i)),
                i -> FACTOR.complaint(average.getLengthFactor(i)));
        at.field("halfTurnVariance").requireAll(average.getHalfTurnVarianceCount(),
                i -> HALF_TURN_VARIANCE.contain(average.getHalfTurnVariance(i)),
                i -> HALF_TURN_VARIANCE.complaint(average.getHalfTurnVariance(i)));
        UNTUNED.check(average.getUntuned(), at.field("untuned"));
        double count = Math.max(1.0, average.getVarianceCount()) * Math.max(1, average.getLengthFactorCount())
                * Math.max(1, average.getHalfTurnVarianceCount());
        at.require(count <= MOST_KERNELS,
                "makes " + Wording.number(count) + " kernels: at most " + MOST_KERNELS);
    }

    private static double[] orElse(List<Double> listed, double given) {
        return listed.isEmpty()
                ? new double[]{given}
                : listed.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static MapKernel variant(MapKernel given, double variance, double factor, double halfTurn) {
        double[] lengths = DoubleStream.of(given.lengths()).map(length -> length * factor).toArray();
        return new MapKernel(given.mean(), given.meanVariance(), variance, lengths, halfTurn,
                given.halfTurnLength() * factor, given.independentVariance());
    }

    private static double[] probabilities(int kernels, int tuned, double untuned) {
        double[] probabilities = new double[kernels];
        for (int k = 0; k < kernels; k++) {
            probabilities[k] = k < tuned ? (1 - untuned) / tuned : untuned;
        }
        return probabilities;
    }
}
