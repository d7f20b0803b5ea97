package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.BeliefState;
import io.stimloop.v1.BeliefSnapshot;
import io.stimloop.v1.NamedNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A belief too large for a message. */
final class BeliefPartsTest {
    private static BeliefState state(int... lengths) {
        TreeMap<String, double[]> arrays = new TreeMap<>();
        for (int a = 0; a < lengths.length; a++) {
            double[] values = new double[lengths[a]];
            Arrays.setAll(values, i -> i + 0.5);
            arrays.put("array" + a, values);
        }
        return new BeliefState("gaussian/glm", 3, 17, arrays);
    }

    private static List<BeliefSnapshot> parts(BeliefState state) {
        List<BeliefSnapshot> parts = new ArrayList<>();
        new BeliefParts(state).forEachRemaining(parts::add);
        return parts;
    }

    @Test
    void mergedPartsHoldEveryNumberInOrder() {
        List<BeliefSnapshot> parts = parts(state(5, 0, 40_000, 3));
        assertThat(parts).hasSizeGreaterThan(2)
                .allSatisfy(part -> assertThat(part.getSerializedSize()).isLessThan(200_000));
        BeliefSnapshot.Builder whole = BeliefSnapshot.newBuilder();
        parts.forEach(whole::mergeFrom);
        assertThat(whole.getKind()).isEqualTo("gaussian/glm");
        assertThat(whole.getFormatVersion()).isEqualTo(3);
        assertThat(whole.getTrials()).isEqualTo(17);
        List<Double> long40 = whole.getNumbersList().stream()
                .filter(numbers -> numbers.getName().equals("array2"))
                .flatMap(numbers -> numbers.getValuesList().stream()).toList();
        assertThat(long40).hasSize(40_000).startsWith(0.5, 1.5).endsWith(39_999.5).isSorted();
        assertThat(whole.getNumbersList().stream().map(NamedNumbers::getName).distinct()).hasSize(4);
    }

    @Test
    void manySmallArraysAreSharedOutToo() {
        int[] lengths = new int[20_000];
        assertThat(parts(state(lengths))).hasSizeBetween(15, 25);
    }

    @Test
    void aBeliefWithoutNumbersIsOnePart() {
        assertThat(parts(state())).singleElement()
                .satisfies(part -> assertThat(part.getTrials()).isEqualTo(17));
    }
}
