package io.stimloop.inference.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.response.CountNoise;
import io.stimloop.inference.response.Link;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a count tells about a normal f, against a plain quadrature with a thousand nodes. */
class LatentCountTest {
    private static final int NODES = 1001;

    @ParameterizedTest
    @CsvSource({"EXPONENTIAL, 0, 1, 1.2", "EXPONENTIAL, 0, -6, 0.5", "EXPONENTIAL, 0, 3, 0.01",
            "EXPONENTIAL, 0.2, 2, 0.5", "EXPONENTIAL, 0.5, -1, 0.7", "SOFT_RECTIFIED, 0, 2, 400",
            "SOFT_RECTIFIED, 0, 20, 4", "SOFT_RECTIFIED, 0.1, -3, 2", "SOFT_RECTIFIED, 0, -20, 100"})
    void agreesWithBruteForce(Link link, double dispersion, double mean, double variance) {
        double brute = brute(link, dispersion, mean, Math.sqrt(variance));
        double found = new LatentCount(new CountLikelihood(link, dispersion)).informationNats(mean, variance);
        assertThat(found).isCloseTo(brute, within(1e-9));
    }

    @Test
    void theTableAgreesWithTheQuadrature() {
        List<Double> errors = new ArrayList<>();
        for (Link link : Link.values()) {
            for (double dispersion : link == Link.EXPONENTIAL ? new double[]{0, 0.3} : new double[]{0}) {
                CountLikelihood likelihood = new CountLikelihood(link, dispersion);
                LatentCount exact = new LatentCount(likelihood);
                InformationTable table = new InformationTable(likelihood, link == Link.EXPONENTIAL ? 4 : 700);
                for (double mean = -30; mean < 30; mean += 3.37) {
                    for (double logVariance = -20; logVariance < (link == Link.EXPONENTIAL
                            ? 1.3
                            : 6.5); logVariance += 2.31) {
                        double variance = StrictMath.exp(logVariance);
                        if (mean + 5 * Math.sqrt(variance) > exact.highest() - 2) {
                            continue;
                        }
                        errors.add(
                                Math.abs(table.at(mean, variance, InformationTable.scratch())
                                        - exact.informationNats(mean, variance)));
                    }
                }
            }
        }
        assertThat(errors.stream().mapToDouble(e -> e).max().orElseThrow()).isLessThan(1e-4);
    }

    private static double brute(Link link, double dispersion, double mean, double sd) {
        CountNoise noise = new CountNoise(dispersion);
        double highest = link.rate(mean + 9 * sd);
        int symbols = noise.symbols(Math.min(highest, 4000), 1e-14);
        double[] mixture = new double[symbols];
        double[] given = new double[symbols];
        double conditional = 0;
        double total = 0;
        for (int k = 0; k < NODES; k++) {
            double z = -9 + 18.0 * k / (NODES - 1);
            double weight = Math.exp(-z * z / 2);
            total += weight;
            noise.fill(Math.max(link.rate(mean + z * sd), 1e-300), given, symbols);
            conditional += weight * entropy(given, 1);
            for (int c = 0; c < symbols; c++) {
                mixture[c] += weight * given[c];
            }
        }
        return entropy(mixture, total) - conditional / total;
    }

    private static double entropy(double[] p, double total) {
        double entropy = 0;
        for (double mass : p) {
            entropy -= mass > 0 ? mass / total * Math.log(mass / total) : 0;
        }
        return entropy;
    }
}
