package io.stimloop.control.arming;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the arming of an experiment stood at one moment.
 *
 * @param settings what does not change
 * @param required whether an operator has to arm
 * @param armed    whether commands may leave
 * @param fault    that nobody has looked at; empty when there is none
 * @param reason   why it is not armed any more; empty when it is, or never was
 * @param armedBy  who armed it last; empty before the first time
 * @param armedAt  when, by the wall clock; null before the first time
 * @param epoch    of the arming, or the latest
 */
public record ArmingReading(ArmingSettings settings, boolean required, boolean armed, String fault,
        String reason, String armedBy, @Nullable Instant armedAt, long epoch) {}
