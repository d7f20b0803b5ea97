package io.stimloop.inference.map;

import java.util.ArrayList;
import java.util.List;

/** When the next refit is due, and what there is to say about the kernel that the last one left. Not thread safe. */
final class RefitSchedule {
    private final RefitRule rule;
    private final boolean refits;
    private final double[][] axes;
    private long next;

    RefitSchedule(MapModel model) {
        this.rule = model.refit();
        this.refits = !model.averaged() && !rule.equals(RefitRule.NEVER);
        this.axes = model.axes();
        this.next = rule.every();
    }

    RefitSchedule(RefitSchedule other) {
        this.rule = other.rule;
        this.refits = other.refits;
        this.axes = other.axes;
        this.next = other.next;
    }

    boolean due(long trials) {
        return refits && trials >= next;
    }

    /** A refit to so many trials was adopted. */
    void done(long trials) {
        next = trials + rule.every();
    }

    /** The trial after which the next is due. */
    long next() {
        return next;
    }

    void restore(long due) {
        next = due;
    }

    /**
     * What an operator should know of a kernel that refits may have changed.
     *
     * @param inForce the kernel
     */
    List<String> warnings(MapKernel inForce) {
        List<String> warnings = new ArrayList<>();
        for (int d = 0; refits && d < axes.length; d++) {
            double spacing = KernelCoordinates.spacing(axes[d]);
            if (inForce.lengths()[d] < spacing / 2) {
                warnings.add("length: " + MapKernel.rounded(inForce.lengths()[d]) + " in dimension " + d
                        + " is short against the distance of its candidates (" + MapKernel.rounded(spacing)
                        + "); one stimulus tells nothing of the next");
            }
        }
        return warnings;
    }
}
