package io.stimloop.control.spec;

import io.stimloop.control.safety.LightLimits;
import io.stimloop.planning.pattern.PatternRules;
import io.stimloop.v1.Target;
import io.stimloop.v1.TargetStimulus;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Light power at each of a number of targets. */
final class TargetSection {
    static final String UNIT = "mW";
    private static final int MOST_TARGETS = 1000;

    private TargetSection() {}

    /**
     * What can be presented: a dimension for each target, from 0 to the greatest power it may be given.
     *
     * @param seed of the sets of targets that are drawn
     */
    static StimulusPlan read(TargetStimulus sent, long seed, Faults at) {
        checkTargets(sent.getTargetsList(), at.field("targets"));
        double[] powers = LevelsSection.read(sent.getPowers(), Bounds.NOT_NEGATIVE, at.field("powers"));
        at.field("powers").require(powers.length == 0 || powers[powers.length - 1] > 0,
                "has no power above 0: give one");
        at.field("mostAtOnce").require(mostAtOnce(sent) <= Math.max(1, sent.getTargetsCount()),
                Wording.number(mostAtOnce(sent)) + " are more than there are targets ("
                        + sent.getTargetsCount() + ")");
        long[] refractory = RefractorySection.read(sent, at);
        Optional<PatternRules> rules = PatternSection.read(sent, powers, at);
        return rules.isPresent() && at.clean()
                ? plan(sent, rules.get(), refractory, seed, at)
                : StimulusPlan.NONE;
    }

    /** At least 1; 1 where it was left out. */
    static long mostAtOnce(TargetStimulus sent) {
        return sent.getMostAtOnce() == 0 ? 1 : Integer.toUnsignedLong(sent.getMostAtOnce());
    }

    private static StimulusPlan plan(TargetStimulus sent, PatternRules rules, long[] refractory, long seed,
            Faults at) {
        TargetSets sets = new TargetSets(rules);
        int count = count(sent, sets, at.field("candidates"));
        if (!at.clean()) {
            return StimulusPlan.NONE;
        }
        double[] most = sent.getTargetsList().stream()
                .mapToDouble(
                        target -> target.hasMostPower() ? target.getMostPower() : Double.POSITIVE_INFINITY)
                .toArray();
        long[][] conflicts = IntStream.range(0, rules.targets()).mapToObj(rules.conflicts()::of)
                .toArray(long[][]::new);
        LightLimits limits = new LightLimits(rules.mostOn(), rules.mostTotalPower(), most, conflicts);
        return new StimulusPlan(dimensions(sent.getTargetsList(), rules), sets.candidates(count, seed),
                Double.POSITIVE_INFINITY, Optional.of(new PatternPlan(rules, limits, refractory)));
    }

    private static void checkTargets(List<Target> targets, Faults at) {
        at.require(!targets.isEmpty() && targets.size() <= MOST_TARGETS,
                "has " + targets.size() + " entries: give from 1 to " + MOST_TARGETS);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            Faults atTarget = at.element(i);
            Names.check(target.getName(), atTarget.field("name"));
            atTarget.field("name").require(names.add(target.getName()) || target.getName().isEmpty(),
                    Wording.quoted(target.getName()) + " names an earlier target too: names must differ");
            Bounds.ANY.check(target.getXUm(), atTarget.field("xUm"));
            Bounds.ANY.check(target.getYUm(), atTarget.field("yUm"));
        }
    }

    private static int count(TargetStimulus sent, TargetSets sets, Faults at) {
        long asked = Integer.toUnsignedLong(sent.getCandidates());
        int singles = sets.singles();
        int all = sets.countUpTo(StimulusSection.MOST_CANDIDATES + 1);
        long count = asked > 0 ? asked : Math.min(Math.max(VectorSection.USUAL_CANDIDATES, singles), all);
        at.require(count >= singles, Wording.number(count)
                + " are fewer than all single targets at all powers (" + Wording.number((long) singles)
                + ")");
        at.require(count <= StimulusSection.MOST_CANDIDATES, Wording.number(count)
                + " are too many: at most " + Wording.number(StimulusSection.MOST_CANDIDATES));
        at.require(count > StimulusSection.MOST_CANDIDATES || count <= all,
                Wording.number(count) + " are more than there are (" + Wording.number((long) all) + ")");
        at.require(count * sent.getTargetsCount() <= VectorSection.MOST_NUMBERS, Wording.number(count)
                + " of " + sent.getTargetsCount() + " targets are too many: at most "
                + Wording.number(VectorSection.MOST_NUMBERS) + " numbers in all");
        return (int) Math.min(count, StimulusSection.MOST_CANDIDATES);
    }

    private static List<StimulusDimension> dimensions(List<Target> targets, PatternRules rules) {
        return IntStream.range(0, targets.size())
                .mapToObj(target -> new StimulusDimension(targets.get(target).getName(), UNIT, false,
                        Double.NaN, values(rules, target)))
                .toList();
    }

    /** 0 and the powers of a target. */
    private static double[] values(PatternRules rules, int target) {
        double[] values = new double[rules.levels(target) + 1];
        Arrays.setAll(values, i -> i == 0 ? 0 : rules.power(i - 1));
        return values;
    }
}
