package io.stimloop.inference.map;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.numerics.special.NormalDistribution;

/**
 * One thread's way to the predictions of a {@link MapPredictor}; holds the last of them. Where the belief averages over
 * hypotheses, information and variance reduction are the averages of those under each: what a count tells about the
 * map, and not what it tells about the kernel.
 */
final class MapView implements ResponsePredictor.View, Prediction {
    private final MapTables tables;
    private final MapPredictor predictor;
    private final LinkMoments moments;
    private final double[] covariances;
    private final double[] scratch;
    private final double[] column;
    private final double[] point;
    private final double[] mean;
    private final double[] variance;
    private final double[] weights = InformationTable.scratch();
    private int candidate;
    private double rateMean;
    private double rateVariance;

    MapView(MapTables tables, MapPredictor predictor) {
        this.tables = tables;
        this.predictor = predictor;
        this.moments = new LinkMoments(tables.model());
        this.covariances = new double[tables.tests().count()];
        this.scratch = new double[tables.tests().count()];
        this.column = new double[tables.model().limit()];
        this.point = new double[tables.model().geometry().coordinates()];
        this.mean = new double[predictor.belief().hypotheses().size()];
        this.variance = new double[mean.length];
    }

    @Override
    public Prediction predict(int wanted) {
        candidate = wanted;
        if (!(tables.question() instanceof Question.Information
                || tables.question() instanceof Question.VarianceReduction)) {
            mixMoments();
        }
        return this;
    }

    private double weight(int h) {
        return predictor.belief().hypotheses().weight(h);
    }

    private void mixMoments() {
        double first = 0;
        double second = 0;
        for (int h = 0; h < mean.length; h++) {
            if (weight(h) > 0) {
                mean[h] = predictor.candidateTable(h).mean(candidate);
                variance[h] = predictor.candidateTable(h).variance(candidate);
                moments.of(mean[h], variance[h]);
                first += weight(h) * moments.mean();
                second += weight(h) * (moments.variance() + moments.mean() * moments.mean());
            }
        }
        rateMean = first;
        rateVariance = mean.length == 1 ? moments.variance() : Math.max(0, second - first * first);
    }

    @Override
    public double informationNats() {
        if (tables.information().isEmpty()) {
            return Prediction.super.informationNats();
        }
        double information = 0;
        for (int h = 0; h < mean.length; h++) {
            if (weight(h) > 0) {
                FitTable table = predictor.candidateTable(h);
                information += weight(h)
                        * tables.information().get(predictor.belief().hypotheses().get(h).dispersion())
                                .at(table.mean(candidate), table.variance(candidate), weights);
            }
        }
        return information;
    }

    @Override
    public double mean(int unit) {
        requireMoments();
        return rateMean;
    }

    @Override
    public double variance(int unit) {
        requireMoments();
        return rateVariance;
    }

    private void requireMoments() {
        if (tables.question() instanceof Question.Information
                || tables.question() instanceof Question.VarianceReduction) {
            Prediction.super.mean(0);
        }
    }

    @Override
    public double probabilityAbove(int unit, double level) {
        requireExceedance();
        if (!(level > 0)) {
            return 1;
        }
        double threshold = tables.model().link().inverse(level);
        double above = 0;
        for (int h = 0; h < mean.length; h++) {
            if (weight(h) > 0) {
                above += weight(h) * NormalDistribution.cdf((mean[h] - threshold) / Math.sqrt(variance[h]));
            }
        }
        return Math.min(1, above);
    }

    @Override
    public double expectedExcess(int unit, double level) {
        requireExceedance();
        if (!(level > 0)) {
            return rateMean - level;
        }
        double excess = 0;
        for (int h = 0; h < mean.length; h++) {
            if (weight(h) > 0) {
                excess += weight(h) * moments.excess(mean[h], variance[h], level);
            }
        }
        return excess;
    }

    @Override
    public double greatestMean(int unit) {
        requireExceedance();
        return predictor.greatestMean();
    }

    private void requireExceedance() {
        if (!(tables.question() instanceof Question.Exceedance)) {
            Prediction.super.greatestMean(0);
        }
    }

    /**
     * By the best linear estimate of the rates from one count y at x, with the covariances of the rates by the delta
     * method: {@code sum_t w_t cov(r_t, r_x)^2 / var(y)}, {@code cov(r_t, r_x) = E[link'(f_t)] E[link'(f_x)] cov(f_t, f_x)}.
     */
    @Override
    public double varianceReduction() {
        if (!(tables.question() instanceof Question.VarianceReduction)) {
            return Prediction.super.varianceReduction();
        }
        tables.candidates().coordinates(candidate, point);
        double reduction = 0;
        for (int h = 0; h < mean.length; h++) {
            if (weight(h) > 0) {
                reduction += weight(h) * reduction(h);
            }
        }
        double discount = tables.model().hedge().repeatDiscount();
        return discount == 0 ? reduction : reduction * discounted(discount);
    }

    private double reduction(int h) {
        Hypothesis hypothesis = predictor.belief().hypotheses().get(h);
        FitTable here = predictor.candidateTable(h);
        double[] known = predictor.squareSums(h);
        double sum = known.length > 0 ? known[candidate] : squareSum(h, hypothesis.fit().covariance(), here);
        moments.of(here.mean(candidate), here.variance(candidate));
        double squaredSlope = moments.slope() * moments.slope();
        double signal = squaredSlope * here.variance(candidate);
        double rate = moments.mean();
        double noise = rate + hypothesis.fit().likelihood().dispersion() * (rate * rate + signal);
        return sum * squaredSlope / (signal + noise);
    }

    /** {@code sum_t w_t E[link'(f_t)]^2 cov(f_t, f_x)^2}. */
    private double squareSum(int h, Covariance prior, FitTable here) {
        FitTable tests = predictor.testTable(h);
        prior.row(tests.places(), point, covariances.length, covariances, scratch);
        here.column(candidate, column);
        tests.subtractLearned(column, covariances);
        double[] slopes = predictor.testSlopes(h);
        double sum = 0;
        for (int t = 0; t < covariances.length; t++) {
            sum += slopes[t] * covariances[t] * covariances[t];
        }
        return sum;
    }

    private double discounted(double power) {
        double visits = predictor.visits(candidate);
        return StrictMath.pow(visits + 0.5, -power);
    }
}
