package io.stimloop.control.spec;

import java.util.List;

/** Bounds the cells of a grid: a belief keeps them in one array. */
final class GridSize {
    private GridSize() {}

    /** Reports axes with too many combinations of their values. */
    static void check(List<AxisDraft> axes, Faults at) {
        double cells = axes.stream().mapToDouble(axis -> Math.max(1, axis.values().length)).reduce(1,
                (a, b) -> a * b);
        at.require(cells <= Integer.MAX_VALUE, "make a grid of " + Wording.number(cells)
                + " cells: at most " + Wording.number(Integer.MAX_VALUE) + "; use fewer values");
    }
}
