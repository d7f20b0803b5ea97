package io.stimloop.inference.points;

import io.stimloop.numerics.kernel.Kernels;

/** Choices: a product of each load with the probabilities of each alternative but one. */
final class ChoiceSpread implements ResponseSpread {
    private final int alternatives;

    ChoiceSpread(int alternatives) {
        this.alternatives = alternatives;
    }

    @Override
    public int symbols() {
        return alternatives;
    }

    @Override
    public void gather(double[][] columns, Loads loads, Moments moments) {
        double[] weights = loads.column(0);
        int n = columns[0].length;
        moments.clear();
        moments.cover(0, alternatives);
        for (int j = 0; j < loads.count(); j++) {
            spread(columns, loads.column(j), n, moments.of(j), loads.total(j));
        }
        moments.addEntropy(Kernels.ARRAYS.dot(weights, columns[columns.length - 1], n));
    }

    /**
     * The last of the sums (of a binary response the first) is what the others leave of the total.
     */
    private void spread(double[][] columns, double[] load, int n, double[] sums, double total) {
        double rest = total;
        boolean binary = columns.length - 1 < alternatives;
        for (int r = 1; r < alternatives; r++) {
            sums[r] = Kernels.ARRAYS.dot(load, columns[binary ? 0 : r], n);
            rest -= sums[r];
        }
        sums[0] = rest;
    }
}
