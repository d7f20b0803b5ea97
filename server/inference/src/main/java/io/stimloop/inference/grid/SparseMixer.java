package io.stimloop.inference.grid;

import io.stimloop.inference.response.ResponseTable;
import io.stimloop.numerics.kernel.Elementary;
import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.kernel.SpreadKernels;
import java.util.Arrays;

/**
 * Works out how much the next count of one neuron tells, of which few cells have mass: in double precision, because
 * where little is left to learn, differences between stimuli are small. Not thread safe.
 */
final class SparseMixer {
    private final JointTables tables;
    private final double[] mass;
    private final double[] distribution;

    SparseMixer(JointTables tables) {
        this.tables = tables;
        this.mass = new double[tables.tiles().rows().length];
        this.distribution = new double[tables.responses().symbols()];
    }

    /** Answers for a candidate. */
    double informationNats(int candidate, JointUnit unit) {
        CellMoves moves = tables.moves(candidate);
        Arrays.fill(mass, 0);
        Kernels.MIXTURES.scatter(unit.masses(), unit.cells(), unit.active(), moves.first(), moves.weights(),
                mass);
        mix(tables.responses());
        // With masses m that add up to M, H(m / M) = ln M + H(m) / M.
        double total = Kernels.ARRAYS.sum(distribution, distribution.length);
        double whole = Elementary.log(total)
                + Kernels.ARRAYS.entropy(distribution, distribution.length) / total;
        double moved = Kernels.ARRAYS.sum(mass, mass.length);
        double noise = Kernels.ARRAYS.dot(mass, tables.responses().entropyNats(), mass.length) / moved;
        return Math.max(0, whole - noise);
    }

    private void mix(ResponseTable responses) {
        Arrays.fill(distribution, 0);
        for (int row = 0; row < mass.length; row++) {
            if (Math.abs(mass[row]) >= SpreadKernels.NEGLIGIBLE) {
                responses.addTo(distribution, row, mass[row]);
            }
        }
    }

    static long bytes(int rows, int counts) {
        return (long) Double.BYTES * (rows + counts);
    }
}
