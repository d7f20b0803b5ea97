package io.stimloop.inference.grid;

import io.stimloop.inference.points.PointFamily;
import io.stimloop.inference.response.ParameterAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A model whose grid may be refined: how the grid was at first, and how any other is made. Immutable.
 *
 * @param family of its responses
 * @param rulers the axes at first
 * @param rule   when the grid is refined
 * @param onAxes makes the model's grid over other axes of the same parameters
 */
record RefinedGrid(PointFamily family, List<AxisRuler> rulers, Refinement rule,
        Function<List<ParameterAxis>, GridModel> onAxes) {
    static RefinedGrid of(PointFamily family, List<ParameterAxis> axes, double[] periods, Refinement rule,
            Function<List<ParameterAxis>, GridModel> onAxes) {
        List<AxisRuler> rulers = IntStream.range(0, axes.size())
                .mapToObj(p -> new AxisRuler(axes.get(p), periods[p])).toList();
        return new RefinedGrid(family, rulers, rule, onAxes);
    }

    /** The ranges of the grid at first. */
    List<AxisRange> firstRanges() {
        return rulers.stream().map(AxisRange::of).toList();
    }

    /** The model on a grid over these ranges. */
    GridModel on(List<AxisRange> ranges) {
        return onAxes.apply(IntStream.range(0, rulers.size())
                .mapToObj(p -> rulers.get(p).axis(ranges.get(p).low(), ranges.get(p).high())).toList());
    }

    /** The ranges that the marginal posteriors ask for; the same list where these are right. */
    List<AxisRange> next(List<AxisRange> ranges, List<double[]> marginals) {
        List<AxisRange> next = new ArrayList<>(ranges);
        boolean changed = false;
        for (int p = 0; p < next.size(); p++) {
            AxisRange asked = ranges.get(p).next(rulers.get(p), marginals.get(p), rule);
            if (asked != null) {
                next.set(p, asked);
                changed = true;
            }
        }
        return changed ? List.copyOf(next) : ranges;
    }

    /** The logarithm of how much smaller a cell is than at first, in steps of the first grid. */
    double logCellSize(List<AxisRange> ranges) {
        double log = 0;
        for (int p = 0; p < ranges.size(); p++) {
            log += StrictMath.log(ranges.get(p).step(rulers.get(p)));
        }
        return log;
    }
}
