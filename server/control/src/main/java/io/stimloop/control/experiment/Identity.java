package io.stimloop.control.experiment;

import io.stimloop.control.spec.ResolvedSpec;
import java.time.Instant;

/**
 * What does not change about an experiment.
 *
 * @param id                 1 to 64 characters of A-Z a-z 0-9 . _ -
 * @param spec               what it is
 * @param createdAt          by the wall clock
 * @param deadlineFloorNanos what this server measured a decision needs, at least
 * @param priorEntropyNats   entropy of the belief before the first trial, in nats
 */
record Identity(String id, ResolvedSpec spec, Instant createdAt, long deadlineFloorNanos,
        double priorEntropyNats) {}
