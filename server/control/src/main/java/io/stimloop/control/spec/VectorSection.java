package io.stimloop.control.spec;

import io.stimloop.numerics.random.Streams;
import io.stimloop.v1.Stimulus;
import io.stimloop.v1.VectorStimulus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.UnitSphereSampler;

/** A stimulus of many numbers, bounded in length. */
final class VectorSection {
    private static final int MOST_VALUES = 4096;
    static final int USUAL_CANDIDATES = 1000;
    /** Numbers in all candidates together: 160 MB. */
    static final long MOST_NUMBERS = 20_000_000;
    private static final long PURPOSE = 0x737068657265L;

    private VectorSection() {}

    /**
     * What can be presented; candidates that are not listed are drawn uniformly on the sphere of the greatest length.
     *
     * @param seed of what is drawn
     */
    static StimulusPlan read(VectorStimulus vector, long seed, Faults at) {
        long size = Integer.toUnsignedLong(vector.getSize());
        Names.check(vector.getName(), at.field("name"));
        at.field("unit").require(vector.getUnit().length() <= StimulusSection.LONGEST_UNIT,
                Wording.quoted(vector.getUnit()) + " is too long: at most " + StimulusSection.LONGEST_UNIT
                        + " characters");
        at.field("size").require(size >= 1 && size <= MOST_VALUES,
                Wording.number(size) + " must be from 1 to " + MOST_VALUES);
        Bounds.POSITIVE.check(vector.getMaxNorm(), at.field("maxNorm"));
        long candidates = vector.getCandidates() == 0
                ? USUAL_CANDIDATES
                : Integer.toUnsignedLong(vector.getCandidates());
        checkCandidates(vector, size, candidates, at);
        if (!at.clean()) {
            return StimulusPlan.NONE;
        }
        return new StimulusPlan(dimensions(vector),
                vector.getListedCount() > 0 ? listed(vector) : drawn(vector, (int) candidates, seed),
                vector.getMaxNorm(), Optional.empty());
    }

    private static void checkCandidates(VectorStimulus vector, long size, long candidates, Faults at) {
        List<Stimulus> listed = vector.getListedList();
        Faults atCandidates = at.field("candidates");
        if (listed.isEmpty()) {
            atCandidates.require(candidates <= StimulusSection.MOST_CANDIDATES, Wording.number(candidates)
                    + " are too many: at most " + Wording.number(StimulusSection.MOST_CANDIDATES));
            atCandidates.require(candidates * size <= MOST_NUMBERS, Wording.number(candidates) + " of "
                    + Wording.number(size) + " values are too many: at most "
                    + Wording.number(MOST_NUMBERS) + " numbers in all");
            return;
        }
        atCandidates.require(vector.getCandidates() == 0, "is given together with listed: give either");
        at.field("listed").require(listed.size() <= StimulusSection.MOST_CANDIDATES,
                Wording.number(listed.size()) + " are too many: at most "
                        + Wording.number(StimulusSection.MOST_CANDIDATES));
        at.field("listed").requireAll(listed.size(), i -> complaint(listed.get(i), vector).isEmpty(),
                i -> complaint(listed.get(i), vector));
        checkDistinct(listed, at.field("listed"));
    }

    /** A candidate that is listed twice would be scored twice, and twice as likely be drawn by a design. */
    private static void checkDistinct(List<Stimulus> listed, Faults at) {
        Map<List<Double>, Integer> first = new HashMap<>();
        int[] earlier = new int[listed.size()];
        for (int i = 0; i < earlier.length; i++) {
            // Adding 0 turns -0.0, which is the same stimulus, into 0.0.
            List<Double> values = listed.get(i).getValuesList().stream().map(value -> value + 0.0).toList();
            Integer before = first.putIfAbsent(values, i);
            earlier[i] = before == null ? i : before;
        }
        at.requireAll(earlier.length, i -> earlier[i] == i,
                i -> "is the same as listed[" + earlier[i] + "]: list each candidate once");
    }

    private static String complaint(Stimulus stimulus, VectorStimulus vector) {
        if (stimulus.getValuesCount() != vector.getSize()) {
            return "has " + stimulus.getValuesCount() + " values, the vector has "
                    + Integer.toUnsignedLong(vector.getSize());
        }
        double[] values = array(stimulus);
        for (double value : values) {
            if (!Bounds.ANY.contain(value)) {
                return Bounds.ANY.complaint(value);
            }
        }
        double norm = StimulusPlan.norm(values);
        return norm <= vector.getMaxNorm()
                ? ""
                : "is " + Wording.number(norm) + " long, longer than maxNorm ("
                        + Wording.number(vector.getMaxNorm()) + ")";
    }

    private static List<StimulusDimension> dimensions(VectorStimulus vector) {
        double[] ends = {-vector.getMaxNorm(), vector.getMaxNorm()};
        return IntStream.range(0, vector.getSize()).mapToObj(i -> new StimulusDimension(
                vector.getName() + "[" + i + "]", vector.getUnit(), false, Double.NaN, ends)).toList();
    }

    private static double[][] listed(VectorStimulus vector) {
        return vector.getListedList().stream().map(VectorSection::array).toArray(double[][]::new);
    }

    private static double[][] drawn(VectorStimulus vector, int count, long seed) {
        UniformRandomProvider random = Streams.of(seed, 0, PURPOSE);
        double norm = vector.getMaxNorm();
        var sphere = UnitSphereSampler.of(random, vector.getSize());
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            double[] row = sphere.sample();
            for (int k = 0; k < row.length; k++) {
                row[k] = Math.clamp(norm * row[k], -norm, norm);
            }
            rows[i] = row;
        }
        return vector.getSize() == 1 ? distinct(rows) : rows;
    }

    /** A sphere in one dimension is two points. */
    private static double[][] distinct(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(row -> row[0]).distinct()
                .mapToObj(value -> new double[]{value})
                .toArray(double[][]::new);
    }

    private static double[] array(Stimulus stimulus) {
        return stimulus.getValuesList().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
