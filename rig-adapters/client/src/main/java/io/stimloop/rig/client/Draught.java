package io.stimloop.rig.client;

import io.stimloop.rig.guard.ApartRule;
import io.stimloop.rig.guard.OutputLimits;
import io.stimloop.rig.guard.RangeRule;
import io.stimloop.rig.guard.Rule;
import io.stimloop.v1.Amount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The limits of an output while they are being read: ranges that only become narrower, and rules that only become more. */
final class Draught {
    private final List<String> names;
    private final double[] least;
    private final double[] most;
    private final boolean[][] apart;
    private final List<Rule> rules = new ArrayList<>();

    /** @param names of the values of a stimulus, in order */
    Draught(List<String> names) {
        this.names = names;
        least = new double[names.size()];
        most = new double[names.size()];
        apart = new boolean[names.size()][names.size()];
        Arrays.fill(least, Double.NEGATIVE_INFINITY);
        Arrays.fill(most, Double.POSITIVE_INFINITY);
    }

    List<String> names() {
        return names;
    }

    /** The places of values, of those names that there are. */
    int[] places(List<String> wanted) {
        return wanted.stream().mapToInt(names::indexOf).filter(place -> place >= 0).toArray();
    }

    /** A value, if there is one of this name, is no less and no more than this. */
    void within(String name, double min, double max) {
        int place = names.indexOf(name);
        if (place >= 0) {
            least[place] = Math.max(least[place], min);
            most[place] = Math.min(most[place], max);
        }
    }

    /** Two values are never other than 0 together. */
    void apart(int one, int other) {
        apart[one][other] = true;
        apart[other][one] = true;
    }

    void add(Rule rule) {
        rules.add(rule);
    }

    /** What an amount is in a command; a dimension that is not there is no number, which no rule lets pass. */
    ToDoubleFunction<double[]> amount(Amount amount) {
        if (amount.hasFixed()) {
            double fixed = amount.getFixed();
            return stimulus -> fixed;
        }
        int place = names.indexOf(amount.getDimension());
        return stimulus -> place < 0 ? Double.NaN : stimulus[place];
    }

    /** All of it. */
    OutputLimits limits(String sha256) {
        List<Rule> all = new ArrayList<>();
        all.add(new RangeRule(least, most));
        if (IntStream.range(0, names.size())
                .anyMatch(i -> IntStream.range(0, i).anyMatch(j -> apart[i][j]))) {
            all.add(new ApartRule(apart));
        }
        all.addAll(rules);
        return new OutputLimits(sha256, names.size(), all);
    }
}
