package io.stimloop.inference.glm;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.BallSearch;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.random.Streams;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The best of the ball is better than anything else in it. */
class BallSearchTest {
    private static final double NORM = 2.5;

    @ParameterizedTest
    @CsvSource({"EXPONENTIAL,0,3", "EXPONENTIAL,40,3", "SOFT_RECTIFIED,25,6", "EXPONENTIAL,60,20",
            "EXPONENTIAL,30,1"})
    void noneOfManyOtherStimuliTellsMore(Link link, int trials, int size) {
        GlmBelief belief = learned(Models.whole(link, 1, size, 0), trials);
        BallSearch search = search(belief);
        double[] best = search.stimulus();
        assertThat(length(best)).isLessThanOrEqualTo(NORM * (1 + 1e-12));
        double found = information(belief, best);
        assertThat(search.prediction().informationNats()).isCloseTo(found, Offset.offset(1e-9));
        UniformRandomProvider random = Streams.of(4, size, 1);
        double greatest = 0;
        double[][] others = Models.sphere(100_000, size, NORM, 12);
        UnitMoments moments = moments(belief, others);
        NormalExpectations expectations = new NormalExpectations(link);
        for (int i = 0; i < others.length; i++) {
            greatest = Math.max(greatest, expectations.informationNats(moments.mean(i), moments.variance(i)));
        }
        assertThat(found).isGreaterThanOrEqualTo(greatest - 1e-9);
        for (int i = 0; i < 2000; i++) {
            double[] near = best.clone();
            double scale = StrictMath.pow(10, -1 - 4 * random.nextDouble());
            for (int k = 0; k < size; k++) {
                near[k] += scale * (random.nextDouble() - 0.5);
            }
            double shrink = Math.min(1, NORM / length(near));
            for (int k = 0; k < size; k++) {
                near[k] *= shrink;
            }
            assertThat(information(belief, near)).isLessThanOrEqualTo(found + 1e-8);
        }
    }

    @Test
    void aFilterIsLearnedBetterFromItsOwnChoicesThanFromAsManyOthers() {
        double[] filter = new Gabor(4, 45, 1.2, 0).pixels(5, 1);
        GlmSource source = new GlmSource(Models.plain(Link.EXPONENTIAL, 25, 0.0625));
        double chosen = 0;
        double others = 0;
        for (int seed = 0; seed < 6; seed++) {
            GlmBelief belief = new GlmBelief(source.model());
            BallSearch search = unsearched(belief);
            Truth cell = source.truth(filter);
            UniformRandomProvider random = Streams.of(seed, 0, 2);
            double[] response = new double[1];
            for (int trial = 0; trial < 200; trial++) {
                assertThat(search.search(() -> true)).isTrue();
                cell.respond(search.stimulus(), random, response);
                belief.condition(search.stimulus(), response);
            }
            chosen += error(belief, filter);
            GlmBelief undirected = new GlmBelief(source.model());
            for (double[] stimulus : Models.sphere(200, 25, NORM, seed)) {
                cell.respond(stimulus, random, response);
                undirected.condition(stimulus, response);
            }
            others += error(undirected, filter);
        }
        assertThat(chosen).isLessThan(0.7 * others);
    }

    private static double error(GlmBelief belief, double[] filter) {
        double sum = 0;
        for (int i = 0; i < filter.length; i++) {
            double off = belief.posterior(0).mean()[i] - filter[i];
            sum += off * off;
        }
        return sum;
    }

    @Test
    void theGradientStandsAtARightAngleToTheSphere() {
        GlmBelief belief = learned(Models.plain(Link.EXPONENTIAL, 30, 0.1), 50);
        double[] best = search(belief).stimulus();
        double step = 1e-4;
        double[] gradient = new double[30];
        for (int k = 0; k < 30; k++) {
            double[] up = best.clone();
            double[] down = best.clone();
            up[k] += step;
            down[k] -= step;
            gradient[k] = (information(belief, up) - information(belief, down)) / (2 * step);
        }
        double along = 0;
        for (int k = 0; k < 30; k++) {
            along += gradient[k] * best[k] / (NORM * length(gradient));
        }
        assertThat(along).isCloseTo(1, Offset.offset(1e-5));
    }

    @Test
    void theSameBeliefGivesTheSameBits() {
        GlmBelief belief = learned(Models.plain(Link.EXPONENTIAL, 9, 0.2), 20);
        BallSearch search = search(belief);
        BallSearch other = search(belief.copy());
        assertThat(other.stimulus()).isEqualTo(search.stimulus());
    }

    @Test
    void aSearchThatMayNotGoOnHasNoResult() {
        GlmBelief belief = learned(Models.plain(Link.EXPONENTIAL, 9, 0.2), 20);
        assertThat(unsearched(belief).search(() -> false)).isFalse();
    }

    private static BallSearch search(GlmBelief belief) {
        BallSearch search = unsearched(belief);
        assertThat(search.search(() -> true)).isTrue();
        return search;
    }

    private static BallSearch unsearched(GlmBelief belief) {
        return belief.predictor(new double[1][belief.model().stimulusSize()], Question.INFORMATION)
                .ballSearch(NORM).orElseThrow();
    }

    private static GlmBelief learned(GlmModel model, int trials) {
        GlmBelief belief = new GlmBelief(model);
        UniformRandomProvider random = Streams.of(6, trials, 0);
        double[][] stimuli = Models.sphere(Math.max(1, trials), model.stimulusSize(), NORM, 3);
        for (int trial = 0; trial < trials; trial++) {
            belief.condition(stimuli[trial], new double[]{random.nextInt(5)});
        }
        return belief;
    }

    private static double information(GlmBelief belief, double[] stimulus) {
        UnitMoments moments = moments(belief, new double[][]{stimulus});
        return new NormalExpectations(belief.model().link()).informationNats(moments.mean(0),
                moments.variance(0));
    }

    private static UnitMoments moments(GlmBelief belief, double[][] stimuli) {
        UnitMoments moments = new UnitMoments(belief.model(), StimulusRows.of(stimuli));
        moments.recompute(belief.posterior(0));
        moments.refreshTail(belief.posterior(0), belief.tail(0));
        return moments;
    }

    private static double length(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
