package io.stimloop.control.experiment;

import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.Foresight;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Preparation;
import io.stimloop.planning.decision.Previous;
import io.stimloop.planning.decision.RunnerUp;
import io.stimloop.planning.design.Design;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps any planner to what the safety envelope admits: where it chose what would be refused, the best candidate that
 * would not be is presented, then the fallback, then a blank. What is presented instead is another stimulus of the
 * experiment, never a changed one. Not thread safe.
 */
final class AdmissiblePlanner implements Planner {
    private static final double[] BLANK = {};
    private static final int NONE = -1;
    /** How many candidates are asked about between two looks at the clock. */
    private static final int POLL = 64;

    private final Planner planner;
    private final Door door;
    private final double[][] candidates;
    private final Design fallback;
    private final LongSupplier nanoClock;
    private String instead = "";
    private long replaced;
    private long blanks;

    /**
     * @param planner    chooses
     * @param candidates one row per candidate stimulus, as the planner's utilities have them; not modified
     * @param fallback   where no candidate was scored that is admitted
     * @param nanoClock  of the deadlines
     */
    AdmissiblePlanner(Planner planner, Door door, double[][] candidates, Design fallback,
            LongSupplier nanoClock) {
        this.planner = planner;
        this.door = door;
        this.candidates = candidates;
        this.fallback = fallback;
        this.nanoClock = nanoClock;
    }

    @Override
    public Decision plan(PlanningRequest request) {
        instead = "";
        Decision chosen = planner.plan(request);
        return door.admits(chosen.stimulus()) ? chosen : instead(chosen, request);
    }

    /** What was known already and is refused must be planned anew. */
    @Override
    public @Nullable Decision ready(PlanningRequest request) {
        instead = "";
        Decision chosen = planner.ready(request);
        return chosen != null && door.admits(chosen.stimulus()) ? chosen : null;
    }

    private Decision instead(Decision chosen, PlanningRequest request) {
        door.refused(chosen.stimulus());
        double[] utilities = planner.utilities();
        int best = bestAdmitted(utilities, request.deadlineNanos());
        if (best != NONE) {
            replaced++;
            instead = "the best was refused by the safety envelope, this is the best it admits";
            return new Decision(candidates[best], chosen.source(), utilities[best], chosen.progress(),
                    RunnerUp.NONE, chosen.tookNanos(), chosen.slackNanos());
        }
        double[] resort = fallback.stimulus(request.position());
        boolean admitted = resort.length > 0 && door.admits(resort);
        replaced += admitted ? 1 : 0;
        blanks += admitted ? 0 : 1;
        instead = "its choice was refused by the safety envelope, this is "
                + (admitted ? "the fallback" : "a blank");
        return Decision.unscored(admitted ? resort : BLANK, chosen.source(), chosen.candidates(),
                chosen.tookNanos(), chosen.slackNanos());
    }

    /** Of those that were scored; of those looked at by the deadline where there is no time for all. */
    private int bestAdmitted(double[] utilities, long deadlineNanos) {
        int best = NONE;
        double most = Double.NEGATIVE_INFINITY;
        for (int candidate = 0; candidate < utilities.length; candidate++) {
            // NaN, of one that was not scored, exceeds nothing.
            if (utilities[candidate] > most && door.admits(candidates[candidate])) {
                best = candidate;
                most = utilities[candidate];
            }
            if (candidate % POLL == POLL - 1 && best != NONE
                    && nanoClock.getAsLong() - deadlineNanos > 0) {
                return best;
            }
        }
        return best;
    }

    @Override
    public void settle() {
        planner.settle();
    }

    @Override
    public void prepare(Preparation next) {
        planner.prepare(next);
    }

    @Override
    public void sent() {
        planner.sent();
    }

    @Override
    public Optional<Foresight> foresight() {
        return planner.foresight();
    }

    @Override
    public void observe(Previous trial) {
        planner.observe(trial);
    }

    @Override
    public double[] utilities() {
        return planner.utilities();
    }

    @Override
    public String reason() {
        String chosen = planner.reason();
        return chosen.isEmpty() || instead.isEmpty() ? chosen + instead : chosen + "; " + instead;
    }

    @Override
    public List<String> warnings() {
        List<String> all = new ArrayList<>(planner.warnings());
        if (replaced + blanks > 0) {
            all.add("safety: the envelope refused choices: " + replaced
                    + " were replaced by another stimulus and " + blanks + " by a blank so far");
        }
        return List.copyOf(all);
    }
}
