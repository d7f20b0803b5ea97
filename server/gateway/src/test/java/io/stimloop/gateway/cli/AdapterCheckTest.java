package io.stimloop.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.stimloop.rig.client.Command;
import io.stimloop.rig.client.RetryPolicy;
import io.stimloop.rig.client.RigAdapter;
import io.stimloop.rig.client.RigChannels;
import io.stimloop.rig.client.RigClient;
import io.stimloop.rig.client.RigSettings;
import io.stimloop.rig.client.SystemRigClock;
import io.stimloop.rig.conformance.AdapterCheck;
import io.stimloop.rig.conformance.Finding;
import io.stimloop.v1.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The kit against the reference adapter, and against one that does not live up to it. */
final class AdapterCheckTest {
    private static final RetryPolicy RETRY = new RetryPolicy(100, Duration.ofMillis(5), Duration.ofMillis(20),
            1);
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private List<Finding> check(Function<LoggedStimulator, RigAdapter> made)
            throws IOException, InterruptedException {
        try (AdapterCheck kit = new AdapterCheck(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SystemRigClock clock = new SystemRigClock()) {
            ManagedChannel channel = RigChannels.plaintext("127.0.0.1", kit.port());
            RigSettings settings = new RigSettings("any", "laser", Set.of(Role.STIMULATOR, Role.RECORDER),
                    false, RETRY);
            LoggedStimulator reference = new LoggedStimulator(clock,
                    new PrintStream(log, true, StandardCharsets.UTF_8));
            try (RigClient client = new RigClient(channel, settings, made.apply(reference), clock)) {
                var _ = client.start();
                return kit.run(Duration.ofSeconds(10), finding -> {});
            } finally {
                channel.shutdownNow();
            }
        }
    }

    @Test
    void theReferenceAdapterPassesEveryCase() throws IOException, InterruptedException {
        List<Finding> findings = check(reference -> reference);
        assertThat(findings).hasSizeGreaterThan(20).allSatisfy(
                finding -> assertThat(finding.passed()).as(finding.toString()).isTrue());
        assertThat(log.toString(StandardCharsets.UTF_8).lines()).last().asString().contains("\"off\"");
    }

    /** Its pulses are said to be cut at any time, whatever the experiment says. */
    @Test
    void anAdapterThatFailsOneCaseIsToldWhich() throws IOException, InterruptedException {
        List<Finding> findings = check(reference -> new RigAdapter() {
            @Override
            public void joined(io.stimloop.v1.Experiment experiment) {
                reference.joined(experiment);
            }

            @Override
            public void present(Command command, io.stimloop.rig.client.Responder responder) {
                reference.present(command, responder);
            }

            @Override
            public void goSafe(String reason) {
                reference.goSafe(reason);
            }
        });
        assertThat(findings).filteredOn(finding -> !finding.passed()).singleElement().satisfies(finding -> {
            assertThat(finding.name()).isEqualTo("refuses an output longer than the lease");
            assertThat(finding.detail()).contains("must be REFUSED; the receipt says DELIVERED");
        });
    }
}
