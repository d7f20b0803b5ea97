package io.stimloop.inference.formula;

import java.util.Arrays;
import java.util.List;

/**
 * The arrays of a program, and its steps bound to them. Points are worked through in blocks that stay in the
 * processor's nearest cache. Not thread safe.
 */
final class Scratch {
    /** Points in a block. */
    static final int BLOCK = 256;

    private final Program program;
    private final double[][] slots;
    private final List<Bound> once;
    private final List<Bound> everywhere;

    /** A step with the arrays that it reads and writes. */
    private record Bound(Function function, double[][] arguments, double[] result) {
        void run(int n) {
            function.apply(arguments, n, result);
        }
    }

    Scratch(Program program) {
        this.program = program;
        this.slots = new double[program.slots()][BLOCK];
        program.constants().forEach(known -> Arrays.fill(slots[known.slot()], known.value()));
        this.once = bind(program.once());
        this.everywhere = bind(program.everywhere());
    }

    private List<Bound> bind(List<Program.Step> steps) {
        return steps.stream().map(step -> new Bound(step.function(),
                step.arguments().stream().map(slot -> slots[slot]).toArray(double[][]::new),
                slots[step.slot()])).toList();
    }

    /** Evaluates the program; see {@link Formula#evaluate}. */
    void run(double[] stimulus, double[][] parameters, int n, double[] out) {
        for (int i = 0; i < program.stimuli().size(); i++) {
            Program.Load load = program.stimuli().get(i);
            slots[load.slot()][0] = stimulus[load.index()];
        }
        for (int i = 0; i < once.size(); i++) {
            once.get(i).run(1);
        }
        if (!program.varies()) {
            Arrays.fill(out, 0, n, slots[program.result()][0]);
            return;
        }
        for (int i = 0; i < program.broadcast().size(); i++) {
            double[] slot = slots[program.broadcast().get(i)];
            Arrays.fill(slot, 0, Math.min(n, BLOCK), slot[0]);
        }
        for (int from = 0; from < n; from += BLOCK) {
            block(parameters, from, Math.min(BLOCK, n - from), out);
        }
    }

    private void block(double[][] parameters, int from, int n, double[] out) {
        for (int i = 0; i < program.parameters().size(); i++) {
            Program.Load load = program.parameters().get(i);
            System.arraycopy(parameters[load.index()], from, slots[load.slot()], 0, n);
        }
        for (int i = 0; i < everywhere.size(); i++) {
            everywhere.get(i).run(n);
        }
        System.arraycopy(slots[program.result()], 0, out, from, n);
    }
}
