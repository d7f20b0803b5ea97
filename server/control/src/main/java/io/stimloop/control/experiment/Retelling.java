package io.stimloop.control.experiment;

import io.stimloop.control.safety.SafetyEnvelope;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.StoppingRules;
import io.stimloop.inference.belief.Belief;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.JournalRecord;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/**
 * Lets a belief learn once more from the journal of its experiment, for someone who wants to see what it was after each
 * trial. Nothing is planned and nothing compared, so that a trial costs what learning from it costs. Not thread safe.
 */
public final class Retelling {
    private static final StoppingRules NEVER = new StoppingRules(Long.MAX_VALUE, Double.NaN, Map.of(),
            Long.MAX_VALUE);

    private final Function<ExperimentSpec, ResolvedSpec> specs;
    private final long memoryBudgetBytes;
    private final Listener listener;
    private final Recalling recalling = new Recalling(this::begin);

    /** Sees the belief. It is to be looked at at once, and not to be changed. */
    public interface Listener {
        /** What is believed before the first trial. */
        void began(ResolvedSpec spec, Belief prior);

        /** The belief has learned from the outcome of a trial. */
        void learned(long trial, Belief belief);

        /** The belief was changed between two trials: by its maintenance, or by other neurons. */
        void changed(Belief belief);
    }

    /**
     * Before the first record.
     *
     * @param specs             what a spec means; may throw {@link Refused}
     * @param memoryBudgetBytes for the neurons that were added
     */
    public Retelling(Function<ExperimentSpec, ResolvedSpec> specs, long memoryBudgetBytes,
            Listener listener) {
        this.specs = specs;
        this.memoryBudgetBytes = memoryBudgetBytes;
        this.listener = listener;
    }

    /**
     * Takes the next record of the journal.
     *
     * @throws Refused               if its spec cannot be understood any more
     * @throws IllegalStateException if the records contradict each other
     */
    public void take(JournalRecord record) {
        recalling.take(record);
    }

    private Recollection begin(OpenedBelief beginning) {
        ResolvedSpec spec = specs.apply(beginning.opened().getSpec());
        Belief belief = beginning.belief(spec);
        listener.began(spec, belief);
        JournalTime past = new JournalTime(Instant.EPOCH, 0);
        return new Recollection(beginning.opened(), setup(spec, belief), past, memoryBudgetBytes,
                new Watcher());
    }

    private static LoopSetup setup(ResolvedSpec spec, Belief belief) {
        SafetyEnvelope idle = new SafetyEnvelope(spec.safety().min(), spec.safety().max(),
                spec.stimulus().maxNorm(), spec.stimulus().light());
        Planner none = new NoPlanner();
        return new LoopSetup(spec.source().responses(), belief, none, idle, new StoppingCheck(NEVER),
                ModelWatch.off(belief), Upkeep.off(belief), new NeuronChanges(spec, belief, bigger -> none),
                spec.planner().deadlineNanos(), spec.safety().validForNanos(), () -> 0);
    }

    private final class Watcher implements Recollection.Witness {
        @Override
        public void decided(JournalRecord.Commanded command, PlanningRequest request, LoopSetup setup) {
            // What was decided is in the journal.
        }

        @Override
        public void learned(long trial, LoopSetup setup) {
            listener.learned(trial, setup.belief());
        }

        @Override
        public void changed(LoopSetup setup) {
            listener.changed(setup.belief());
        }

        @Override
        public boolean compares() {
            return false;
        }
    }

    /** Is never asked. */
    private static final class NoPlanner implements Planner {
        @Override
        public Decision plan(PlanningRequest request) {
            throw new IllegalStateException("nothing is planned when an experiment is told again");
        }
    }
}
