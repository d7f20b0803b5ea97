package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.TextFormat;
import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.inference.belief.Truth;
import io.stimloop.numerics.random.Streams;
import io.stimloop.v1.ExperimentSpec;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Experiments in which a stimulus may be anything between two values. */
final class ContinuousExperimentTest {
    private static final String THRESHOLD = """
            name: "threshold" seed: 1 neurons { name: "subject" }
            stimulus { dimensions { name: "contrast" unit: "dB" VALUES } }
            model { psychometric { shape: WEIBULL alternatives: 2
              parameters { key: "threshold" value { from: -40 to: 0 count: 81 } }
              parameters { key: "slope" value { values: [2, 3.5, 5] } }
              parameters { key: "lapse" value { values: [0.02] } } } }
            planner { METHOD }
            """;
    private static final String RANGE = "range { min: -40 max: 0 }";
    private static final String COARSE = "values { from: -40 to: 0 count: 9 }";
    private static final int EXPERIMENTS = 60;
    private static final int TRIALS = 30;

    private static ResolvedSpec spec(String contrast, String planner) {
        try {
            ExperimentSpec sent = TextFormat.parse(
                    THRESHOLD.replace("VALUES", contrast).replace("METHOD", planner),
                    ExperimentSpec.class);
            return ((Resolution.Accepted) SpecResolver.resolve(sent, 1_000_000_000L)).spec();
        } catch (TextFormat.ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Nats that each experiment is left with; the subjects and their chance are the same for every spec. */
    private static double[] entropies(ResolvedSpec spec) {
        double[] entropies = new double[EXPERIMENTS];
        for (int e = 0; e < EXPERIMENTS; e++) {
            UniformRandomProvider random = Streams.of(17, e, 0);
            Truth subject = spec.source().drawTruth(random);
            RiglessExperiment experiment = new RiglessExperiment(spec);
            double[] response = new double[1];
            for (int trial = 0; trial < TRIALS; trial++) {
                double[] stimulus = experiment.next();
                assertThat(stimulus[0]).isBetween(-40.0, 0.0);
                subject.respond(stimulus, random, response);
                experiment.learn(response);
            }
            entropies[e] = experiment.belief().entropyNats();
        }
        return entropies;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    @Test
    void stimuliBetweenThoseOfACoarseGridTellMore() {
        double[] anywhere = entropies(spec(RANGE, "search { }"));
        double[] listed = entropies(spec(COARSE, "search { }"));
        double[] gained = new double[EXPERIMENTS];
        Arrays.setAll(gained, e -> listed[e] - anywhere[e]);
        double mean = mean(gained);
        double variance = Arrays.stream(gained).map(g -> (g - mean) * (g - mean)).sum() / (EXPERIMENTS - 1);
        double error = Math.sqrt(variance / EXPERIMENTS);
        assertThat(mean).isGreaterThan(2 * error);
    }

    @Test
    void aRandomDesignDrawsFromTheWholeRange() {
        RiglessExperiment experiment = new RiglessExperiment(spec(RANGE, "random { }"));
        double[] drawn = new double[400];
        for (int trial = 0; trial < drawn.length; trial++) {
            drawn[trial] = experiment.next()[0];
            experiment.learn(new double[]{1});
        }
        assertThat(Arrays.stream(drawn).distinct().count()).isEqualTo(400);
        assertThat(mean(drawn)).isBetween(-22.0, -18.0);
        assertThat(Arrays.stream(drawn).min().orElseThrow()).isBetween(-40.0, -39.0);
        assertThat(Arrays.stream(drawn).max().orElseThrow()).isBetween(-1.0, 0.0);
    }

    @Test
    void theSameSeedGivesTheSameExperiment() {
        ResolvedSpec spec = spec(RANGE,
                "search { continuous { starts: 2 evaluations: 60 } balanced_first: 3 }");
        assertThat(stimuli(spec)).containsExactly(stimuli(spec));
    }

    private static double[] stimuli(ResolvedSpec spec) {
        RiglessExperiment experiment = new RiglessExperiment(spec);
        double[] stimuli = new double[12];
        for (int trial = 0; trial < stimuli.length; trial++) {
            stimuli[trial] = experiment.next()[0];
            experiment.learn(new double[]{trial % 3 == 0 ? 0 : 1});
        }
        return stimuli;
    }
}
