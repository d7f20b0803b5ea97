package io.stimloop.inference.glm;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.response.CountNoise;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.special.NormalQuadrature;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Agreement with an independent float64 implementation: mode, covariance, information of 50 candidates, one update. */
class LaplaceReferenceTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    private static JsonNode reference;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream file = LaplaceReferenceTest.class
                .getResourceAsStream("/reference/glm_laplace.json")) {
            reference = new ObjectMapper().readTree(Objects.requireNonNull(file));
        }
    }

    @Test
    void modeAndCovarianceAreThoseOfTheBatchFit() {
        LaplaceFit fit = new LaplaceFit(Link.EXPONENTIAL, rows("X"), numbers("y"), numbers("m0"), rows("C0"));
        assertThat(fit.mode()).containsExactly(numbers("map"), CLOSE);
        double[][] covariance = fit.covariance();
        for (int i = 0; i < covariance.length; i++) {
            assertThat(covariance[i]).containsExactly(rows("cov")[i], CLOSE);
        }
        assertThat(fit.logDeterminant()).isCloseTo(reference.get("logdet_cov").asDouble(), CLOSE);
    }

    @Test
    void entropyAndInformationAreThoseOfTheReferencePosterior() {
        UnitPosterior posterior = posterior();
        double[] means = numbers("g_mean");
        double[] variances = numbers("g_var");
        UnitMoments moments = new UnitMoments(model(), StimulusRows.of(rows("candidates")));
        moments.recompute(posterior);
        NormalExpectations expectations = new NormalExpectations(Link.EXPONENTIAL);
        for (int i = 0; i < means.length; i++) {
            double m = moments.mean(i);
            double v = moments.variance(i);
            assertThat(m).isCloseTo(means[i], CLOSE);
            assertThat(v).isCloseTo(variances[i], CLOSE);
            assertThat(0.5 * StrictMath.log1p(v * StrictMath.exp(m)))
                    .isCloseTo(numbers("fisher_plugin")[i], CLOSE);
            assertThat(0.5 * StrictMath.log1p(v * expectations.meanRate(m, v)))
                    .isCloseTo(numbers("lewi_log")[i], CLOSE);
            assertThat(exactInformation(m, v)).isCloseTo(numbers("mi_exact_nats")[i], CLOSE);
            // Between the plug-in score and its bound by Jensen's inequality, and near to what is exact.
            assertThat(expectations.informationNats(m, v))
                    .isBetween(numbers("fisher_plugin")[i], numbers("lewi_log")[i])
                    .isCloseTo(numbers("mi_exact_nats")[i],
                            Offset.offset(0.02 * numbers("mi_exact_nats")[i]));
        }
    }

    @Test
    void oneUpdateIsThatOfTheReference() {
        UnitPosterior posterior = posterior();
        JsonNode update = reference.get("rank_one");
        posterior.learn(rows("candidates")[update.get("cand").asInt()], update.get("y").asDouble());
        assertThat(posterior.step()).isCloseTo(update.get("delta").asDouble(), CLOSE);
        double[] mean = numbers(update.get("map"));
        for (int i = 0; i < mean.length; i++) {
            assertThat(posterior.mean()[i]).isCloseTo(mean[i], CLOSE);
            assertThat(posterior.covariance().get(i, i)).isCloseTo(numbers(update.get("cov_diag"))[i], CLOSE);
            assertThat(posterior.covariance().get(0, i)).isCloseTo(numbers(update.get("cov_row0"))[i], CLOSE);
        }
    }

    /** I(count; eta) of the count itself, by Gauss-Hermite quadrature. */
    private static double exactInformation(double m, double v) {
        NormalQuadrature rule = NormalQuadrature.gaussHermite(64);
        double most = 0;
        double[] rates = new double[rule.size()];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = StrictMath.exp(m + StrictMath.sqrt(v) * rule.nodes()[i]);
            most = Math.max(most, rates[i]);
        }
        CountNoise poisson = new CountNoise(0);
        double information = 0;
        for (int count = 0; count < most + 15 * StrictMath.sqrt(most) + 30; count++) {
            double p = 0;
            double conditional = 0;
            for (int i = 0; i < rates.length; i++) {
                double log = poisson.logProbability(count, rates[i]);
                double mass = rule.weights()[i] * StrictMath.exp(log);
                p += mass;
                conditional += mass * log;
            }
            information += conditional - (p > 0 ? p * StrictMath.log(p) : 0);
        }
        return information;
    }

    private static UnitPosterior posterior() {
        return new UnitPosterior(model(), 0);
    }

    private static GlmModel model() {
        double[] rowByRow = StreamSupport.stream(reference.get("cov").spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .mapToDouble(JsonNode::asDouble)
                .toArray();
        return GlmModel.ofFilter(Link.EXPONENTIAL, new FilterPrior.Blocks(numbers("map"),
                List.of(new CovarianceBlock(numbers("map").length, rowByRow))));
    }

    private static double[] numbers(String name) {
        return numbers(reference.get(name));
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
    }

    private static double[][] rows(String name) {
        return StreamSupport.stream(reference.get(name).spliterator(), false)
                .map(LaplaceReferenceTest::numbers).toArray(double[][]::new);
    }
}
