package io.stimloop.control.spec;

import io.stimloop.planning.pattern.Conflicts;
import io.stimloop.planning.pattern.PatternRules;
import io.stimloop.v1.Target;
import io.stimloop.v1.TargetPair;
import io.stimloop.v1.TargetStimulus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which targets may be lit at once, and how strongly. */
final class PatternSection {
    /** Rounding may make a distance smaller than it is by this fraction. */
    private static final double ROUNDING = 1e-9;

    private PatternSection() {}

    /**
     * Reads the rules.
     *
     * @param levels powers that were read; empty where they were at fault
     * @return empty where anything here or in what it rests on was at fault
     */
    static Optional<PatternRules> read(TargetStimulus sent, double[] levels, Faults at) {
        double[] powers = Arrays.stream(levels).filter(power -> power > 0).toArray();
        checkMost(sent, powers, at);
        boolean distance = Bounds.NOT_NEGATIVE.check(sent.getMinDistanceUm(), at.field("minDistanceUm"));
        Set<Long> pairs = pairs(sent, at.field("forbiddenPairs"));
        if (powers.length == 0 || !distance || !at.clean()) {
            return Optional.empty();
        }
        requireDistance(sent, at.field("minDistanceUm"));
        List<Target> targets = sent.getTargetsList();
        double least = sent.getMinDistanceUm() * (1 - ROUNDING);
        Conflicts conflicts = Conflicts.where(targets.size(),
                (a, b) -> distance(targets.get(a), targets.get(b)) < least || pairs.contains(key(a, b)));
        double[] most = targets.stream()
                .mapToDouble(
                        target -> target.hasMostPower() ? target.getMostPower() : Double.POSITIVE_INFINITY)
                .toArray();
        return Optional.of(new PatternRules(powers, most, (int) TargetSection.mostAtOnce(sent),
                sent.hasMostTotalPower() ? sent.getMostTotalPower() : Double.POSITIVE_INFINITY, conflicts,
                levels[0] == 0));
    }

    private static void checkMost(TargetStimulus sent, double[] powers, Faults at) {
        double least = powers.length == 0 ? 0 : powers[0];
        if (sent.hasMostTotalPower()) {
            checkPower(sent.getMostTotalPower(), least, at.field("mostTotalPower"));
        }
        for (int i = 0; i < sent.getTargetsCount(); i++) {
            if (sent.getTargets(i).hasMostPower()) {
                checkPower(sent.getTargets(i).getMostPower(), least,
                        at.field("targets").element(i).field("mostPower"));
            }
        }
    }

    private static void checkPower(double most, double least, Faults at) {
        if (Bounds.POSITIVE.check(most, at)) {
            at.require(most >= least, Wording.number(most) + " is below the least power ("
                    + Wording.number(least) + "): nothing could be lit; raise it, or give a lower power");
        }
    }

    /** Pairs by the {@link #key} of their indices. */
    private static Set<Long> pairs(TargetStimulus sent, Faults at) {
        Map<String, Integer> indices = new HashMap<>();
        for (int i = 0; i < sent.getTargetsCount(); i++) {
            indices.put(sent.getTargets(i).getName(), i);
        }
        Set<Long> pairs = new HashSet<>();
        for (int i = 0; i < sent.getForbiddenPairsCount(); i++) {
            TargetPair pair = sent.getForbiddenPairs(i);
            Integer first = index(pair.getFirst(), indices, at.element(i).field("first"));
            Integer second = index(pair.getSecond(), indices, at.element(i).field("second"));
            if (first != null && second != null) {
                addPair(pair, first, second, pairs, at.element(i));
            }
        }
        return pairs;
    }

    private static void addPair(TargetPair pair, int first, int second, Set<Long> pairs, Faults at) {
        if (at.require(first != second, "names " + Wording.quoted(pair.getFirst())
                + " twice: a pair is of two different targets")) {
            at.require(pairs.add(key(first, second)), Wording.quoted(pair.getFirst()) + " and "
                    + Wording.quoted(pair.getSecond()) + " are an earlier pair too: list each pair once");
        }
    }

    private static @Nullable Integer index(String name,
            Map<String, Integer> indices, Faults at) {
        Integer index = indices.get(name);
        at.require(index != null, name.isEmpty()
                ? "is missing: the name of a target"
                : Wording.quoted(name) + " is no target: " + Wording.suggestion(name, indices.keySet()));
        return index;
    }

    private static long key(int a, int b) {
        return ((long) Math.min(a, b) << Integer.SIZE) | Math.max(a, b);
    }

    /** Where several are to be on at once, some two must be far enough apart. */
    private static void requireDistance(TargetStimulus sent, Faults at) {
        double greatest = 0;
        List<Target> targets = sent.getTargetsList();
        for (int a = 0; a < targets.size(); a++) {
            for (int b = a + 1; b < targets.size(); b++) {
                greatest = Math.max(greatest, distance(targets.get(a), targets.get(b)));
            }
        }
        at.require(TargetSection.mostAtOnce(sent) == 1
                || greatest >= sent.getMinDistanceUm() * (1 - ROUNDING),
                Wording.number(sent.getMinDistanceUm()) + " is more than any two targets are apart ("
                        + Wording.number(greatest)
                        + "): never would two be on at once; lower it, say where the targets are (xUm, yUm)"
                        + " or set mostAtOnce to 1");
    }

    private static double distance(Target a, Target b) {
        double x = a.getXUm() - b.getXUm();
        double y = a.getYUm() - b.getYUm();
        return Math.sqrt(x * x + y * y);
    }
}
