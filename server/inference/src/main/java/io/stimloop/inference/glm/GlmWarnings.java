package io.stimloop.inference.glm;

import java.util.ArrayList;
import java.util.List;

/** What an operator should know about the belief of one neuron. */
final class GlmWarnings {
    /** A weight farther from its prior mean than so many prior sd is worth a word. */
    private static final double SURPRISING_SD = 4;
    /** After so many trials for each weight of the filter most of its directions should be known. */
    private static final int TRIALS_PER_WEIGHT = 10;

    private final GlmModel model;
    private final UnitPosterior posterior;
    private final long trials;

    GlmWarnings(GlmModel model, UnitPosterior posterior, long trials) {
        this.model = model;
        this.posterior = posterior;
        this.trials = trials;
    }

    List<String> all() {
        List<String> warnings = new ArrayList<>();
        warnOfSurprise(warnings);
        warnOfUnseenDirections(warnings);
        return warnings;
    }

    /** Of the weight that is farthest out: a silent cell, noise that is taken for spikes, a prior that is wrong. */
    private void warnOfSurprise(List<String> warnings) {
        double[] prior = model.priorMean();
        int farthest = 0;
        double most = 0;
        for (int i = 0; i < model.size(); i++) {
            double off = Math.abs(posterior.mean()[i] - prior[i]) / Math.sqrt(model.priorVariance(i));
            if (off > most) {
                most = off;
                farthest = i;
            }
        }
        if (most > SURPRISING_SD) {
            warnings.add(model.parameterNames().get(farthest) + ": lies " + Math.round(most)
                    + " prior sd from its prior mean; look at the prior, and at what is recorded");
        }
    }

    /**
     * Of independent weights the sum of {@code 1 - posterior variance / prior variance} is at most the number of
     * directions that were learned about: collinear stimuli leave it at 1. Weights that drift are forgotten again.
     */
    private void warnOfUnseenDirections(List<String> warnings) {
        int size = model.stimulusSize();
        if (model.driftSd() > 0 || trials < (long) TRIALS_PER_WEIGHT * size) {
            return;
        }
        double learned = 0;
        for (int i = 0; i < size; i++) {
            learned += 1 - posterior.covariance().get(i, i) / model.priorVariance(i);
        }
        if (learned < size / 2.0) {
            warnings.add("filter: " + trials + " trials told of about " + Math.max(0, Math.round(learned))
                    + " of its " + size + " directions; stimuli that differ more would tell of the others");
        }
    }
}
