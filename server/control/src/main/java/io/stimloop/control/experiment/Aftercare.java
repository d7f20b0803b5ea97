package io.stimloop.control.experiment;

import io.stimloop.v1.Maintained;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment has to do that can wait until a command has left: upkeep of the belief, the check of the model, a look
 * at the belief's warnings. Called by its one writer.
 */
final class Aftercare {
    private final TrialListener listener;
    private final WarningWatch warnings;
    private @Nullable Maintained maintained;

    Aftercare(LoopSetup setup, TrialListener listener) {
        this.listener = listener;
        warnings = new WarningWatch(setup.belief());
    }

    /**
     * A command has left.
     *
     * @param stimulus what it presents; empty for a blank
     * @param counted  trials that counted
     */
    void commanded(LoopSetup setup, double[] stimulus, long counted) {
        maintain(setup, counted);
        watchModel(setup.watch(), stimulus);
        if (warnings.changed(counted)) {
            listener.warned(warnings.warnings());
        }
    }

    private void maintain(LoopSetup setup, long counted) {
        if (setup.upkeep().done()) {
            // A helper of the search that has just been cut off may still read the belief.
            setup.planner().settle();
            try {
                maintained = Messages.maintained(counted, setup.upkeep().adopt());
                listener.maintained(maintained);
            } catch (CompletionException fault) {
                listener.unmaintained(fault);
            }
        }
        setup.upkeep().begin();
    }

    private void watchModel(ModelWatch watch, double[] stimulus) {
        boolean before = watch.alarm();
        watch.commanded(stimulus);
        if (watch.alarm() != before) {
            listener.modelAlarm(!before);
        }
    }

    /** What the belief adopted last; null before the first. */
    @Nullable
    Maintained maintained() {
        return maintained;
    }
}
