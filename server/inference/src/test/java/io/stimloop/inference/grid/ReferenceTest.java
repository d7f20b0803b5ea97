package io.stimloop.inference.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.response.TuningCurve;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Agreement with the independent brute force in {@code resources/reference}. */
class ReferenceTest {
    private static final double ACCURACY = 1e-9;
    private static final int[] SMALL_SIZES = {7, 9, 13, 8};
    private static final String[] AXES = {"b", "A", "mu", "sigma"};

    @ParameterizedTest
    @ValueSource(ints = {0, ReferenceCase.CEILING})
    void uniformPriorAndInfomaxSequenceAgree(int ceiling) {
        JsonNode wanted = ReferenceCase.SMALL.get("case_A");
        agree(wanted, ReferenceCase.flat(SMALL_SIZES, ceiling), ceiling);
    }

    @Test
    void productPriorAndCountsBeyondTheCeilingAgree() {
        JsonNode wanted = ReferenceCase.SMALL.get("case_B");
        JsonNode weights = wanted.get("prior_axis_weights");
        double[][] priors = new double[4][];
        for (int k = 0; k < 4; k++) {
            priors[k] = ReferenceCase.doubles(weights.get(k));
        }
        agree(wanted, ReferenceCase.model(SMALL_SIZES, priors, ReferenceCase.CEILING), ReferenceCase.CEILING);
    }

    @ParameterizedTest
    @CsvSource({"15^4, 15", "21^4, 21"})
    void largeGridsAgree(String name, int size) {
        TuningCurve model = ReferenceCase.flat(new int[]{size, size, size, size}, ReferenceCase.CEILING);
        GridBelief belief = new GridBelief(model);
        for (JsonNode snapshot : ReferenceCase.BIG.get("grids").get(name)) {
            ReferenceCase.condition(belief, ReferenceCase.BIG.get("sequence_stimIndex_count"),
                    snapshot.get("after_trials").asInt());
            agreeOnSummaries(snapshot, belief);
            agreeOnInformation(snapshot, belief, "mi_nats");
        }
    }

    private static void agree(JsonNode wanted, TuningCurve model, int ceiling) {
        GridBelief belief = new GridBelief(model);
        for (JsonNode snapshot : wanted.get("snapshots")) {
            ReferenceCase.condition(belief, wanted.get("sequence_stimIndex_count"),
                    snapshot.get("after_trials").asInt());
            agreeOnSummaries(snapshot, belief);
            agreeOnVariances(snapshot, belief);
            agreeOnInformation(snapshot, belief, ceiling == 0 ? "mi_untruncated_nats" : "mi_nats");
        }
    }

    private static void agreeOnSummaries(JsonNode snapshot, GridBelief belief) {
        assertThat(belief.entropyNats()).isCloseTo(snapshot.get("entropy_nats").asDouble(),
                relative(snapshot));
        List<double[]> marginals = belief.marginals();
        List<ParameterSummary> parameters = belief.parameters();
        for (int k = 0; k < AXES.length; k++) {
            double mean = snapshot.get("mean").get(k).asDouble();
            assertThat(parameters.get(k).mean()).isCloseTo(mean, offset(ACCURACY * (1e-3 + Math.abs(mean))));
            double[] marginal = ReferenceCase.doubles(snapshot.get("marginals").get(AXES[k]));
            for (int i = 0; i < marginal.length; i++) {
                assertThat(marginals.get(k)[i]).isCloseTo(marginal[i], offset(ACCURACY * marginal[i]));
            }
        }
    }

    private static void agreeOnVariances(JsonNode snapshot, GridBelief belief) {
        for (int k = 0; k < AXES.length; k++) {
            double variance = snapshot.get("cov").get(k).get(k).asDouble();
            double sd = belief.parameters().get(k).sd();
            assertThat(sd * sd).isCloseTo(variance, offset(ACCURACY * variance));
        }
    }

    private static void agreeOnInformation(JsonNode snapshot, GridBelief belief, String field) {
        double[] wanted = ReferenceCase.doubles(snapshot.get(field));
        ResponsePredictor.View view = belief.predictor(ReferenceCase.STIMULI).newView();
        double worst = 0;
        for (int s = 0; s < wanted.length; s++) {
            worst = Math.max(worst, Math.abs(new Infomax().utility(view.predict(s)) - wanted[s]));
        }
        assertThat(worst).isLessThan(ACCURACY);
    }

    private static Offset<Double> relative(JsonNode snapshot) {
        return offset(ACCURACY * snapshot.get("entropy_nats").asDouble());
    }
}
