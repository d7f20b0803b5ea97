package io.stimloop.control.experiment;

import com.google.protobuf.Duration;
import io.stimloop.control.arming.Arming;
import io.stimloop.control.check.ModelCheck;
import io.stimloop.control.safety.Judge;
import io.stimloop.control.safety.Rule;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.v1.Maintained;
import io.stimloop.v1.NeuronChange;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.Role;
import io.stimloop.v1.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The closed loop of one experiment: the page on which a trial can be followed from top to bottom.
 * {@link #outcome} checks what came in, records it, lets the belief learn and presents the next stimulus;
 * {@link #present} plans until the deadline, passes the safety envelope, records and sends.
 *
 * <p>Not thread safe: called by the experiment's one writer. Reads no clock but the one it is given.
 */
final class TrialLoop {
    private static final double[] BLANK = {};
    /** How long the outcome of a trial is waited for when the experiment's time is over. */
    private static final long LONGEST_TRIAL_NANOS = 60_000_000_000L;

    private final Lifecycle lifecycle;
    private final RigRoster roster;
    private final Arming arming;
    private final TrialListener listener;
    private final Aftercare aftercare;
    private final DecisionStatistics statistics = new DecisionStatistics();
    private final LongSupplier nanoClock;
    private final Duration validFor;
    private final Acknowledgements acknowledgements;
    private final Course course;
    private final OutcomeLedger ledger;
    private final LatestCommand latest;

    private LoopSetup setup;
    private OutcomeCheck check;

    /** @param course before the first trial, or where the experiment goes on */
    TrialLoop(LoopSetup setup, Course course, Lifecycle lifecycle, RigRoster roster, Arming arming,
            Companions companions) {
        this.setup = setup;
        this.course = course;
        ledger = course.ledger();
        latest = course.latest();
        acknowledgements = companions.acknowledgements();
        this.lifecycle = lifecycle;
        this.roster = roster;
        this.arming = arming;
        listener = companions.listener();
        aftercare = new Aftercare(listener, statistics.tally());
        check = check(setup);
        nanoClock = setup.nanoClock();
        validFor = Messages.duration(setup.validForNanos());
    }

    private static OutcomeCheck check(LoopSetup setup) {
        return new OutcomeCheck(setup.responses(), setup.belief()::includes, setup.envelope());
    }

    /**
     * Takes the outcome of a trial and presents the next stimulus.
     *
     * @param arrivedNanos when the outcome arrived, on the nanosecond clock
     * @throws Refused if the outcome cannot be taken; nothing has changed then
     */
    void outcome(RigPort from, Outcome outcome, long arrivedNanos) {
        switch (ledger.standing(outcome, course.recalled())) {
            case REPEATED -> {
                acknowledgements.again(from, ledger.acceptedThrough());
                listener.received(TrialListener.Reception.REPEATED);
            }
            // Its command is not in the journal: the trial is presented anew, and answered then.
            case FORGOTTEN -> acknowledgements.again(from, ledger.acceptedThrough());
            case AWAITED -> take(from, outcome, arrivedNanos);
        }
    }

    private void take(RigPort from, Outcome outcome, long arrivedNanos) {
        check.require(outcome, latest.blank());
        listener.taken(outcome, latest.stimulus());
        TrialListener.Reception reception = course.take(setup, outcome);
        boolean learns = reception == TrialListener.Reception.LEARNED;
        boolean answered = learns && answer(outcome, arrivedNanos);
        boolean implausible = learns && !course.learning().learn(setup, outcome);
        if (implausible) {
            listener.implausible();
        }
        letNeuronsChange();
        Optional<String> end = end();
        if (answered || (end.isEmpty() && advance(arrivedNanos))) {
            aftercare.commanded(setup, latest, course.counted());
        }
        acknowledgements.taken(from, ledger.acceptedThrough());
        listener.received(reception);
        aftercare.learned(setup);
        listener.learned(outcome.getTrial(), setup.belief(), implausible);
        if (!ledger.underWay()) {
            end.or(this::end).ifPresent(this::finish);
        }
    }

    /** Sends the next command before anything is learned, where it is known already. */
    private boolean answer(Outcome outcome, long arrivedNanos) {
        if (outcome.getPresentedCount() > 0 || setup.neurons().waits() || !mayPresent()
                || end().isPresent()) {
            return false;
        }
        long deadlineNanos = arrivedNanos + setup.deadlineNanos();
        Decision chosen = setup.planner().ready(request(deadlineNanos));
        if (chosen == null) {
            return false;
        }
        boolean sent = send(chosen, arrivedNanos, arrivedNanos, deadlineNanos);
        if (sent) {
            setup.planner().sent();
        }
        return sent;
    }

    /**
     * Drops or adds neurons before the next trial.
     *
     * @param wanted complete but for the trial; makes sense
     * @param bigger the spec with the new neurons; empty where there are none
     * @throws Refused if someone else has changed them meanwhile; nothing has changed then
     */
    void changeNeurons(NeuronChange wanted, Optional<ResolvedSpec> bigger) {
        setup.neurons().decide(wanted, bigger, ledger.current() + (ledger.underWay() ? 1 : 0));
        letNeuronsChange();
    }

    /** A change of the neurons takes effect between two trials; rigs hear of it before the next command. */
    private void letNeuronsChange() {
        if (ledger.underWay() || !setup.neurons().waits()) {
            return;
        }
        setup.planner().settle();
        List<NeuronChange> made = new ArrayList<>();
        setup = setup.neurons().takeEffect(setup, made);
        check = check(setup);
        course.learning().neuronsChanged(setup);
        roster.broadcast(setup.neurons().message());
        made.forEach(listener::neuronsChanged);
        aftercare.neuronsChanged();
    }

    private boolean mayPresent() {
        return mayCommand() && roster.complete() && !ledger.underWay();
    }

    /** Not once halted or disarmed, whatever was planned meanwhile. */
    private boolean mayCommand() {
        return lifecycle.running() && arming.cleared(nanoClock.getAsLong());
    }

    /** Presents the next stimulus if one may be presented now; whether one was. */
    private boolean advance(long arrivedNanos) {
        return mayPresent() && present(arrivedNanos, nanoClock.getAsLong());
    }

    private boolean present(long arrivedNanos, long learnedNanos) {
        long deadlineNanos = arrivedNanos + setup.deadlineNanos();
        return send(setup.planner().plan(request(deadlineNanos)), arrivedNanos, learnedNanos, deadlineNanos);
    }

    private boolean send(Decision chosen, long arrivedNanos, long learnedNanos, long deadlineNanos) {
        long plannedNanos = nanoClock.getAsLong();
        if (!mayCommand()) {
            return false;
        }
        double[] stimulus = admitted(chosen, plannedNanos);
        ServerMessage command = Messages.present(ledger.open(), stimulus, validFor, chosen,
                arming.clearance());
        latest.send(roster, command, stimulus, chosen);
        latest.sentAt(nanoClock.getAsLong());
        DecisionTimes times = new DecisionTimes(arrivedNanos, learnedNanos, plannedNanos, latest.sentNanos(),
                deadlineNanos);
        statistics.record(chosen, times);
        course.recalled(false);
        listener.commanded(command.getPresent(), chosen, setup.planner()::reason);
        if (arming.required()) {
            arming.receipts().commanded(command.getPresent()).ifPresent(arming::fault);
        }
        listener.decided(chosen, times);
        setup.planner().foresight().ifPresent(listener::foresaw);
        return true;
    }

    private PlanningRequest request(long deadlineNanos) {
        return new PlanningRequest(course.counted(), deadlineNanos, course.previous());
    }

    /** What passes the door is accounted before it leaves. */
    private double[] admitted(Decision chosen, long nowNanos) {
        long reasons = setup.envelope().reasons(chosen.stimulus(), nowNanos, Judge.QUIET);
        if (reasons == 0) {
            setup.envelope().commit(chosen.stimulus(), nowNanos);
            return chosen.stimulus();
        }
        listener.refusedByEnvelope(Rule.first(reasons));
        return BLANK;
    }

    /** The first command leaves, unless there is nothing to learn. */
    void start() {
        course.startAt(nanoClock.getAsLong());
        aftercare.learned(setup);
        end().ifPresentOrElse(this::finish, () -> advanceAndPrepare(course.startedNanos()));
    }

    /**
     * After a pause or the return of a rig: presents the next stimulus if none is under way, and the one
     * under way to whoever came during the pause. After an arming the trial under way is over.
     */
    void goOn() {
        if (lifecycle.running()) {
            withdraw();
            latest.release().forEach(this::repeatCommand);
        }
        advanceAndPrepare(nanoClock.getAsLong());
    }

    /**
     * A harmful command of an earlier arming may have been carried out or not: it is never sent again, and its trial is
     * invalid.
     */
    private void withdraw() {
        if (ledger.underWay() && arming.required() && latest.epoch() != arming.armedEpoch()) {
            Outcome unknown = Outcome.newBuilder().setTrial(ledger.current()).setInvalid(true).build();
            listener.withdrawn(unknown);
            listener.received(course.withdraw(setup, unknown));
        }
    }

    private void advanceAndPrepare(long arrivedNanos) {
        if (advance(arrivedNanos)) {
            aftercare.commanded(setup, latest, course.counted());
        }
    }

    /**
     * Sends the command under way, if there is one, to a rig that came back; in a pause, at its end. Never one that can do
     * harm to a stimulator: it may have been carried out already.
     */
    void repeatCommand(RigPort to) {
        if (!ledger.underWay() || (arming.required() && roster.holds(to, Role.STIMULATOR))) {
            return;
        }
        if (lifecycle.running()) {
            latest.sentAt(nanoClock.getAsLong());
            latest.repeat(to);
        } else {
            latest.withhold(to);
        }
    }

    /**
     * Takes word of what a stimulator did.
     *
     * @throws Refused if it breaks a rule of the contract; nothing has changed then
     */
    void receipt(Receipt receipt) {
        ReceiptCheck.require(receipt, course.latestTrial());
        if (arming.required()) {
            arming.receipts().contradiction(receipt).ifPresent(arming::fault);
        }
        listener.receipt(receipt);
    }

    /** The stopping rule that holds, in words; those about the belief as they were when there was time to look. */
    private Optional<String> end() {
        return setup.stopping().reached(course.counted(), elapsedNanos()).or(aftercare::enough);
    }

    /** Finishes when the time is over and the outcome under way, if any, cannot be expected any more. */
    void endIfTimeIsUp() {
        boolean expecting = ledger.underWay() && roster.complete()
                && nanoClock.getAsLong() - latest.sentNanos() < setup.validForNanos() + LONGEST_TRIAL_NANOS;
        if (!expecting && setup.stopping().timeIsUp(elapsedNanos())) {
            end().ifPresent(this::finish);
        }
    }

    /** Ends in good order; nothing happens when it has ended already. */
    void finish(String reason) {
        if (lifecycle.finish(reason)) {
            listener.finished(course.counted(), reason);
            ServerMessage finished = Messages.finished(course.counted(), reason);
            roster.forEachPort(port -> port.finish(finished));
        }
    }

    private long elapsedNanos() {
        return course.startedNanos() == 0 ? 0 : nanoClock.getAsLong() - course.startedNanos();
    }

    /** How far it has come; only to be looked at. */
    Course course() {
        return course;
    }

    /** How much of what the safety envelope accounts is used up. */
    List<SafetyBudget> budgets() {
        return SafetyBudget.of(setup.envelope(), nanoClock.getAsLong());
    }

    /** How far the rigs have been told that outcomes are safe. */
    Acknowledgements acknowledgements() {
        return acknowledgements;
    }

    /** What the check of the model has found; null where nothing is checked. */
    ModelCheck.@Nullable Result modelCheck() {
        return setup.watch().result();
    }

    /** What the belief adopted last; null before the first. */
    @Nullable
    Maintained maintained() {
        return aftercare.maintained();
    }

    /** Only to be asked about its last plan. */
    Planner planner() {
        return setup.planner();
    }

    /** How long decisions took and where they came from. */
    DecisionStatistics statistics() {
        return statistics;
    }
}
