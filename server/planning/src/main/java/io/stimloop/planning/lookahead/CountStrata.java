package io.stimloop.planning.lookahead;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.DiscretePrediction;
import io.stimloop.inference.belief.Prediction;

/**
 * Counts of one unit. Where no more than the allowed number of neighbouring counts hold all but 1e-6 of the
 * probability, each of them with its own. Else the predictive distribution is cut into as many strata of equal
 * probability, and the count at the middle of each stands for it: stratified sampling without the chance (Cochran 1977,
 * Sampling Techniques, chapter 5), alike for all stimuli, so that they are compared at the same ranks.
 *
 * @param most strata, from 1
 */
record CountStrata(int most) implements Branching {
    /** Probability that is cut off at each end. */
    private static final double TAIL = 5e-7;

    @Override
    public void fill(Prediction prediction, Belief belief, double[] stimulus, Branches out) {
        DiscretePrediction counts = (DiscretePrediction) prediction;
        double[] probabilities = counts.probabilities();
        int last = counts.symbols() - 1;
        int first = 0;
        for (double below = probabilities[0]; below < TAIL && first < last; below += probabilities[first]) {
            first++;
        }
        for (double above = probabilities[last]; above < TAIL && last > first; above += probabilities[last]) {
            last--;
        }
        out.clear();
        if (last - first < most) {
            addEach(probabilities, first, last, out);
        } else {
            addStrata(probabilities, first, last, out);
        }
        out.normalise();
        out.sort();
    }

    private static void addEach(double[] probabilities, int first, int last, Branches out) {
        for (int count = first; count <= last; count++) {
            if (probabilities[count] > 0) {
                out.add(probabilities[count])[0] = count;
            }
        }
    }

    private void addStrata(double[] probabilities, int first, int last, Branches out) {
        double total = 0;
        for (int count = first; count <= last; count++) {
            total += probabilities[count];
        }
        double below = 0;
        int middles = 0;
        for (int count = first; count <= last && middles < most; count++) {
            below += probabilities[count];
            int before = middles;
            while (middles < most && (middles + 0.5) / most * total <= below) {
                middles++;
            }
            if (middles > before) {
                out.add(middles - before)[0] = count;
            }
        }
        if (middles < most) {
            out.add(most - middles)[0] = last;
        }
    }

    @Override
    public int most() {
        return most;
    }

    @Override
    public boolean exact() {
        return false;
    }
}
