package io.stimloop.control.spec;

import io.stimloop.v1.Target;
import io.stimloop.v1.TargetStimulus;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Light power at each of a number of targets. */
final class TargetSection {
    static final String UNIT = "mW";
    private static final int MOST_TARGETS = 1000;

    private TargetSection() {}

    /**
     * What can be presented: a dimension for each target, from 0 to the greatest power.
     *
     * @param seed of the sets of targets that are drawn
     */
    static StimulusPlan read(TargetStimulus sent, long seed, Faults at) {
        checkTargets(sent.getTargetsList(), at.field("targets"));
        double[] powers = LevelsSection.read(sent.getPowers(), Bounds.NOT_NEGATIVE, at.field("powers"));
        at.field("powers").require(powers.length == 0 || powers[powers.length - 1] > 0,
                "has no power above 0: give one");
        long most = sent.getMostAtOnce() == 0 ? 1 : Integer.toUnsignedLong(sent.getMostAtOnce());
        at.field("mostAtOnce").require(most <= Math.max(1, sent.getTargetsCount()),
                Wording.number(most) + " are more than there are targets (" + sent.getTargetsCount() + ")");
        if (!at.clean()) {
            return StimulusPlan.NONE;
        }
        TargetSets sets = new TargetSets(sent.getTargetsCount(), powers, (int) most);
        int count = count(sent, sets, at.field("candidates"));
        return at.clean()
                ? new StimulusPlan(dimensions(sent.getTargetsList(), powers), sets.candidates(count, seed),
                        Double.POSITIVE_INFINITY, (int) most)
                : StimulusPlan.NONE;
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
        long count = asked > 0
                ? asked
                : (long) Math.min(Math.max(VectorSection.USUAL_CANDIDATES, sets.singles()), sets.all());
        at.require(count >= sets.singles(), Wording.number(count)
                + " are fewer than all single targets at all powers (" + Wording.number(sets.singles())
                + ")");
        at.require(count <= sets.all(), Wording.number(count) + " are more than there are ("
                + Wording.number(sets.all()) + ")");
        at.require(count <= StimulusSection.MOST_CANDIDATES, Wording.number(count)
                + " are too many: at most " + Wording.number(StimulusSection.MOST_CANDIDATES));
        at.require(count * sent.getTargetsCount() <= VectorSection.MOST_NUMBERS, Wording.number(count)
                + " of " + sent.getTargetsCount() + " targets are too many: at most "
                + Wording.number(VectorSection.MOST_NUMBERS) + " numbers in all");
        return (int) Math.min(count, StimulusSection.MOST_CANDIDATES);
    }

    private static List<StimulusDimension> dimensions(List<Target> targets, double[] powers) {
        double[] values = powers[0] == 0 ? powers : withZero(powers);
        return targets.stream()
                .map(target -> new StimulusDimension(target.getName(), UNIT, false, Double.NaN, values))
                .toList();
    }

    private static double[] withZero(double[] powers) {
        double[] values = new double[powers.length + 1];
        System.arraycopy(powers, 0, values, 1, powers.length);
        Arrays.sort(values);
        return values;
    }
}
