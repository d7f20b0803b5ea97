package io.stimloop.control.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.numerics.random.Streams;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.junit.jupiter.api.Test;

final class ModelCheckTest {
    private static final double FALSE_ALARM = 0.05;
    private static final int EXPERIMENTS = 200;

    /**
     * The bound is 5% of the experiments. With 200 of them more than 20 alarms would come, were the chance exactly 5%,
     * once in 1,000 times.
     */
    @Test
    void aRightModelSeldomRaisesAnAlarm() {
        int alarmed = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
            alarmed += trialsToAlarm(Streams.of(1, i, 0), ModelCheck.TRIALS, 3, 3) < ModelCheck.TRIALS
                    ? 1
                    : 0;
        }
        assertThat(alarmed).isLessThanOrEqualTo(20);
    }

    @Test
    void aCellThatFiresTwiceAsMuchIsFoundOutSoon() {
        for (int i = 0; i < 20; i++) {
            assertThat(trialsToAlarm(Streams.of(2, i, 0), 300, 3, 6)).isLessThan(40);
        }
    }

    @Test
    void aCellThatChangesAfterManyTrialsIsFoundOutSoonAfter() {
        for (int i = 0; i < 20; i++) {
            UniformRandomProvider random = Streams.of(3, i, 0);
            ModelCheck check = new ModelCheck(FALSE_ALARM, i);
            trials(check, random, 400, 3, 3);
            assertThat(check.alarm()).isFalse();
            trials(check, random, 60, 3, 6);
            assertThat(check.result().drift()).isTrue();
        }
    }

    @Test
    void countsThatScatterTooMuchAreFoundOut() {
        ModelCheck check = new ModelCheck(FALSE_ALARM, 4);
        UniformRandomProvider random = Streams.of(4, 0, 0);
        for (int t = 0; t < 100; t++) {
            double rate = random.nextBoolean() ? 2 : 18;
            observe(check, 10, PoissonSampler.of(random, rate).sample());
        }
        assertThat(check.result().misfit()).isTrue();
        assertThat(check.result().misfitPValue()).isLessThan(1e-6);
    }

    @Test
    void thePValueOfAResponseIsTwiceTheTailItLiesIn() {
        ModelCheck check = new ModelCheck(FALSE_ALARM, 5);
        observe(check, 1, 3);
        double atLeastThree = 1 - Math.exp(-1) * (1 + 1 + 0.5);
        assertThat(check.result().latestPValue()).isCloseTo(2 * atLeastThree, within(1e-12));
        assertThat(check.result().trials()).isEqualTo(1);
    }

    @Test
    void theEvidenceOfNumbersAgreesWithTheIntegralOverNormalLaws() {
        double[] numbers = {0.3, -1.2, 2.5, 1.9};
        Evidence evidence = new Evidence();
        for (double z : numbers) {
            evidence.add(z);
        }
        assertThat(evidence.log()).isCloseTo(Math.log(integral(numbers)), within(1e-4));
    }

    /** By the midpoint rule over mean and precision; the precision is gamma(2, rate 2), the mean N(0, 1/precision). */
    private static double integral(double[] numbers) {
        double sum = 0;
        double step = 0.01;
        for (double precision = step / 2; precision < 12; precision += step) {
            for (double mean = -12 + step / 2; mean < 12; mean += step) {
                double ratio = 4 * precision * Math.exp(-2 * precision) * Math.sqrt(precision / (2 * Math.PI))
                        * Math.exp(-precision * mean * mean / 2);
                for (double z : numbers) {
                    ratio *= Math.sqrt(precision)
                            * Math.exp((z * z - precision * (z - mean) * (z - mean)) / 2);
                }
                sum += ratio * step * step;
            }
        }
        return sum;
    }

    private static int trialsToAlarm(UniformRandomProvider random, int most, double expected, double actual) {
        ModelCheck check = new ModelCheck(FALSE_ALARM, random.nextLong());
        int trial = 0;
        while (trial < most && !check.alarm()) {
            trials(check, random, 1, expected, actual);
            trial++;
        }
        return trial;
    }

    private static void trials(ModelCheck check, UniformRandomProvider random, int trials, double expected,
            double actual) {
        for (int t = 0; t < trials; t++) {
            observe(check, expected, PoissonSampler.of(random, actual).sample());
        }
    }

    private static void observe(ModelCheck check, double expected, int count) {
        check.weigh(new PoissonForecast(expected), new double[]{count});
    }

    private record PoissonForecast(double rate) implements ResponseForecast {
        @Override
        public double midProbability(int unit, double response) {
            double below = 0;
            for (int r = 0; r < response; r++) {
                below += probability(unit, r);
            }
            return below + probability(unit, response) / 2;
        }

        @Override
        public double probability(int unit, double response) {
            double p = Math.exp(-rate);
            for (int r = 1; r <= response; r++) {
                p *= rate / r;
            }
            return p;
        }
    }
}
