package io.stimloop.control.experiment;

import io.stimloop.control.arming.Pulse;

/**
 * The writer of an experiment as a part of the server that is pinged.
 *
 * @param writer     runs the answer in its turn
 * @param most       that may wait before it
 * @param limitNanos how long it may be busy
 * @param look       what it does besides
 */
record WriterPart(SerialExecutor writer, int most, long limitNanos, Runnable look) implements Pulse.Part {
    @Override
    public String name() {
        return "the experiment's writer";
    }

    @Override
    public void ping(Runnable answer) {
        boolean accepted = writer.offer(() -> {
            look.run();
            answer.run();
        }, most);
        if (!accepted) {
            throw new IllegalStateException("too many messages wait");
        }
    }
}
