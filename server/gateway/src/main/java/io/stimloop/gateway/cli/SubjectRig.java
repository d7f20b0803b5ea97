package io.stimloop.gateway.cli;

import io.stimloop.rig.client.Command;
import io.stimloop.rig.client.Responder;
import io.stimloop.rig.client.Response;
import io.stimloop.rig.client.RigAdapter;
import io.stimloop.rig.client.RigClock;
import io.stimloop.v1.ReceiptStatus;
import java.util.List;

/** A subject in memory as a rig that both stimulates and records: answers as late as the subject does. */
final class SubjectRig implements RigAdapter {
    private final Subject subject;
    private final RigClock clock;

    SubjectRig(Subject subject, RigClock clock) {
        this.subject = subject;
        this.clock = clock;
    }

    @Override
    public void present(Command command, Responder responder) {
        Response response = subject.respond(command.stimulus());
        responder.receipt(ReceiptStatus.DELIVERED, null, "");
        long latencyNanos = subject.latencyNanos();
        if (latencyNanos == 0) {
            responder.respond(response);
        } else {
            clock.schedule(() -> responder.respond(response), latencyNanos);
        }
    }

    @Override
    public void neuronsChanged(List<String> names) {
        subject.neurons(names);
    }

    @Override
    public void goSafe(String reason) {
        // There is nothing to switch off: what is in memory hurts nobody.
    }
}
