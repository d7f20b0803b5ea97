package io.stimloop.inference.glm;

/**
 * A Gabor function, the filter of many cells of the primary visual cortex: a grating under a round Gaussian envelope
 * in the middle of a square of pixels.
 *
 * @param wavelength  of the grating, in pixels, above 0
 * @param orientation of its wave vector, in degrees
 * @param sd          of the envelope, in pixels, above 0
 * @param phase       of the grating at the centre, in degrees; at 0 it is even
 */
public record Gabor(double wavelength, double orientation, double sd, double phase) {
    /**
     * The pixels, row by row.
     *
     * @param side pixels of a row, and rows
     * @param norm Euclidean length that the pixels are scaled to
     */
    public double[] pixels(int side, double norm) {
        double[] pixels = new double[side * side];
        double squares = 0;
        for (int i = 0; i < pixels.length; i++) {
            double x = i % side - (side - 1) / 2.0;
            double y = Math.floorDiv(i, side) - (side - 1) / 2.0;
            double along = x * StrictMath.cos(StrictMath.toRadians(orientation))
                    + y * StrictMath.sin(StrictMath.toRadians(orientation));
            pixels[i] = StrictMath.exp(-0.5 * (x * x + y * y) / (sd * sd))
                    * StrictMath.cos(2 * Math.PI * along / wavelength + StrictMath.toRadians(phase));
            squares += pixels[i] * pixels[i];
        }
        double scale = squares > 0 ? norm / Math.sqrt(squares) : 0;
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] *= scale;
        }
        return pixels;
    }
}
