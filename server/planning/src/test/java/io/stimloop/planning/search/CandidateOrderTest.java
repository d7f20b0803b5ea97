package io.stimloop.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateOrderTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 16, 61, 360, 5000})
    void everyCandidateHasOneTurnWhateverIsKnown(int size) {
        CandidateOrder order = new CandidateOrder(size);
        for (long seed = 0; seed < 10; seed++) {
            int[] arranged = order.arrange().clone();
            assertThat(IntStream.of(arranged).sorted().toArray()).as("size %d, seed %d", size, seed)
                    .isEqualTo(IntStream.range(0, size).toArray());
            UniformRandomProvider random = Streams.of(seed, size, 1);
            int attempted = 1 + random.nextInt(size);
            order.learn(scored(arranged, attempted, random), attempted);
        }
    }

    @Test
    void theBestOfTheLastSearchComeAtEveryOtherTurnBestFirst() {
        CandidateOrder order = new CandidateOrder(8);
        order.arrange();
        order.learn(new double[]{1, 9, 2, 8, 3, 7, 4, 6}, 8);
        int[] arranged = order.arrange();
        assertThat(arranged[0]).isEqualTo(1);
        assertThat(arranged[2]).isEqualTo(3);
        assertThat(IntStream.range(0, 8).filter(i -> arranged[i] == 5).findFirst().orElseThrow())
                .as("turn of the third best").isLessThanOrEqualTo(4);
    }

    @Test
    void ofEqualUtilitiesTheLowerIndexComesFirst() {
        CandidateOrder order = new CandidateOrder(5);
        order.arrange();
        order.learn(new double[]{1, 2, 2, 2, 1}, 5);
        assertThat(order.arrange()[0]).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 61, 360})
    void aSearchCutShortHasSampledTheSpaceEvenly(int size) {
        int[] arranged = new CandidateOrder(size).arrange();
        for (int cut = 4; cut < size; cut++) {
            int[] begun = IntStream.of(arranged).limit(cut).sorted().toArray();
            int widest = begun[0] + size - begun[cut - 1];
            for (int i = 1; i < cut; i++) {
                widest = Math.max(widest, begun[i] - begun[i - 1]);
            }
            // The widest gap of a golden rotation is below 2.62 even gaps; rounding the stride adds to it.
            assertThat(widest).as("size %d, cut after %d", size, cut).isLessThanOrEqualTo(3 * size / cut + 1);
        }
    }

    @Test
    void noCandidateIsForgottenHoweverEarlyTheDeadlinesCome() {
        int size = 61;
        CandidateOrder order = new CandidateOrder(size);
        BitSet scored = new BitSet(size);
        UniformRandomProvider random = Streams.of(5, 0, 0);
        for (int search = 0; search < size; search++) {
            int[] arranged = order.arrange();
            scored.set(arranged[0]);
            scored.set(arranged[1]);
            order.learn(scored(arranged, 2, random), 2);
        }
        assertThat(scored.cardinality()).isEqualTo(size);
    }

    private static double[] scored(int[] arranged, int attempted, UniformRandomProvider random) {
        double[] utilities = new double[arranged.length];
        Arrays.fill(utilities, Double.NaN);
        IntStream.of(arranged).limit(attempted).forEach(i -> utilities[i] = random.nextDouble());
        return utilities;
    }
}
