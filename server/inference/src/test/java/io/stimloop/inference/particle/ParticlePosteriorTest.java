package io.stimloop.inference.particle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.points.PointModel;
import io.stimloop.inference.response.CountNoise;
import io.stimloop.inference.response.Densities;
import io.stimloop.inference.response.Density;
import io.stimloop.numerics.random.Streams;
import io.stimloop.numerics.special.LogGamma;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/**
 * Posteriors against closed forms and fine grids. Each is followed by {@value #RUNS} clouds of their own seeds; the mean of
 * an estimate must lie within {@value #LIMIT} of its standard errors of the right value: with 19 degrees of freedom a right
 * program fails once in 40,000 times for seeds that are drawn.
 */
class ParticlePosteriorTest {
    private static final int RUNS = 20;
    private static final double LIMIT = 5.5;
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private record Trial(double[] stimulus, double response) {}

    private static List<ParticleBelief> followed(PointModel model, List<Density> priors, int count,
            List<Trial> trials) {
        List<ParticleBelief> beliefs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            ParticleSettings settings = new ParticleSettings(count, 0.5, 3, 1000 + run);
            ParticleBelief belief = new ParticleSource(model, priors, settings).create();
            for (Trial trial : trials) {
                belief.condition(trial.stimulus, new double[]{trial.response});
            }
            beliefs.add(belief);
        }
        return beliefs;
    }

    private static void assertMean(List<ParticleBelief> beliefs, ToDoubleFunction<ParticleBelief> estimate,
            double right) {
        double[] found = beliefs.stream().mapToDouble(estimate).toArray();
        double mean = Arrays.stream(found).average().orElseThrow();
        double square = Arrays.stream(found).map(x -> (x - mean) * (x - mean)).sum();
        double standardError = Math.sqrt(square / (RUNS - 1) / RUNS);
        assertThat(mean).isCloseTo(right, within(LIMIT * standardError));
        assertThat(standardError).isPositive();
    }

    @Test
    void agreesWithTheConjugatePosteriorOfAMean() {
        List<Trial> trials = new ArrayList<>();
        UniformRandomProvider random = Streams.of(3, 0, 0);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 40; i++) {
            double value = 2.5 + 3 * (random.nextDouble() - 0.5);
            trials.add(new Trial(new double[]{i % 3}, value));
            sum += value;
            squares += value * value;
        }
        // Prior N(0, 2^2), noise sd 1.
        double precision = 0.25 + 40;
        double mean = sum / precision;
        double evidence = -20 * LOG_TWO_PI - squares / 2 + mean * sum / 2 + Math.log(0.25 / precision) / 2;
        List<ParticleBelief> beliefs = followed(Models.mean(1), List.of(Densities.normal(0, 2)), 500, trials);
        assertMean(beliefs, belief -> belief.parameters().getFirst().mean(), mean);
        assertMean(beliefs, belief -> belief.parameters().getFirst().sd(), Math.sqrt(1 / precision));
        assertMean(beliefs, belief -> belief.parameters().getFirst().quantiles()[0],
                mean - 1.959964 * Math.sqrt(1 / precision));
        assertMean(beliefs, ParticleBelief::logEvidence, evidence);
        assertMean(beliefs, ParticleBelief::entropyNats, 0.5 * (LOG_TWO_PI + 1 - Math.log(precision)));
    }

    @Test
    void agreesWithTheConjugatePosteriorOfAMedian() {
        double[] logs = {0.3, -0.2, 1.1, 0.8, 0.5, 0.9};
        List<Trial> trials = Arrays.stream(logs).mapToObj(log -> new Trial(new double[]{0}, Math.exp(log)))
                .toList();
        double precision = 0.25 + logs.length / 0.09;
        double mean = Arrays.stream(logs).sum() / 0.09 / precision;
        List<ParticleBelief> beliefs = followed(Models.logMedian(0.3), List.of(Densities.normal(0, 2)), 500,
                trials);
        assertMean(beliefs, belief -> belief.parameters().getFirst().mean(), mean);
        assertMean(beliefs, belief -> belief.parameters().getFirst().sd(), Math.sqrt(1 / precision));
    }

    @Test
    void agreesWithTheConjugatePosteriorOfACoin() {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            trials.add(new Trial(new double[0], i % 10 == 0 ? 1 : 0));
        }
        double a = 0.5 + 6;
        double b = 0.5 + 54;
        double evidence = LogGamma.of(a) + LogGamma.of(b) - LogGamma.of(a + b) - 2 * LogGamma.of(0.5);
        List<ParticleBelief> beliefs = followed(Models.coin(), List.of(Densities.beta(0.5, 0.5)), 500,
                trials);
        assertMean(beliefs, belief -> belief.parameters().getFirst().mean(), a / (a + b));
        assertMean(beliefs, belief -> belief.parameters().getFirst().sd(),
                Math.sqrt(a * b / (a + b + 1)) / (a + b));
        assertMean(beliefs, ParticleBelief::logEvidence, evidence);
    }

    @Test
    void agreesWithAFineGridForATuningCurve() {
        // Of a cell with its peak of 6 spikes at 0.7.
        int[] counts = {0, 3, 1, 0, 7, 0, 0, 5, 1, 0, 2, 0, 2, 0, 1};
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            trials.add(new Trial(new double[]{i * 7 % 11 - 5}, counts[i]));
        }
        Grid grid = new Grid(trials);
        List<ParticleBelief> beliefs = followed(Models.bump(),
                List.of(Densities.uniform(-5, 5), Densities.normal(1, 1)), 1000, trials);
        for (int p = 0; p < 2; p++) {
            int parameter = p;
            assertMean(beliefs, belief -> belief.parameters().get(parameter).mean(), grid.mean[p]);
            assertMean(beliefs, belief -> belief.parameters().get(parameter).sd(), grid.sd[p]);
        }
        assertMean(beliefs, ParticleBelief::logEvidence, grid.logEvidence);
        assertMean(beliefs, ParticleBelief::entropyNats, grid.entropy);
    }

    /** The bump's posterior by the midpoint rule on 800 x 800 cells. */
    private static final class Grid {
        private static final int STEPS = 800;

        private final double[] mean = new double[2];
        private final double[] sd = new double[2];
        private double logEvidence;
        private double entropy;

        Grid(List<Trial> trials) {
            double[][] logs = new double[STEPS][STEPS];
            double peak = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < STEPS; i++) {
                for (int j = 0; j < STEPS; j++) {
                    logs[i][j] = logJoint(place(i), height(j), trials);
                    peak = Math.max(peak, logs[i][j]);
                }
            }
            double cell = 10.0 / STEPS * 10.0 / STEPS;
            double total = 0;
            double[] sums = new double[4];
            double logs1 = 0;
            for (int i = 0; i < STEPS; i++) {
                for (int j = 0; j < STEPS; j++) {
                    double mass = Math.exp(logs[i][j] - peak) * cell;
                    total += mass;
                    logs1 += mass * logs[i][j];
                    sums[0] += mass * place(i);
                    sums[1] += mass * height(j);
                    sums[2] += mass * place(i) * place(i);
                    sums[3] += mass * height(j) * height(j);
                }
            }
            for (int p = 0; p < 2; p++) {
                mean[p] = sums[p] / total;
                sd[p] = Math.sqrt(sums[p + 2] / total - mean[p] * mean[p]);
            }
            logEvidence = peak + Math.log(total);
            entropy = logEvidence - logs1 / total;
        }

        private static double place(int i) {
            return -5 + (i + 0.5) * 10 / STEPS;
        }

        private static double height(int j) {
            return -4 + (j + 0.5) * 10 / STEPS;
        }

        private static double logJoint(double place, double height, List<Trial> trials) {
            double sum = -Math.log(10) - (height - 1) * (height - 1) / 2 - LOG_TWO_PI / 2;
            for (Trial trial : trials) {
                double off = trial.stimulus[0] - place;
                double rate = 0.5 + Math.exp(height - off * off / 2);
                sum += trial.response * Math.log(rate) - rate
                        + new CountNoise(0).logConstant((int) trial.response);
            }
            return sum;
        }
    }

    @Test
    void takesATrialThatNarrowsThePriorAThousandTimes() {
        List<Trial> trials = List.of(new Trial(new double[]{0}, 1.2345));
        double precision = 1 + 1e6;
        List<ParticleBelief> beliefs = followed(Models.mean(1e-3), List.of(Densities.normal(0, 1)), 500,
                trials);
        assertMean(beliefs, belief -> belief.parameters().getFirst().mean(), 1.2345e6 / precision);
        assertMean(beliefs, belief -> belief.parameters().getFirst().sd(), Math.sqrt(1 / precision));
        assertMean(beliefs, ParticleBelief::logEvidence,
                -LOG_TWO_PI / 2 - Math.log(1 + 1e-6) / 2 - 1.2345 * 1.2345 / 2 / (1 + 1e-6));
        assertThat(beliefs).allSatisfy(
                belief -> assertThat(belief.effectiveSampleSize()).isGreaterThan(100));
    }

    @Test
    void keepsBothLabellingsOfTwoSources() {
        List<Trial> trials = new ArrayList<>();
        UniformRandomProvider random = Streams.of(8, 0, 0);
        double[] response = new double[1];
        var truth = new ParticleSource(Models.sources(), priors(4), new ParticleSettings(100, 0.5, 3, 1))
                .truth(java.util.Map.of("x1", 1.0, "y1", 0.5, "x2", -1.0, "y2", -0.5));
        for (int i = 0; i < 40; i++) {
            double[] stimulus = {4 * random.nextDouble() - 2, 4 * random.nextDouble() - 2};
            truth.respond(stimulus, random, response);
            trials.add(new Trial(stimulus, response[0]));
        }
        List<ParticleBelief> beliefs = followed(Models.sources(), priors(4), 1000, trials);
        assertMean(beliefs, ParticlePosteriorTest::firstIsRight, 0.5);
        assertThat(beliefs)
                .allSatisfy(belief -> assertThat(firstIsRight(belief)).isBetween(0.05, 0.95));
        // Either source is where one of the true ones is.
        assertThat(beliefs).allSatisfy(belief -> {
            assertThat(belief.parameters().getFirst().sd()).isBetween(0.7, 1.3);
            assertThat(belief.effectiveSampleSize()).isGreaterThan(400);
        });
    }

    private static List<Density> priors(int count) {
        return java.util.stream.Stream.generate(() -> Densities.normal(0, 1)).limit(count).toList();
    }

    private static double firstIsRight(ParticleBelief belief) {
        double[][] values = belief.points().parameters();
        double sum = 0;
        for (int k = 0; k < belief.points().size(); k++) {
            sum += values[0][k] > values[2][k] ? belief.points().weights()[k] : 0;
        }
        return sum;
    }
}
