package io.stimloop.control.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.TextFormat;
import io.stimloop.control.experiment.RiglessExperiment;
import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.inference.belief.Truth;
import io.stimloop.numerics.random.Streams;
import io.stimloop.v1.ExperimentSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model with every objective that it can have can be looked ahead with. */
final class LookaheadPairsTest {
    private static final String AHEAD = """
            planner { search { lookahead { steps: 2 candidates: 2 responses: 2 } } }
            model_check { off: true }
            """;
    private static final int TRIALS = 2;

    private static Stream<Arguments> pairs() {
        return ModelTexts.all().entrySet().stream().flatMap(model -> ObjectiveTexts
                .all(model.getValue().split("neurons \\{", -1).length - 1).entrySet().stream()
                .flatMap(objective -> resolved(model.getValue(), objective.getValue()).stream()
                        .map(spec -> arguments(model.getKey() + ": " + objective.getKey(), spec))));
    }

    /** Empty where the objective has no meaning for the model. */
    private static Optional<ResolvedSpec> resolved(String model, String objective) {
        try {
            ExperimentSpec spec = TextFormat.parse(
                    "name: \"pair\" seed: 3\n" + model + "objective { " + objective + " }\n" + AHEAD,
                    ExperimentSpec.class);
            return SpecResolver.resolve(spec,
                    1_000_000_000L) instanceof Resolution.Accepted(ResolvedSpec right)
                            ? Optional.of(right)
                            : Optional.empty();
        } catch (TextFormat.ParseException wrong) {
            throw new IllegalArgumentException(model, wrong);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void theSameResponsesGiveTheSameStimuliAndNothingFails(String pair, ResolvedSpec spec) {
        List<double[]> stimuli = stimuli(spec);
        assertThat(stimuli).hasSize(TRIALS + 1)
                .allMatch(stimulus -> Arrays.stream(spec.candidates())
                        .anyMatch(candidate -> Arrays.equals(candidate, stimulus)));
        assertThat(stimuli(spec).toArray(double[][]::new)).isDeepEqualTo(stimuli.toArray(double[][]::new));
    }

    private static List<double[]> stimuli(ResolvedSpec spec) {
        RiglessExperiment experiment = new RiglessExperiment(spec);
        UniformRandomProvider random = Streams.of(20, 0, 0);
        Truth truth = spec.source().drawTruth(random);
        double[] response = new double[spec.source().responses().units()];
        List<double[]> stimuli = new ArrayList<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            stimuli.add(experiment.next());
            truth.respond(stimuli.getLast(), random, response);
            experiment.learn(response);
        }
        stimuli.add(experiment.next());
        return stimuli;
    }
}
