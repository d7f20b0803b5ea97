package io.stimloop.inference.map;

import io.stimloop.inference.response.Levels;
import io.stimloop.inference.response.Link;
import java.util.Arrays;
import java.util.List;

/** Small maps for tests. */
final class MapFixture {
    static final double[] LINE = {Double.NaN};

    private MapFixture() {}

    /** Eleven stimuli from 0 to 10. */
    static MapModel line(Link link, double dispersion) {
        return MapModel.fixed(link, dispersion, MapKernel.smooth(1, 1.5, 2), axes(11, 10), LINE);
    }

    /** Twelve directions, with all parts of a kernel. */
    static MapModel circle() {
        return MapModel.fixed(Link.EXPONENTIAL, 0.2,
                new MapKernel(1, 0.5, 0.8, new double[]{30}, 0.4, 25, 0.02),
                new double[][]{Levels.linear(0, 330, 12)}, new double[]{360});
    }

    /** Several kernels and dispersions that are averaged. */
    static MapModel averaged() {
        double[] dispersions = {0.05, 0.3};
        return new MapModel(Link.EXPONENTIAL, dispersions, new double[]{0.5, 0.5},
                List.of(MapKernel.smooth(1, 1.5, 40), MapKernel.smooth(1, 0.2, 40),
                        new MapKernel(1, 1, 0, new double[]{40}, 0, 40, 0.01)),
                new double[]{0.4, 0.4, 0.2}, new double[][]{Levels.linear(0, 330, 12)},
                new Geometry(new double[]{360}),
                true, Hedge.NONE, RefitRule.NEVER);
    }

    /** One whose kernel is refitted. */
    static MapModel refitted(long every, double... dispersions) {
        double[] probabilities = new double[dispersions.length];
        Arrays.fill(probabilities, 1.0 / dispersions.length);
        return new MapModel(Link.EXPONENTIAL, dispersions, probabilities, List.of(MapKernel.smooth(1, 1, 2)),
                new double[]{1}, axes(41, 20), new Geometry(LINE), false, Hedge.NONE,
                new RefitRule(every, 1));
    }

    static double[][] axes(int count, double to) {
        return new double[][]{Levels.linear(0, to, count)};
    }

    static double[][] candidates(MapModel model) {
        return Arrays.stream(model.axes()[0]).mapToObj(x -> new double[]{x}).toArray(double[][]::new);
    }
}
