package io.stimloop.control.safety;

/**
 * The light that a stimulus drives.
 *
 * @param dimensions      by target: the dimension whose value is its power in milliwatts; not to be modified
 * @param train           the pulses of a command
 * @param fibreDiameterUm of the fibre that each target has at its tip, in micrometres; NaN where it is no fibre
 * @param sharedBeam      whether one beam is split among the targets, as by a hologram
 * @param placesUm        by target: where it is, in micrometres; all the same where that is not known; not to be modified
 */
public record LightOutput(int[] dimensions, Train train, double fibreDiameterUm, boolean sharedBeam,
        double[][] placesUm) {
    /** How many targets. */
    int targets() {
        return dimensions.length;
    }

    /** Distance of two targets, in micrometres. */
    double distanceUm(int a, int b) {
        double sum = 0;
        for (int axis = 0; axis < placesUm[a].length; axis++) {
            double apart = placesUm[a][axis] - placesUm[b][axis];
            sum += apart * apart;
        }
        return Math.sqrt(sum);
    }

    /** Irradiance at the tip for each milliwatt, in 1/mm2: P / (pi r^2); 0 where it is no fibre. */
    double tipPerMm2() {
        double radiusMm = fibreDiameterUm / 2000;
        return Double.isNaN(fibreDiameterUm) ? 0 : 1 / (Math.PI * radiusMm * radiusMm);
    }
}
