package io.stimloop.control.journal;

import java.util.ArrayList;
import java.util.List;

/** Notes in words what it is told. */
final class NotedProgress implements JournalListener {
    final List<String> words = new ArrayList<>();
    final List<Throwable> failures = new ArrayList<>();

    @Override
    public void accepted(long record, long trial) {
        words.add("accepted " + record + "/" + trial);
    }

    @Override
    public void durable(long record, long trial) {
        words.add("durable " + record + "/" + trial);
    }

    @Override
    public void failed(Throwable failure) {
        words.add("failed");
        failures.add(failure);
    }

    @Override
    public void spaceIsLow(long freeBytes) {
        words.add("low");
    }
}
