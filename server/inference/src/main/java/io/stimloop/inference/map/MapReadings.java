package io.stimloop.inference.map;

import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.numerics.linear.LowerTriangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** What people and checks read off a {@link MapBelief}: curves, f at the reported stimuli, draws. Not thread safe. */
final class MapReadings {
    private static final double LOWER = 0.025;
    private static final double UPPER = 0.975;
    /** Share of its variance that is added to the diagonal of a joint draw, so that it has a factor. */
    private static final double JITTER = 1e-10;

    private final MapModel model;
    private final Hypotheses hypotheses;
    private final Observations seen;

    MapReadings(MapModel model, Hypotheses hypotheses, Observations seen) {
        this.model = model;
        this.hypotheses = hypotheses;
        this.seen = seen;
    }

    /** Posterior mean and 95% band of the expected count. */
    List<CurvePoint> curve(double[][] stimuli) {
        LinkMoments moments = new LinkMoments(model);
        NormalMixture[] mixtures = mixtures(stimuli);
        List<CurvePoint> curve = new ArrayList<>();
        for (int i = 0; i < stimuli.length; i++) {
            NormalMixture f = mixtures[i];
            double mean = 0;
            for (int h = 0; h < f.weights().length; h++) {
                moments.of(f.means()[h], f.variances()[h]);
                mean += f.weights()[h] * moments.mean();
            }
            curve.add(new CurvePoint(stimuli[i].clone(), mean, model.link().rate(f.quantile(LOWER)),
                    model.link().rate(f.quantile(UPPER))));
        }
        return curve;
    }

    /** f at each of the stimuli. */
    NormalMixture[] mixtures(double[][] stimuli) {
        int[] heavy = heavy();
        double[] weights = Arrays.stream(heavy).mapToDouble(hypotheses::weight).toArray();
        double total = Arrays.stream(weights).sum();
        double[][] means = new double[stimuli.length][heavy.length];
        double[][] variances = new double[stimuli.length][heavy.length];
        FitTable table = new FitTable(Places.of(model.geometry(), stimuli));
        for (int i = 0; i < heavy.length; i++) {
            weights[i] /= total;
            table.refresh(hypotheses.get(heavy[i]).fit(), seen);
            for (int s = 0; s < stimuli.length; s++) {
                means[s][i] = table.mean(s);
                variances[s][i] = table.variance(s);
            }
        }
        NormalMixture[] mixtures = new NormalMixture[stimuli.length];
        Arrays.setAll(mixtures, s -> new NormalMixture(weights, means[s], variances[s]));
        return mixtures;
    }

    private int[] heavy() {
        int[] heavy = new int[hypotheses.size()];
        int count = 0;
        for (int h = 0; h < heavy.length; h++) {
            if (hypotheses.weight(h) > 0) {
                heavy[count++] = h;
            }
        }
        return Arrays.copyOf(heavy, count);
    }

    /** f at the stimuli that are reported. */
    List<ParameterSummary> parameters() {
        List<String> names = ReportedStimuli.names(model);
        NormalMixture[] mixtures = mixtures(ReportedStimuli.of(model));
        List<ParameterSummary> summaries = new ArrayList<>();
        for (int i = 0; i < mixtures.length; i++) {
            double[] quantiles = Arrays.stream(ParameterSummary.probabilities()).map(mixtures[i]::quantile)
                    .toArray();
            summaries
                    .add(new ParameterSummary(names.get(i), mixtures[i].mean(), mixtures[i].sd(), quantiles));
        }
        return summaries;
    }

    /** A joint draw of f at the stimuli. */
    double[] draw(double[][] stimuli, UniformRandomProvider random) {
        Hypothesis drawn = hypotheses.get(pick(random.nextDouble()));
        Places places = Places.of(model.geometry(), stimuli);
        FitTable table = new FitTable(places);
        table.refresh(drawn.fit(), seen);
        int n = stimuli.length;
        LowerTriangle covariance = new LowerTriangle();
        covariance.ensure(n);
        double[] point = new double[model.geometry().coordinates()];
        double[] row = new double[n];
        double[] column = new double[Math.max(1, table.rows())];
        for (int i = 0; i < n; i++) {
            places.coordinates(i, point);
            drawn.fit().covariance().row(places, point, n, row, new double[n]);
            table.column(i, column);
            table.subtractLearned(column, row);
            System.arraycopy(row, 0, covariance.row(i), 0, i + 1);
            covariance.row(i)[i] += JITTER * drawn.fit().covariance().kernel().totalVariance();
        }
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[] z = normal.samples(n).toArray();
        double[] f = new double[n];
        if (covariance.factor(n)) {
            covariance.multiplyTriangle(z, n, f);
        }
        for (int i = 0; i < n; i++) {
            f[i] += table.mean(i);
        }
        return f;
    }

    private int pick(double uniform) {
        double left = uniform;
        for (int h = 0; h < hypotheses.size(); h++) {
            left -= hypotheses.weight(h);
            if (left < 0) {
                return h;
            }
        }
        return hypotheses.size() - 1;
    }
}
