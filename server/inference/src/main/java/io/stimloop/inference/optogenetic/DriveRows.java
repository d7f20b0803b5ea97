package io.stimloop.inference.optogenetic;

import io.stimloop.inference.glm.Covariance;
import java.util.Arrays;

/**
 * The regressors of stimuli that light few targets: of each stimulus the bias' and those that are not 0. Immutable, but for the one
 * stimulus of {@link #ofAny}.
 *
 * @param starts  where each stimulus begins in the other two, and where the last ends; not to be modified
 * @param weights which weight each regressor goes with; not to be modified
 * @param drives  the regressors; not to be modified
 */
record DriveRows(int[] starts, int[] weights, double[] drives) {
    /** Works out those of stimuli, one row each. */
    static DriveRows of(OptogeneticModel model, double[][] stimuli) {
        int[] starts = new int[stimuli.length + 1];
        double[] full = new double[model.size()];
        int longest = Arrays.stream(stimuli).mapToInt(DriveRows::lit).sum() + stimuli.length;
        int[] weights = new int[longest];
        double[] drives = new double[longest];
        int at = 0;
        for (int i = 0; i < stimuli.length; i++) {
            model.writeDrives(stimuli[i], full);
            for (int k = 0; k < full.length; k++) {
                if (full[k] > 0) {
                    weights[at] = k;
                    drives[at++] = full[k];
                }
            }
            starts[i + 1] = at;
        }
        return new DriveRows(starts, Arrays.copyOf(weights, at), Arrays.copyOf(drives, at));
    }

    /** Room for one stimulus that lights any number of targets, which {@link #overwrite} puts there. Not thread safe. */
    static DriveRows ofAny(OptogeneticModel model) {
        return new DriveRows(new int[2], new int[model.size()], new double[model.size()]);
    }

    /** Puts another stimulus in the place of the one of {@link #ofAny}. */
    void overwrite(OptogeneticModel model, double[] stimulus) {
        weights[0] = 0;
        drives[0] = 1;
        int at = 1;
        for (int k = 0; k < stimulus.length; k++) {
            double drive = stimulus[k] > 0 ? model.opsin().drive(stimulus[k]) : 0;
            if (drive > 0) {
                weights[at] = k + 1;
                drives[at++] = drive;
            }
        }
        starts[1] = at;
    }

    private static int lit(double[] stimulus) {
        return (int) Arrays.stream(stimulus).filter(power -> power > 0).count();
    }

    /** Bytes of so many stimuli that light at most so many targets each. */
    static long bytes(int count, int mostAtOnce) {
        return (long) count * (Integer.BYTES + (1L + mostAtOnce) * (Integer.BYTES + Double.BYTES));
    }

    /** Bytes held. */
    long bytes() {
        return (long) Integer.BYTES * (starts.length + weights.length) + (long) Double.BYTES * drives.length;
    }

    /** How many stimuli. */
    int count() {
        return starts.length - 1;
    }

    /** {@code x . vector} for a stimulus. */
    double dot(int row, double[] vector) {
        double sum = 0;
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            sum += drives[i] * vector[weights[i]];
        }
        return sum;
    }

    /** {@code x'Cx} for a stimulus, from 0: rounding below is cut off. */
    double variance(int row, Covariance covariance) {
        double sum = 0;
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            double inner = 0.5 * drives[i] * covariance.get(weights[i], weights[i]);
            for (int j = starts[row]; j < i; j++) {
                inner += drives[j] * covariance.get(weights[i], weights[j]);
            }
            sum += 2 * drives[i] * inner;
        }
        return Math.max(0, sum);
    }

    /** {@code out = C x} for a stimulus. */
    void product(int row, Covariance covariance, double[] out) {
        Arrays.fill(out, 0);
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            for (int k = 0; k < covariance.size(); k++) {
                out[k] += drives[i] * covariance.get(weights[i], k);
            }
        }
    }
}
