package io.stimloop.control.experiment;

import io.stimloop.control.arming.ArmingSettings;
import io.stimloop.control.spec.ResolvedSpec;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Whether an experiment can do harm: when its stimuli are light. */
final class Hazard {
    private Hazard() {}

    /** What has to be armed of an experiment. */
    static ArmingSettings of(ResolvedSpec spec) {
        return spec.stimulus().targets()
                ? new ArmingSettings(true, limitsSha256(spec), spec.safety().leaseNanos())
                : ArmingSettings.HARMLESS;
    }

    private static String limitsSha256(ResolvedSpec spec) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(spec.original().getStimulus().toByteArray());
            digest.update(spec.original().getSafety().toByteArray());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java has SHA-256", every);
        }
    }
}
