package io.stimloop.inference.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.response.Link;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentMatchingTest {
    private static final double MEAN = 2;
    private static final double VARIANCE = 100;
    private static final MapModel MODEL = MapModel.fixed(Link.SOFT_RECTIFIED, 0,
            MapKernel.smooth(MEAN, VARIANCE, 2), MapFixture.axes(11, 10), MapFixture.LINE);

    @ParameterizedTest
    @CsvSource({"0, 1, 2, 100, 0", "0, 40, -12, 400, 0", "300, 12, 2, 625, 0", "5, 1, -30, 4, 0.3",
            "90000, 1, 2, 625, 0",
            "3, 500, 0, 1, 0.1"})
    void momentsUnderTheTrueLikelihoodAreThoseOfAFineSum(double sum, double visits, double location,
            double spread, double dispersion) {
        CountLikelihood likelihood = new CountLikelihood(Link.SOFT_RECTIFIED, dispersion);
        TiltedMoments tilted = new TiltedMoments(likelihood);
        tilted.of(sum, visits, location, spread);
        double[] expected = fineSum(likelihood, sum, visits, location, spread);
        assertThat(tilted.mean()).isCloseTo(expected[0], Offset.offset(1e-4 * Math.sqrt(expected[1])));
        assertThat(tilted.variance()).isCloseTo(expected[1], Percentage.withPercentage(0.1));
    }

    /** About its mode, found by bisection of the slope, and no wider than the density that is multiplied. */
    private static double[] fineSum(CountLikelihood likelihood, double sum, double visits, double location,
            double spread) {
        double low = -1e6;
        double high = 1e6;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            boolean rising = likelihood.gradient(sum, visits, middle) > (middle - location) / spread;
            low = rising ? middle : low;
            high = rising ? high : middle;
        }
        double greatest = likelihood.value(sum, visits, low)
                - (low - location) * (low - location) / 2 / spread;
        double[] sums = new double[3];
        int points = 400_000;
        for (int i = -points; i <= points; i++) {
            double f = low + 12 * Math.sqrt(spread) * i / points;
            double weight = StrictMath.exp(likelihood.value(sum, visits, f)
                    - (f - location) * (f - location) / 2 / spread - greatest);
            sums[0] += weight;
            sums[1] += weight * (f - low);
            sums[2] += weight * (f - low) * (f - low);
        }
        double offset = sums[1] / sums[0];
        return new double[]{low + offset, sums[2] / sums[0] - offset * offset};
    }

    @Test
    void theMomentsAtOneStimulusAreExact() {
        MapBelief belief = new MapBelief(MODEL);
        for (int count : new int[]{0, 0, 2, 0}) {
            belief.condition(new double[]{4}, new double[]{count});
        }
        double[] exact = fineSum(new CountLikelihood(Link.SOFT_RECTIFIED, 0), 2, 4, MEAN, VARIANCE);
        double[] found = moments(belief, 4);
        assertThat(found[0]).isCloseTo(exact[0], Offset.offset(1e-2 * Math.sqrt(exact[1])));
        assertThat(found[1]).isCloseTo(exact[1], Percentage.withPercentage(2));
    }

    @Test
    void theMomentsAtTwoStimuliAreThoseOfASumOverThePlane() {
        MapBelief belief = new MapBelief(MODEL);
        for (int trial = 0; trial < 6; trial++) {
            belief.condition(new double[]{4}, new double[]{0});
            belief.condition(new double[]{6}, new double[]{4 + trial});
        }
        double[] exact = overThePlane(0, 6, 39, 6);
        assertThat(moments(belief, 4)[0]).isCloseTo(exact[0], Offset.offset(0.05 * Math.sqrt(exact[1])));
        assertThat(moments(belief, 4)[1]).isCloseTo(exact[1], Percentage.withPercentage(5));
        assertThat(moments(belief, 6)[0]).isCloseTo(exact[2], Offset.offset(0.02 * Math.sqrt(exact[3])));
        assertThat(moments(belief, 6)[1]).isCloseTo(exact[3], Percentage.withPercentage(2));
    }

    /** Means and variances of f at 4 and at 6 given sums and numbers of counts, and the log of how likely those are. */
    private static double[] overThePlane(double sumA, double visitsA, double sumB, double visitsB) {
        CountLikelihood likelihood = new CountLikelihood(Link.SOFT_RECTIFIED, 0);
        double rho = StrictMath.exp(-0.5);
        double scale = 1 / (2 * VARIANCE * (1 - rho * rho));
        double[] sums = new double[5];
        for (double a = -60; a < 40; a += 0.05) {
            for (double b = -5; b < 25; b += 0.05) {
                double x = a - MEAN;
                double y = b - MEAN;
                double weight = StrictMath.exp(likelihood.value(sumA, visitsA, a)
                        + likelihood.value(sumB, visitsB, b) - 35
                        - scale * (x * x - 2 * rho * x * y + y * y));
                sums[0] += weight;
                sums[1] += weight * a;
                sums[2] += weight * a * a;
                sums[3] += weight * b;
                sums[4] += weight * b * b;
            }
        }
        double meanA = sums[1] / sums[0];
        double meanB = sums[3] / sums[0];
        double density = 0.05 * 0.05 / (2 * Math.PI * VARIANCE * Math.sqrt(1 - rho * rho));
        return new double[]{meanA, sums[2] / sums[0] - meanA * meanA, meanB,
                sums[4] / sums[0] - meanB * meanB, 35 + StrictMath.log(sums[0] * density)};
    }

    /** ln E[exp(-softplus(f))] for f normal about 2 with an sd of 25: nearly the probability that f is below 0. */
    @Test
    void theEvidenceOfACountOfNothingIsExactAtOneStimulus() {
        MapModel wide = MapModel.fixed(Link.SOFT_RECTIFIED, 0, MapKernel.smooth(MEAN, 625, 2),
                MapFixture.axes(11, 10), MapFixture.LINE);
        MapBelief belief = new MapBelief(wide);
        belief.condition(new double[]{4}, new double[]{0});
        double mass = 0;
        double step = 1e-3;
        for (double f = MEAN - 300; f < MEAN + 300; f += step) {
            double z = (f - MEAN) / 25;
            mass += step * StrictMath.exp(-0.5 * z * z - Link.SOFT_RECTIFIED.rate(f));
        }
        double exact = StrictMath.log(mass / (25 * Math.sqrt(2 * Math.PI)));
        assertThat(exact).isCloseTo(-0.72, Offset.offset(0.05));
        assertThat(belief.hypotheses().get(0).logWeight(belief.seen())).isCloseTo(exact, Offset.offset(1e-4));
    }

    @Test
    void theEvidenceAtTwoStimuliIsThatOfASumOverThePlane() {
        MapBelief belief = new MapBelief(MODEL);
        for (int trial = 0; trial < 6; trial++) {
            belief.condition(new double[]{4}, new double[]{0});
            belief.condition(new double[]{6}, new double[]{4 + trial});
        }
        double exact = overThePlane(0, 6, 39, 6)[4];
        assertThat(belief.hypotheses().get(0).fit().logEvidence()).isCloseTo(exact, Offset.offset(0.01));
    }

    @Test
    void countsOfNothingWhereTheRateIsNearlyNothingAreLearnedFrom() {
        MapBelief belief = new MapBelief(MODEL);
        double before = belief.curve(0, new double[][]{{4}}).getFirst().mean();
        for (int trial = 0; trial < 20; trial++) {
            belief.condition(new double[]{4}, new double[]{0});
        }
        assertThat(before).isGreaterThan(4);
        assertThat(belief.curve(0, new double[][]{{4}}).getFirst().mean()).isLessThan(0.35);
    }

    private static double[] moments(MapBelief belief, double x) {
        double[] point = new double[MODEL.geometry().coordinates()];
        MODEL.geometry().locate(new double[]{x}, point);
        double[] out = new double[2];
        belief.hypotheses().get(0).fit().predict(belief.seen(), point, out);
        return out;
    }
}
