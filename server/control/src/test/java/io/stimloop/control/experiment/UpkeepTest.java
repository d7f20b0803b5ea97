package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.TextFormat;
import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.planning.pool.WorkerPool;
import io.stimloop.v1.Belief;
import io.stimloop.v1.ExperimentSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** The refit of a map's kernel beside the loop of trials, done when the test says so. */
class UpkeepTest {
    private static final String MAP = """
            name: "map" seed: 11
            neurons { name: "cell" }
            stimulus { dimensions { name: "x" unit: "1" values { from: -10 to: 10 count: 5 } } }
            model { rate_map { link: EXPONENTIAL noise { poisson { } } mean: 1 variance: 1 length: 5
              refit { every: 3 } } }
            safety { valid_for { seconds: 1 } lease { seconds: 2 } }
            planner { deadline { seconds: 20 } balanced { } }
            """;

    private final HandClock clock = new HandClock(HandClock.MILLISECOND);
    private final NotingListener listener = new NotingListener();
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    private Experiment open(Executor background) throws TextFormat.ParseException {
        ExperimentSpec text = TextFormat.parse(MAP, ExperimentSpec.class);
        if (!(SpecResolver.resolve(text, 100_000_000) instanceof Resolution.Accepted(ResolvedSpec spec))) {
            throw new IllegalArgumentException(MAP);
        }
        try (WorkerPool pool = new WorkerPool(1)) {
            return new ExperimentOpener(pool, clock, InstantSource.fixed(Instant.EPOCH), opened -> {},
                    background).open("e", spec, Companions.of(listener));
        }
    }

    private static RecordingPort connect(Experiment experiment) {
        RecordingPort rig = new RecordingPort();
        experiment.connect(rig, "rig", Bench.BOTH, true);
        settle(experiment);
        return rig;
    }

    private void answer(Experiment experiment, RecordingPort rig, int trials) {
        for (int t = 0; t < trials; t++) {
            experiment.outcome(rig, Bench.counted(rig.lastPresent().getTrial(), 4), clock.nowNanos());
            settle(experiment);
        }
    }

    /** Waits for the experiment's writer, which has a thread of its own here. */
    private static void settle(Experiment experiment) {
        assertThat(experiment.description().join().getExperimentId()).isEqualTo("e");
    }

    @Test
    void isBegunAfterTheCommandHasLeftAndOnlyOnce() throws TextFormat.ParseException {
        Experiment experiment = open(waiting::add);
        RecordingPort rig = connect(experiment);
        answer(experiment, rig, 2);
        assertThat(waiting).isEmpty();
        answer(experiment, rig, 1);
        assertThat(waiting).hasSize(1);
        assertThat(rig.lastPresent().getTrial()).isEqualTo(4);
        answer(experiment, rig, 5);
        assertThat(waiting).hasSize(1);
        assertThat(listener.maintenance).isEmpty();
    }

    @Test
    void isAdoptedAfterTheNextCommandAndSaid() throws TextFormat.ParseException {
        Experiment experiment = open(waiting::add);
        RecordingPort rig = connect(experiment);
        answer(experiment, rig, 5);
        Belief before = experiment.reading().join().belief();
        waiting.remove().run();
        assertThat(experiment.reading().join().belief()).isEqualTo(before);
        answer(experiment, rig, 1);
        assertThat(listener.maintenance).singleElement().satisfies(adopted -> {
            assertThat(adopted.getTrials()).isEqualTo(6);
            assertThat(adopted.getDescription()).contains("variance").contains("length");
        });
        Belief after = experiment.reading().join().belief();
        assertThat(after.getMaintained()).isEqualTo(listener.maintenance.getFirst());
        assertThat(after.getTrials()).isEqualTo(6);
        answer(experiment, rig, 3);
        assertThat(waiting).hasSize(1);
    }

    @Test
    void workThatIsRejectedIsOfferedAgain() throws TextFormat.ParseException {
        boolean[] busy = {true};
        Experiment experiment = open(task -> {
            if (busy[0]) {
                throw new RejectedExecutionException("busy");
            }
            waiting.add(task);
        });
        RecordingPort rig = connect(experiment);
        answer(experiment, rig, 4);
        assertThat(waiting).isEmpty();
        busy[0] = false;
        answer(experiment, rig, 1);
        assertThat(waiting).hasSize(1);
        assertThat(listener.failures).isEmpty();
    }
}
