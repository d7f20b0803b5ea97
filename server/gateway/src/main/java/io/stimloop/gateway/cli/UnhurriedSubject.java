package io.stimloop.gateway.cli;

import io.stimloop.rig.client.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another subject whose trials take a while, as those of a real one do. */
final class UnhurriedSubject implements Subject {
    private final Subject subject;
    private final long nanos;

    /** @param millis that a trial takes beside what the subject takes itself */
    UnhurriedSubject(Subject subject, int millis) {
        this.subject = subject;
        nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Override
    public Response respond(double[] stimulus) {
        return subject.respond(stimulus);
    }

    @Override
    public long latencyNanos() {
        return subject.latencyNanos() + nanos;
    }

    @Override
    public void neurons(List<String> names) {
        subject.neurons(names);
    }

    @Override
    public List<Map<String, Double>> truth() {
        return subject.truth();
    }
}
