package io.stimloop.control.spec;

import io.stimloop.inference.glm.CovarianceBlock;
import io.stimloop.inference.glm.FilterPrior;
import io.stimloop.v1.LowRankCovariance;
import io.stimloop.v1.Stimulus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The normal prior of a stimulus filter. */
final class FilterPriorSection {
    private static final Bounds VARIANCE = new Bounds(Bounds.SMALLEST, 1e6);
    private static final Bounds FACTOR = new Bounds(-1e3, 1e3);
    private static final double ASYMMETRY = 1e-9;

    private FilterPriorSection() {}

    /**
     * Reads the prior.
     *
     * @param size weights; 0 when the stimulus was at fault
     * @return empty when a fault was reported, here or in the stimulus
     */
    static Optional<FilterPrior> read(io.stimloop.v1.FilterPrior prior, int size, Faults at) {
        List<Double> given = prior.getMeanList();
        at.field("mean").require(given.isEmpty() || size == 0 || given.size() == size,
                "has " + given.size() + " values, the stimulus has " + size);
        at.field("mean").requireAll(given.size(), i -> Bounds.ANY.contain(given.get(i)),
                i -> Bounds.ANY.complaint(given.get(i)));
        double[] mean = given.isEmpty() ? new double[size] : array(given);
        return switch (prior.getCovarianceCase()) {
            case VARIANCE -> {
                VARIANCE.check(prior.getVariance(), at.field("variance"));
                yield built(new FilterPrior.Independent(mean, prior.getVariance()), size, at);
            }
            case LOW_RANK -> lowRank(prior.getLowRank(), mean, at.field("lowRank"));
            case BLOCKS -> blocks(prior, mean, at.field("blocks").field("blocks"));
            case COVARIANCE_NOT_SET -> {
                at.add("has no covariance: give variance, lowRank or blocks");
                yield Optional.empty();
            }
        };
    }

    private static Optional<FilterPrior> built(FilterPrior prior, int size, Faults at) {
        return size > 0 && at.clean() ? Optional.of(prior) : Optional.empty();
    }

    private static Optional<FilterPrior> lowRank(LowRankCovariance covariance, double[] mean, Faults at) {
        VARIANCE.check(covariance.getVariance(), at.field("variance"));
        List<Stimulus> factors = covariance.getFactorsList();
        at.field("factors").require(factors.size() <= Math.max(1, mean.length),
                factors.size() + " are more than there are weights (" + mean.length + ")");
        at.field("factors").requireAll(factors.size(), i -> complaint(factors.get(i), mean.length).isEmpty(),
                i -> complaint(factors.get(i), mean.length));
        if (!at.clean()) {
            return Optional.empty();
        }
        double[][] rows = factors.stream().map(factor -> array(factor.getValuesList()))
                .toArray(double[][]::new);
        return built(new FilterPrior.LowRank(mean, covariance.getVariance(), rows), mean.length, at);
    }

    private static String complaint(Stimulus factor, int size) {
        if (size > 0 && factor.getValuesCount() != size) {
            return "has " + factor.getValuesCount() + " values, the stimulus has " + size;
        }
        return factor.getValuesList().stream().filter(value -> !FACTOR.contain(value)).findFirst()
                .map(FACTOR::complaint).orElse("");
    }

    private static Optional<FilterPrior> blocks(io.stimloop.v1.FilterPrior prior, double[] mean, Faults at) {
        List<CovarianceBlock> blocks = new ArrayList<>();
        long covered = 0;
        for (int i = 0; i < prior.getBlocks().getBlocksCount(); i++) {
            double[] rows = array(prior.getBlocks().getBlocks(i).getCovarianceList());
            int size = (int) StrictMath.round(Math.sqrt(rows.length));
            covered += size;
            block(rows, size, at.element(i).field("covariance")).ifPresent(blocks::add);
        }
        at.require(mean.length == 0 || covered == mean.length || !at.clean(),
                "cover " + covered + " weights, the stimulus has " + mean.length + " values");
        return at.clean() ? built(new FilterPrior.Blocks(mean, blocks), mean.length, at) : Optional.empty();
    }

    private static Optional<CovarianceBlock> block(double[] rows, int size, Faults at) {
        if (!at.require(size > 0 && size * size == rows.length,
                "has " + rows.length + " values, which are no square matrix row by row")) {
            return Optional.empty();
        }
        for (int i = 0; i < size; i++) {
            VARIANCE.check(rows[i * size + i], at.element(i * size + i));
            for (int j = 0; j < i; j++) {
                double value = rows[i * size + j];
                double mirrored = rows[j * size + i];
                at.element(i * size + j).require(Math.abs(value - mirrored) <= ASYMMETRY * Math.abs(value),
                        Wording.number(value) + " in row " + (i + 1) + ", column " + (j + 1)
                                + " must be equal to " + Wording.number(mirrored) + ", which it mirrors");
            }
        }
        return at.clean() ? definite(rows, size, at) : Optional.empty();
    }

    private static Optional<CovarianceBlock> definite(double[] rows, int size, Faults at) {
        try {
            return Optional.of(new CovarianceBlock(size, rows));
        } catch (IllegalArgumentException _) {
            at.add("is singular, or not positive definite; add a little to its diagonal");
            return Optional.empty();
        }
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
