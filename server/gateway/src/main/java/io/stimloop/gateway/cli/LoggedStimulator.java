package io.stimloop.gateway.cli;

import io.stimloop.rig.client.Command;
import io.stimloop.rig.client.Responder;
import io.stimloop.rig.client.Response;
import io.stimloop.rig.client.RigAdapter;
import io.stimloop.rig.client.RigClock;
import io.stimloop.v1.Experiment;
import io.stimloop.v1.ReceiptStatus;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * An adapter whose device is a log: a line of JSON whenever the output goes on or off, with the time on the machine's
 * monotonic clock. The output of a command stays on until the next, or until it is cut. Answers each command with no
 * spikes at all. Everything about it is as it would be of a device.
 */
final class LoggedStimulator implements RigAdapter {
    /** How long a trial of it takes. */
    private static final long TRIAL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final double NANOS_PER_MILLI = 1e6;

    private final RigClock clock;
    private final PrintStream log;
    private int neurons;
    private long pulseNanos;

    /**
     * Off.
     *
     * @param log takes each line at once
     */
    LoggedStimulator(RigClock clock, PrintStream log) {
        this.clock = clock;
        this.log = log;
    }

    @Override
    public void joined(Experiment experiment) {
        neurons = Math.max(1, experiment.getSpec().getNeuronsCount());
        pulseNanos = (long) (experiment.getSpec().getSafety().getLight().getPulseMs().getFixed()
                * NANOS_PER_MILLI);
    }

    @Override
    public long outputNanos(Command command) {
        return command.isBlank() ? 0 : pulseNanos;
    }

    @Override
    public void present(Command command, Responder responder) {
        boolean on = Arrays.stream(command.stimulus()).anyMatch(value -> value != 0);
        note(on ? "on" : "off", "\"trial\":" + command.trial() + ",\"stimulus\":"
                + Arrays.toString(command.stimulus()));
        responder.receipt(ReceiptStatus.DELIVERED, null, "");
        clock.schedule(() -> responder.respond(Response.of(new int[neurons])), TRIAL_NANOS);
    }

    @Override
    public void cutOutput(String reason) {
        note("off", "\"reason\":\"" + reason.replaceAll("[\\\\\"\\p{Cntrl}]", " ") + "\"");
    }

    @Override
    public void goSafe(String reason) {
        cutOutput(reason);
    }

    private void note(String event, String rest) {
        log.println("{\"nanos\":" + clock.nanoTime() + ",\"event\":\"" + event + "\"," + rest + "}");
    }
}
