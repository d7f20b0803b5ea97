package io.stimloop.control.experiment;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.pool.Crew;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.JournalRecord;
import io.stimloop.v1.Present;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Lives through the journal of an experiment once more and compares every belief and every decision, bit for bit. The clock
 * stands still at each decision, so that every search is complete. Not thread safe.
 */
public final class Replay {
    private static final double[] BLANK = {};
    private static final long NO_HURRY_NANOS = Long.MAX_VALUE / 4;
    /** Longer than any experiment. */
    private static final Duration EVER = Duration.ofDays(36_500);

    private final Function<ExperimentSpec, ResolvedSpec> specs;
    private final long memoryBudgetBytes;
    private final Recalling recalling = new Recalling(this::begin);
    private boolean endless;
    private long nowNanos;
    private long decisions;
    private long differing;
    private long firstDiffering;
    private long cutOff;
    private long notRepeatable;

    /**
     * What was found.
     *
     * @param trials                 whose outcome was taken
     * @param beliefs                that were compared
     * @param beliefBitsDiffering    of these, whose bits were others
     * @param decisions              in the journal
     * @param decisionsDiffering     of these, that come out otherwise
     * @param decisionsCutOff        of these, that a deadline cut off: what was chosen is compared by its utility
     * @param decisionsNotRepeatable of these, whose planner searches for as long as there is time, and are not compared
     * @param firstDiffering         the first trial with a difference; 0: none
     */
    public record Result(long trials, long beliefs, long beliefBitsDiffering, long decisions,
            long decisionsDiffering, long decisionsCutOff, long decisionsNotRepeatable, long firstDiffering) {
        /** Whether nothing differs. */
        public boolean same() {
            return beliefBitsDiffering == 0 && decisionsDiffering == 0;
        }
    }

    /** @param specs what a spec means; may throw {@link Refused} */
    public Replay(Function<ExperimentSpec, ResolvedSpec> specs, long memoryBudgetBytes) {
        this.specs = specs;
        this.memoryBudgetBytes = memoryBudgetBytes;
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
        endless = spec.planner().method().endless();
        Instant end = Instant.ofEpochSecond(beginning.opened().getCreatedAt().getSeconds()).plus(EVER);
        ExperimentOpener opener = new ExperimentOpener(Crew.alone(), () -> nowNanos, () -> end, opened -> {},
                Runnable::run);
        return new Recollection(beginning.opened(), opener.unhurried(spec, beginning.belief(spec)),
                new JournalTime(end, 0), memoryBudgetBytes, this::compare);
    }

    private void compare(JournalRecord.Commanded was, PlanningRequest request, LoopSetup setup) {
        decisions++;
        if (endless) {
            notRepeatable++;
            return;
        }
        nowNanos = request.deadlineNanos() - setup.deadlineNanos();
        Decision again = setup.planner().plan(request.until(nowNanos + NO_HURRY_NANOS));
        setup.planner().settle();
        Present command = was.getPresent();
        double[] stimulus = command.getStimulusList().stream().mapToDouble(Double::doubleValue).toArray();
        double[] admitted = setup.envelope().admits(again.stimulus(), nowNanos) ? again.stimulus() : BLANK;
        boolean same = Arrays.equals(stimulus, admitted)
                && sameBits(again.utility(), command.getDecision().getUtility());
        if (!same && command.getDecision().getEvaluated() < command.getDecision().getCandidates()) {
            cutOff++;
            same = chosenAmong(stimulus, command.getDecision().getUtility(), setup);
        }
        if (!same) {
            firstDiffering = differing == 0 ? command.getTrial() : firstDiffering;
            differing++;
        }
    }

    private static boolean sameBits(double a, double b) {
        return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
    }

    /** Whether it had this utility; of a fallback, which has none, whether it was there to be chosen. */
    private static boolean chosenAmong(double[] stimulus, double utility, LoopSetup setup) {
        double[][] candidates = setup.neurons().spec().candidates();
        double[] utilities = setup.planner().utilities();
        for (int candidate = 0; candidate < candidates.length; candidate++) {
            if (Arrays.equals(candidates[candidate], stimulus)) {
                return utility == 0
                        || (candidate < utilities.length && sameBits(utilities[candidate], utility));
            }
        }
        return stimulus.length == 0;
    }

    /**
     * What was found in all records so far.
     *
     * @throws IllegalStateException if nothing was opened
     */
    public Result result() {
        Recollection all = recalling.all();
        long first = all.firstDiffering() == 0
                || (firstDiffering != 0 && firstDiffering < all.firstDiffering())
                        ? firstDiffering
                        : all.firstDiffering();
        return new Result(all.course().ledger().acceptedThrough(), all.beliefsCompared(),
                all.beliefsDiffering(),
                decisions, differing, cutOff, notRepeatable, first);
    }
}
