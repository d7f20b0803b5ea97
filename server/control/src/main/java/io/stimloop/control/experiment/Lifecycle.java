package io.stimloop.control.experiment;

import io.stimloop.v1.State;

/**
 * The state machine of an experiment.
 *
 * <pre>
 *              start                    finish
 *   CREATED --------> RUNNING -----------------------> FINISHED
 *      |              |     ^                             ^
 *      |        pause v     | resume                      |
 *      |              PAUSED -----------------------------+
 *      |                 |
 *      +---- halt -------+----> HALTED  (from RUNNING too)
 * </pre>
 *
 * An experiment may be finished from CREATED too. FINISHED and HALTED are for ever. Thread safe: a halt
 * comes from any thread and wins over whatever the writer is about to do.
 */
public final class Lifecycle {
    private record Stage(State state, String reason) {}

    private volatile Stage stage = new Stage(State.CREATED, "");

    /** The state now. */
    public State state() {
        return stage.state();
    }

    /** Why the experiment finished or halted; empty before. */
    public String reason() {
        return stage.reason();
    }

    /** Whether commands may be sent. */
    public boolean running() {
        return state() == State.RUNNING;
    }

    /** Whether the experiment is over, in whichever way. */
    public boolean over() {
        return isOver(state());
    }

    /** The first command may leave. Returns whether this call made it so. */
    public boolean start() {
        return move(State.CREATED, State.RUNNING);
    }

    /** No further command leaves. Returns whether this call made it so. */
    public boolean pause() {
        return move(State.RUNNING, State.PAUSED);
    }

    /** Commands may leave again. Returns whether this call made it so. */
    public boolean resume() {
        return move(State.PAUSED, State.RUNNING);
    }

    /** Ends in good order. Returns whether this call made it so. */
    public boolean finish(String reason) {
        return end(new Stage(State.FINISHED, reason));
    }

    /** Ends at once and latches. Returns whether this call made it so. */
    public boolean halt(String reason) {
        return end(new Stage(State.HALTED, reason));
    }

    private synchronized boolean end(Stage last) {
        boolean ends = !over();
        if (ends) {
            stage = last;
        }
        return ends;
    }

    private synchronized boolean move(State from, State to) {
        boolean moves = state() == from;
        if (moves) {
            stage = new Stage(to, "");
        }
        return moves;
    }

    private static boolean isOver(State state) {
        return state == State.FINISHED || state == State.HALTED;
    }
}
