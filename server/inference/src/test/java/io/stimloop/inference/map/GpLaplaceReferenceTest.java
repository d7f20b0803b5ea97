package io.stimloop.inference.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.response.Link;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A log-rate map over 25 points against numbers worked out by an independent brute force. */
class GpLaplaceReferenceTest {
    private static final double TOLERANCE = 1e-9;

    private final JsonNode reference = read();
    private final double[][] points = IntStream.range(0, 25)
            .mapToObj(i -> new double[]{reference.get("x").get(i).asDouble()}).toArray(double[][]::new);
    private final MapModel model = MapModel.fixed(Link.EXPONENTIAL, 0,
            new MapKernel(number("mean"), 0, number("var"), new double[]{number("ell")}, 0, 1,
                    number("jitter")),
            new double[][]{IntStream.range(0, 25).mapToDouble(i -> points[i][0]).toArray()},
            new double[]{Double.NaN});

    private static JsonNode read() {
        try (InputStream in = GpLaplaceReferenceTest.class
                .getResourceAsStream("/reference/gp_laplace.json")) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private double number(String name) {
        return reference.get(name).asDouble();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void modeVarianceInformationAndEvidenceAgree(int snapshot) {
        JsonNode wanted = reference.get("snapshots").get(snapshot);
        MapBelief belief = learned(wanted.get("after_trials").asInt());
        FitTable table = new FitTable(Places.of(model.geometry(), points));
        LaplaceFit fit = belief.hypotheses().get(0).fit();
        table.refresh(fit, belief.seen());
        LatentCount count = new LatentCount(fit.likelihood());
        ResponsePredictor.View view = belief.predictor(points, Question.INFORMATION).newView();
        for (int i = 0; i < points.length; i++) {
            assertThat(table.mean(i)).as("f %d", i).isCloseTo(at(wanted, "f_map", i), within(TOLERANCE));
            assertThat(table.variance(i)).as("var %d", i).isCloseTo(at(wanted, "var", i), within(TOLERANCE));
            double information = at(wanted, "mi_local_nats", i);
            assertThat(count.informationNats(table.mean(i), table.variance(i))).as("information %d", i)
                    .isCloseTo(information, within(TOLERANCE));
            assertThat(view.predict(i).informationNats()).as("tabulated %d", i)
                    .isCloseTo(information, within(1e-5));
        }
        assertThat(fit.logEvidence())
                .isCloseTo(wanted.get("log_evidence_laplace_dropping_logyfact").asDouble(),
                        within(TOLERANCE));
        double priorLogDeterminant = reference.get("snapshots").get(0).get("logdet_cov").asDouble();
        assertThat(priorLogDeterminant + 2 * belief.entropyNats())
                .isCloseTo(wanted.get("logdet_cov").asDouble(), within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void expectedRatesAgree(int snapshot) {
        JsonNode wanted = reference.get("snapshots").get(snapshot);
        MapBelief belief = learned(wanted.get("after_trials").asInt());
        assertThat(belief.curve(points)).extracting(CurvePoint::mean).usingElementComparator(
                (a, b) -> Math.abs(a - b) < TOLERANCE ? 0 : Double.compare(a, b))
                .containsExactlyElementsOf(
                        IntStream.range(0, 25).mapToObj(i -> at(wanted, "rate_mean", i)).toList());
    }

    private static double at(JsonNode wanted, String name, int i) {
        return wanted.get(name).get(i).asDouble();
    }

    private MapBelief learned(int trials) {
        MapBelief belief = new MapBelief(model);
        JsonNode sequence = reference.get("sequence_pointIndex_count");
        for (int t = 0; t < trials; t++) {
            belief.condition(points[sequence.get(t).get(0).asInt()],
                    new double[]{sequence.get(t).get(1).asDouble()});
        }
        return belief;
    }
}
