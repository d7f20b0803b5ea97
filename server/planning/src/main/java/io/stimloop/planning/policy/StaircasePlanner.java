package io.stimloop.planning.policy;

import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Previous;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;

/**
 * A staircase: down the levels of one dimension after responses of a yes, up after those of a no, whatever is believed. A
 * trial of which nothing was learned, dropped or blank, moves nothing. Not thread safe.
 */
public final class StaircasePlanner implements Planner {
    private static final long NOWHERE = -1;
    private static final int NONE = -1;

    private final double[][] ladder;
    private final Staircase staircase;
    private final Listening listening;
    private final IntPredicate includes;
    private final LongSupplier nanoClock;
    private long position = NOWHERE;
    private boolean waiting;
    private Heard heard = Heard.NOTHING;

    /** What the last trial gave. */
    private enum Heard {
        NOTHING,
        YES,
        NO
    }

    /**
     * What counts as a yes.
     *
     * @param unit      whose response is looked at
     * @param criterion a response of at least this is a yes
     */
    public record Listening(int unit, double criterion) {}

    /**
     * Before the first trial.
     *
     * @param ladder    one stimulus per level, the lowest first, at least one; not modified, rows are handed out
     * @param start     level of the first trial, from 0
     * @param includes  whether a unit is learned about: the response of one that is not moves nothing
     * @param nanoClock the clock of the requests' deadlines, in nanoseconds
     * @throws IllegalArgumentException when the ladder has no such level
     */
    public StaircasePlanner(double[][] ladder, StaircaseRule rule, int start, Listening listening,
            IntPredicate includes, LongSupplier nanoClock) {
        if (start < 0 || start >= ladder.length) {
            throw new IllegalArgumentException(
                    "start: " + start + " must be from 0 to below the number of levels (" + ladder.length
                            + ")");
        }
        this.ladder = ladder;
        this.staircase = new Staircase(rule, ladder.length, start);
        this.listening = listening;
        this.includes = includes;
        this.nanoClock = nanoClock;
    }

    @Override
    public Decision plan(PlanningRequest request) {
        long begunNanos = nanoClock.getAsLong();
        if (request.position() != position) {
            observe(request.previous());
            position = request.position();
        }
        waiting = true;
        double[] stimulus = ladder[staircase.level()];
        long now = nanoClock.getAsLong();
        return Decision.unscored(stimulus, DecisionSource.POLICY, ladder.length, now - begunNanos,
                request.deadlineNanos() - now);
    }

    /** What is believed does not matter. */
    @Override
    public Decision ready(PlanningRequest request) {
        return plan(request);
    }

    /** Once for each decision: what came of the trial of another planner is none of its business. */
    @Override
    public void observe(Previous trial) {
        if (!waiting) {
            return;
        }
        waiting = false;
        heard = Heard.NOTHING;
        int presented = presented(trial.stimulus());
        if (trial.response().length > listening.unit() && includes.test(listening.unit())
                && presented != NONE) {
            boolean yes = trial.response()[listening.unit()] >= listening.criterion();
            heard = yes ? Heard.YES : Heard.NO;
            staircase.learn(yes, presented);
        }
    }

    /** The level of a stimulus: another than was chosen where an apparatus could not move so far. */
    private int presented(double[] stimulus) {
        if (Arrays.equals(stimulus, ladder[staircase.level()])) {
            return staircase.level();
        }
        for (int level = 0; level < ladder.length; level++) {
            if (Arrays.equals(stimulus, ladder[level])) {
                return level;
            }
        }
        return NONE;
    }

    @Override
    public String reason() {
        String where = "level " + (staircase.level() + 1) + " of " + ladder.length + ", "
                + counted(staircase.reversals(), "reversal");
        return "staircase: " + switch (heard) {
            case NOTHING -> "stays, nothing was learned; ";
            case YES -> "a yes, " + move(staircase.yesInARow()) + "; ";
            case NO -> "a no, " + move(staircase.noInARow()) + "; ";
        } + where;
    }

    private String move(int inARow) {
        int move = staircase.lastMove();
        if (move != 0) {
            return counted(Math.abs(move), "level") + (move < 0 ? " down" : " up");
        }
        return inARow == 0 ? "at the end of the levels" : "stays with " + inARow + " in a row";
    }

    private static String counted(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
