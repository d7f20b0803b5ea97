package io.stimloop.control.experiment;

import io.stimloop.planning.decision.Preparation;
import io.stimloop.v1.Maintained;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment has to do that can wait until a command has left: upkeep of the belief, the check of the model, a
 * look at the warnings of the belief and the planner and whether enough is known. Called by its one writer.
 */
final class Aftercare {
    private final TrialListener listener;
    private final DecisionTally tally;
    private final WarningWatch warnings = new WarningWatch();
    private @Nullable Maintained maintained;
    private Optional<String> enough = Optional.empty();

    Aftercare(TrialListener listener, DecisionTally tally) {
        this.listener = listener;
        this.tally = tally;
    }

    /**
     * A command has left.
     *
     * @param command the latest
     * @param counted trials that counted
     */
    void commanded(LoopSetup setup, LatestCommand command, long counted) {
        maintain(setup, counted);
        boolean alarmBefore = setup.watch().alarm();
        setup.watch().commanded(command.stimulus());
        tellOfAlarm(setup.watch(), alarmBefore);
        if (warnings.changed(setup.belief(), setup.planner(), tally, counted)) {
            listener.warned(warnings.warnings());
        }
        setup.planner().prepare(new Preparation(counted + 1, command.stimulus(), command.sentNanos()));
    }

    private void maintain(LoopSetup setup, long counted) {
        if (setup.upkeep().done()) {
            // A helper of the search that has just been cut off may still read the belief.
            setup.planner().settle();
            try {
                maintained = Messages.maintained(counted, setup.upkeep().adopt());
                listener.maintained(maintained, setup.belief());
            } catch (CompletionException fault) {
                listener.unmaintained(fault);
            }
        }
        if (setup.upkeep().begin()) {
            listener.maintenanceBegun();
        }
    }

    /** An outcome was dealt with, and the command that follows it, if one does, has left. */
    void learned(LoopSetup setup) {
        boolean alarmBefore = setup.watch().alarm();
        setup.watch().weigh();
        tellOfAlarm(setup.watch(), alarmBefore);
        enough = setup.stopping().reached(setup.belief());
    }

    private void tellOfAlarm(ModelWatch watch, boolean before) {
        if (watch.alarm() != before) {
            listener.modelAlarm(!before);
        }
    }

    /** The belief is about other neurons: what was enough need not be now. */
    void neuronsChanged() {
        enough = Optional.empty();
    }

    /** The stopping rule about the belief that held after the latest outcome but for one under way, in words. */
    Optional<String> enough() {
        return enough;
    }

    /** What the belief adopted last; null before the first. */
    @Nullable
    Maintained maintained() {
        return maintained;
    }
}
