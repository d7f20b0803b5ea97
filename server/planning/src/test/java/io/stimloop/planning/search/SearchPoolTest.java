package io.stimloop.planning.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SearchPoolTest {
    private final SearchPool withoutHelpers = new SearchPool(1);

    @Test
    void theSearchWithTheEarliestDeadlineIsHelpedFirst() {
        Search later = openUntil(2000);
        Search sooner = openUntil(1000);
        withoutHelpers.post(later);
        withoutHelpers.post(sooner);
        assertThat(withoutHelpers.mostUrgent()).isSameAs(sooner);
        sooner.close();
        assertThat(withoutHelpers.mostUrgent()).isSameAs(later);
    }

    @Test
    void aSearchWhoseTimeIsUpOrWhoseCandidatesAreTakenWantsNoHelp() {
        AtomicLong now = new AtomicLong();
        Search search = new Search(MixturePredictor.firing(0.1, 0.2), MixturePredictor.FIRING, 0, now::get,
                new Faults(fault -> {}));
        search.open(new int[]{0, 1}, 1000);
        assertThat(search.wantsHelp()).isTrue();
        now.set(1000);
        assertThat(search.wantsHelp()).isFalse();
        now.set(0);
        search.work();
        assertThat(search.wantsHelp()).isFalse();
    }

    @Test
    void aFullBoardTakesNoMore() {
        List<Integer> places = IntStream.range(0, 65).mapToObj(i -> withoutHelpers.post(openUntil(1000)))
                .toList();
        assertThat(places.subList(0, 64)).doesNotHaveDuplicates().doesNotContain(-1);
        assertThat(places.get(64)).isEqualTo(-1);
    }

    @Test
    void aClosedPoolLeavesSearchesToTheirOwners() {
        SearchPool pool = new SearchPool(3);
        pool.close();
        Search search = openUntil(1000);
        pool.run(search);
        double[] utilities = new double[2];
        assertThat(search.collect(utilities)).isZero();
        assertThat(utilities).containsExactly(0.1, 0.2);
    }

    @Test
    void helpersAreNamedDaemonsThatEndWithThePool() {
        SearchPool pool = new SearchPool(2);
        List<Thread> helpers = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("stimloop-search-1")).toList();
        assertThat(helpers).hasSize(1).allMatch(Thread::isDaemon);
        pool.close();
        assertThat(helpers).noneMatch(Thread::isAlive);
    }

    @Test
    void aPoolOfNoThreadsIsRefused() {
        assertThatThrownBy(() -> new SearchPool(0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("threads: 0");
    }

    private static Search openUntil(long cutoffNanos) {
        Search search = new Search(MixturePredictor.firing(0.1, 0.2), MixturePredictor.FIRING, 2, () -> 0,
                new Faults(fault -> {}));
        search.open(new int[]{0, 1}, cutoffNanos);
        return search;
    }
}
