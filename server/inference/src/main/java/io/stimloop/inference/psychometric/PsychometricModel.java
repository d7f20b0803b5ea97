package io.stimloop.inference.psychometric;

import io.stimloop.inference.points.PointFamily;
import io.stimloop.inference.points.PointModel;
import java.util.ArrayList;
import java.util.List;

/**
 * The probability of a correct answer, or of a yes (Watson 2017, QUEST+: A general multidimensional Bayesian adaptive
 * psychometric method, Journal of Vision 17(3):10):
 *
 * <pre>{@code p(x) = guess + (1 - guess - lapse) F(slope, x - threshold)}</pre>
 *
 * <p>Both probabilities are columns, each worked out without cancellation: where lapse is 0 and the stimulus far above
 * the threshold, that of an error is {@code (1 - guess) (1 - F)}, far below what could be left of 1 - p.
 */
public final class PsychometricModel implements PointModel {
    private static final int THRESHOLD = 0;
    private static final int SLOPE = 1;
    private static final int GUESS = 2;

    private final PsychometricShape shape;
    private final int alternatives;
    private final List<String> names;

    /**
     * A model.
     *
     * @param alternatives of a forced choice, of which one is right: guess is 1 / alternatives; 0 where guess is a
     *                     parameter
     * @param shifts       names of the stimulus dimensions after the first, each a parameter: what a unit of it adds to
     *                     the threshold
     */
    public PsychometricModel(PsychometricShape shape, int alternatives, List<String> shifts) {
        this.shape = shape;
        this.alternatives = alternatives;
        List<String> all = new ArrayList<>(List.of("threshold", "slope"));
        if (alternatives == 0) {
            all.add("guess");
        }
        all.add("lapse");
        all.addAll(shifts);
        this.names = List.copyOf(all);
    }

    @Override
    public PointFamily family() {
        return PointFamily.CHOICE;
    }

    @Override
    public int columns() {
        return 2;
    }

    @Override
    public List<String> parameterNames() {
        return names;
    }

    @Override
    public String kind() {
        return "psychometric";
    }

    @Override
    public boolean bounds(String parameter, double value) {
        return value == 0 && (parameter.equals("guess") || parameter.equals("lapse"));
    }

    @Override
    public void evaluate(double[] stimulus, double[][] parameters, int n, double[][] out) {
        int lapses = alternatives == 0 ? GUESS + 1 : GUESS;
        if (stimulus.length != names.size() - lapses) {
            throw new IllegalArgumentException("stimulus: " + stimulus.length + " values; the model has "
                    + (names.size() - lapses) + " dimensions");
        }
        for (int k = 0; k < n; k++) {
            double threshold = parameters[THRESHOLD][k];
            for (int d = 1; d < stimulus.length; d++) {
                threshold += parameters[lapses + d][k] * stimulus[d];
            }
            double x = parameters[SLOPE][k] * (stimulus[0] - threshold);
            double guess = alternatives == 0 ? probability(parameters[GUESS][k]) : 1.0 / alternatives;
            double lapse = probability(parameters[lapses][k]);
            double range = 1 - guess - lapse;
            out[0][k] = Math.max(0, lapse + range * shape.missed(x));
            out[1][k] = Math.max(0, guess + range * shape.detected(x));
        }
    }

    private static double probability(double value) {
        return Math.clamp(value, 0, 1);
    }
}
