package io.stimloop.inference.grid;

import io.stimloop.inference.response.ResponseTable;
import io.stimloop.numerics.kernel.MixtureKernels;

/**
 * The distributions of the count in the rows of a {@link ResponseTable}, in single precision and cut into tiles of a few
 * counts. Each tile is a matrix of all rows, of which only some hold more than zeros. Immutable.
 */
final class CountTiles {
    private static final int WIDTH = MixtureKernels.WIDTH;
    /** Less likely counts count as impossible; hundreds of them do not make 1e-9. */
    private static final double NEGLIGIBLE = 1e-12;

    private final int counts;
    private final int[] rows;
    private final int[] firstRow;
    private final int[] endRow;
    private final float[][] probabilities;

    CountTiles(ResponseTable responses, int rows) {
        this.counts = responses.symbols();
        this.rows = new int[rows];
        this.firstRow = new int[tiles(counts)];
        this.endRow = new int[firstRow.length];
        this.probabilities = new float[firstRow.length][rows * WIDTH];
        for (int row = 0; row < rows; row++) {
            this.rows[row] = row;
            double[] whole = new double[probabilities.length * WIDTH];
            responses.addTo(whole, row, 1);
            for (int tile = 0; tile < probabilities.length; tile++) {
                cut(whole, row, tile);
            }
        }
    }

    private void cut(double[] whole, int row, int tile) {
        boolean likely = false;
        for (int i = 0; i < WIDTH; i++) {
            if (whole[tile * WIDTH + i] >= NEGLIGIBLE) {
                probabilities[tile][row * WIDTH + i] = (float) whole[tile * WIDTH + i];
                likely = true;
            }
        }
        if (likely) {
            firstRow[tile] = endRow[tile] == 0 ? row : firstRow[tile];
            endRow[tile] = row + 1;
        }
    }

    /** For so many counts. */
    static int tiles(int counts) {
        return (counts + WIDTH - 1) / WIDTH;
    }

    static long bytes(int counts, int rows) {
        return (long) tiles(counts) * rows * WIDTH * Float.BYTES;
    }

    int tiles() {
        return probabilities.length;
    }

    /** Number of counts told apart. */
    int counts() {
        return counts;
    }

    /** 0, 1, 2, ... Not to be modified. */
    int[] rows() {
        return rows;
    }

    /** The first row of a tile that holds more than zeros. */
    int firstRow(int tile) {
        return firstRow[tile];
    }

    /** The last one, plus one. */
    int endRow(int tile) {
        return endRow[tile];
    }

    /** By row, then by count of the tile. Not to be modified. */
    float[] probabilities(int tile) {
        return probabilities[tile];
    }
}
