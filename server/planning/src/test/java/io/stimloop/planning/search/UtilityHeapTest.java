package io.stimloop.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.numerics.random.Streams;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class UtilityHeapTest {
    @Test
    void itGivesUpWhatSortingWould() {
        for (long seed = 0; seed < 200; seed++) {
            double[] utilities = someWithEqualsAndGaps(seed);
            UtilityHeap heap = new UtilityHeap(utilities);
            heap.fill();
            List<Integer> popped = Stream.generate(heap::pop).limit(known(utilities)).toList();
            List<Integer> sorted = IntStream.range(0, utilities.length)
                    .filter(i -> !Double.isNaN(utilities[i])).boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> -utilities[i])).toList();
            assertThat(popped).as("seed %d", seed).isEqualTo(sorted);
            assertThat(heap.isEmpty()).isTrue();
        }
    }

    private static long known(double[] utilities) {
        return IntStream.range(0, utilities.length).filter(i -> !Double.isNaN(utilities[i])).count();
    }

    private static double[] someWithEqualsAndGaps(long seed) {
        UniformRandomProvider random = Streams.of(seed, 0, 0);
        return IntStream.range(0, random.nextInt(40))
                .mapToDouble(i -> random.nextInt(4) == 0 ? Double.NaN : random.nextInt(10)).toArray();
    }
}
