package io.stimloop.control.experiment;

import io.stimloop.control.arming.ArmingSettings;
import io.stimloop.control.spec.SafetySettings;
import java.util.HexFormat;

/** Whether an experiment can do harm: when it drives light or current. */
final class Hazard {
    private Hazard() {}

    /** What has to be armed of an experiment. */
    static ArmingSettings of(SafetySettings safety) {
        return safety.outputs().hazardous()
                ? new ArmingSettings(true,
                        HexFormat.of().formatHex(safety.inForce().getSha256().toByteArray()),
                        safety.leaseNanos())
                : ArmingSettings.HARMLESS;
    }
}
