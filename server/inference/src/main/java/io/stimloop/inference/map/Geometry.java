package io.stimloop.inference.map;

/**
 * Where stimuli lie for a kernel: coordinates in which every kernel is a squared exponential of distances. A periodic
 * dimension is a circle in two coordinates: the squared chord is {@code 4 sin^2(pi d / P)}, so that its squared
 * exponential is the periodic kernel. The same circle gone round twice serves the half-turn part.
 *
 * @param periods by dimension: length of a turn; NaN where there is none; not to be modified
 */
public record Geometry(double[] periods) {
    int dimensions() {
        return periods.length;
    }

    /** Coordinates of a stimulus, those of the half-turn part included. */
    int coordinates() {
        int count = 0;
        for (double period : periods) {
            count += Double.isNaN(period) ? 1 : 4;
        }
        return count;
    }

    /** Works out the coordinates of a stimulus. */
    void locate(double[] stimulus, double[] out) {
        int at = 0;
        for (int d = 0; d < periods.length; d++) {
            if (Double.isNaN(periods[d])) {
                out[at++] = stimulus[d];
            } else {
                double turns = stimulus[d] / periods[d];
                double angle = 2 * Math.PI * (turns - Math.floor(turns));
                out[at++] = StrictMath.cos(angle);
                out[at++] = StrictMath.sin(angle);
                out[at++] = StrictMath.cos(2 * angle);
                out[at++] = StrictMath.sin(2 * angle);
            }
        }
    }

    /** What a squared distance in each coordinate counts for the smooth part: 1 / length^2, in the coordinate. */
    double[] weights(MapKernel kernel) {
        double[] weights = new double[coordinates()];
        int at = 0;
        for (int d = 0; d < periods.length; d++) {
            if (Double.isNaN(periods[d])) {
                weights[at++] = 1 / (kernel.lengths()[d] * kernel.lengths()[d]);
            } else {
                double radians = 2 * Math.PI * kernel.lengths()[d] / periods[d];
                weights[at] = 1 / (radians * radians);
                weights[at + 1] = weights[at];
                at += 4;
            }
        }
        return weights;
    }

    /** Likewise for the half-turn part. */
    double[] halfTurnWeights(MapKernel kernel) {
        double[] weights = new double[coordinates()];
        int at = 0;
        for (double period : periods) {
            if (Double.isNaN(period)) {
                at++;
            } else {
                double radians = 4 * Math.PI * kernel.halfTurnLength() / period;
                weights[at + 2] = 1 / (radians * radians);
                weights[at + 3] = weights[at + 2];
                at += 4;
            }
        }
        return weights;
    }
}
