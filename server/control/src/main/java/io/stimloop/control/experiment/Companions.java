package io.stimloop.control.experiment;

import io.stimloop.control.arming.Pulse;
import io.stimloop.control.safety.DoseReserve;
import java.util.List;

/**
 * Who goes along with an experiment.
 *
 * @param listener         told what happens
 * @param acknowledgements how its rigs hear that their outcomes are safe
 * @param doses            where doses are recorded as spent before they are used
 * @param parts            that must answer for outputs to live on
 */
public record Companions(TrialListener listener, Acknowledgements acknowledgements, Doses doses,
        List<Pulse.Part> parts) {
    /** Makes a record of doses. */
    public interface Doses {
        /** @param sites how many doses are counted */
        DoseReserve reserve(int sites);
    }

    /** Where no journal is kept. */
    public static Companions of(TrialListener... listeners) {
        return new Companions(TrialListeners.of(List.of(listeners)), Acknowledgements.AT_ONCE,
                DoseReserve::inMemory, List.of());
    }

    /**
     * Where a journal is kept.
     *
     * @param keeper    of the journal
     * @param listeners in the order in which they are told
     */
    public static <K extends Acknowledgements & Doses & Pulse.Part> Companions with(K keeper,
            TrialListener... listeners) {
        return new Companions(TrialListeners.of(List.of(listeners)), keeper, keeper, List.of(keeper));
    }
}
