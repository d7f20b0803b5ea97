package io.stimloop.control.spec;

import com.google.protobuf.Duration;
import io.stimloop.v1.Target;
import io.stimloop.v1.TargetStimulus;

/** How long targets must rest after they were lit. */
final class RefractorySection {
    private static final DurationBounds REST = new DurationBounds(0, DurationBounds.HOUR);

    private RefractorySection() {}

    /** By target, in nanoseconds, from 0. */
    static long[] read(TargetStimulus sent, Faults at) {
        long common = sent.hasRefractory() ? nanos(sent.getRefractory(), at.field("refractory")) : 0;
        long[] nanos = new long[sent.getTargetsCount()];
        for (int i = 0; i < nanos.length; i++) {
            Target target = sent.getTargets(i);
            nanos[i] = target.hasRefractory()
                    ? nanos(target.getRefractory(), at.field("targets").element(i).field("refractory"))
                    : common;
        }
        return nanos;
    }

    private static long nanos(Duration duration, Faults at) {
        return REST.nanos(duration, at);
    }
}
