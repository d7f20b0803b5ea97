package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.planning.pool.WorkerPool;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is measured before an experiment opens, with a clock on which every reading takes a millisecond. */
class ExperimentOpenerTest {
    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");

    private final HandClock clock = new HandClock(HandClock.MILLISECOND);
    private final List<Experiment> opened = new ArrayList<>();
    private final NotingListener listener = new NotingListener();

    private Experiment open(ResolvedSpec spec) {
        try (WorkerPool pool = new WorkerPool(1)) {
            return new ExperimentOpener(pool, clock, InstantSource.fixed(CREATED), opened::add, Runnable::run)
                    .open("e",
                            spec,
                            Companions.of(listener));
        }
    }

    /** One reading of the clock goes by within a measurement; the search keeps 0.1 ms back. */
    @Test
    void theFloorOfASearchIsWhatOneCandidateTakesAndWhatTheSearchKeepsBack() {
        Experiment experiment = open(Specs.of(Specs.SEARCH, ""));

        assertThat(Bench.nanos(experiment.description().join().getDeadlineFloor())).isEqualTo(1_100_000);
        assertThat(experiment.description().join().getCreatedAt().getSeconds())
                .isEqualTo(CREATED.getEpochSecond());
        assertThat(opened).containsExactly(experiment);
    }

    @Test
    void aDeadlineBelowTheMeasuredFloorIsRefusedWithBothFigures() {
        ResolvedSpec hasty = Specs.of("deadline { nanos: 1000 } search { }", "");

        assertThatThrownBy(() -> open(hasty)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(Refused.Kind.STATE);
            assertThat(refused.violations()).singleElement().satisfies(violation -> {
                assertThat(violation.field()).isEqualTo("spec.planner.deadline");
                assertThat(violation.description()).contains("1 us is less than the 1100 us");
            });
        });
        assertThat(opened).isEmpty();
    }

    @Test
    void theWarmUpLeavesNoTraceInTheExperiment() {
        ResolvedSpec spec = Specs.of(Specs.BALANCED, "");

        Experiment experiment = open(spec);

        BeliefReading reading = experiment.reading().join();
        assertThat(reading.belief().getTrials()).isZero();
        assertThat(reading.entropyNats()).isEqualTo(experiment.priorEntropyNats());
        assertThat(listener.receptions).isEmpty();
        assertThat(listener.decisions).isEmpty();
    }
}
