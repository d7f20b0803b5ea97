package io.stimloop.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.inference.belief.Truth;
import io.stimloop.numerics.random.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the beliefs of the shipped experiments expect is compared with what came when they have learned it already. */
class ShippedForecastsTest {
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../../config/experiments"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aForecastIsOfTheBeliefBeforeTheResponseWasLearned(Path file) throws IOException {
        ResolvedSpec spec = ((ExperimentFile.Accepted) ExperimentFile.read(file, Readings.BUDGET_BYTES))
                .spec();
        Belief belief = spec.source().create();
        Truth truth = spec.source().drawTruth(Streams.of(1, 0, 0));
        double[] response = new double[spec.source().responses().units()];
        for (int trial = 0; trial < 3; trial++) {
            double[] stimulus = spec.candidates()[trial * 5 % spec.candidates().length];
            truth.respond(stimulus, Streams.of(2, trial, 0), response);
            ResponseForecast forecast = belief.forecast(stimulus);
            double[] before = probabilities(forecast, response);
            belief.condition(stimulus, response);
            assertThat(probabilities(forecast, response)).isEqualTo(before);
        }
    }

    private static double[] probabilities(ResponseForecast forecast, double[] response) {
        double[] probabilities = new double[2 * response.length];
        Arrays.setAll(probabilities, i -> i % 2 == 0
                ? forecast.midProbability(i / 2, response[i / 2])
                : forecast.probability(i / 2, response[i / 2]));
        return probabilities;
    }
}
