package io.stimloop.inference.psychometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.grid.GridBelief;
import io.stimloop.inference.grid.PointGridSource;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Priors;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** W2, the Weibull function of Watson (2017), against numbers worked out by an independent brute force. */
final class WatsonReferenceTest {
    private static final Offset<Double> EXACT = within(1e-9);

    private static JsonNode grid(String cells) throws IOException {
        try (InputStream in = WatsonReferenceTest.class.getResourceAsStream("/reference/w2.json")) {
            return JsonMapper.builder().build().readTree(Objects.requireNonNull(in)).get("grids").get(cells);
        }
    }

    private static double[] doubles(JsonNode array) {
        return IntStream.range(0, array.size()).mapToDouble(i -> array.get(i).asDouble()).toArray();
    }

    private static ParameterAxis axis(String name, JsonNode values) {
        return new ParameterAxis(name, doubles(values), Priors.flat(values.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"820", "18711"})
    void everySnapshotIsMet(String cells) throws IOException {
        JsonNode reference = grid(cells);
        JsonNode axes = reference.get("axes");
        PointGridSource source = new PointGridSource(
                new PsychometricModel(PsychometricShape.WEIBULL, 2, List.of()),
                List.of(axis("threshold", axes.get("t")), axis("slope", axes.get("beta")),
                        axis("lapse", axes.get("lapse"))),
                new double[]{Double.NaN, Double.NaN, Double.NaN});
        double[][] stimuli = Arrays.stream(doubles(reference.get("x"))).mapToObj(x -> new double[]{x})
                .toArray(double[][]::new);
        Belief belief = source.create();
        ResponsePredictor predictor = belief.predictor(stimuli, Question.INFORMATION);
        JsonNode sequence = reference.get("sequence_stimIndex_correct");
        double logEvidence = 0;
        for (JsonNode snapshot : reference.get("snapshots")) {
            while (belief.trials() < snapshot.get("after_trials").asInt()) {
                JsonNode trial = sequence.get((int) belief.trials());
                double[] stimulus = stimuli[trial.get(0).asInt()];
                double response = trial.get(1).asDouble();
                logEvidence += Math.log(belief.forecast(stimulus).probability(0, response));
                belief.condition(stimulus, new double[]{response});
            }
            predictor.refresh();
            assertBelief((GridBelief) belief, snapshot);
            assertPredictions(belief, stimuli, predictor, snapshot);
            if (belief.trials() > 0) {
                assertThat(logEvidence).isCloseTo(snapshot.get("log_evidence").asDouble(), EXACT);
            }
        }
        assertThat(belief.trials()).isEqualTo(30);
    }

    private static void assertBelief(GridBelief belief, JsonNode snapshot) {
        assertThat(belief.entropyNats()).isCloseTo(snapshot.get("entropy_nats").asDouble(), EXACT);
        List<ParameterSummary> parameters = belief.parameters();
        List<String> names = List.of("t", "beta", "lapse");
        for (int p = 0; p < names.size(); p++) {
            assertThat(parameters.get(p).mean()).isCloseTo(snapshot.get("mean").get(p).asDouble(), EXACT);
            assertThat(parameters.get(p).sd()).isCloseTo(snapshot.get("sd").get(p).asDouble(), EXACT);
            assertThat(belief.marginals().get(p))
                    .containsExactly(doubles(snapshot.get("marginals").get(names.get(p))), EXACT);
        }
    }

    private static void assertPredictions(Belief belief, double[][] stimuli, ResponsePredictor predictor,
            JsonNode snapshot) {
        ResponsePredictor.View view = predictor.newView();
        double[] information = IntStream.range(0, stimuli.length)
                .mapToDouble(c -> view.predict(c).informationNats()).toArray();
        assertThat(information).containsExactly(doubles(snapshot.get("mi_nats")), EXACT);
        double[] correct = belief.curve(stimuli).stream().mapToDouble(point -> point.mean()).toArray();
        assertThat(correct).containsExactly(doubles(snapshot.get("p_correct_predictive")), EXACT);
        int best = snapshot.get("argmax").asInt();
        assertThat(belief.entropyNats() - information[best])
                .isCloseTo(snapshot.get("expected_posterior_entropy_at_argmax").asDouble(), EXACT);
    }
}
