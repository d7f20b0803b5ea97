package io.stimloop.gateway.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * All that was found about a machine.
 *
 * @param findings in the order looked
 * @param loop     round trips of trials over loopback, from an outcome sent to the next command received, in nanoseconds
 */
public record Examination(List<Finding> findings, Histogram loop) {
    /**
     * Looks; takes some seconds.
     *
     * @param data  where a server would keep its journals; there
     * @param ports that a server would take, by the option that chooses another
     * @throws IOException if no server can be started here
     */
    public static Examination of(Path data, Map<String, Integer> ports)
            throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(JavaLook.findings());
        findings.addAll(MachineLook.findings());
        findings.add(TimerLook.finding());
        findings.addAll(DiskLook.findings(data));
        findings.add(PortLook.finding(ports));
        return new Examination(List.copyOf(findings), LoopLook.roundTrips(data));
    }

    /** Whether Stimloop can run here. */
    public boolean passed() {
        return findings.stream().noneMatch(finding -> finding.status() == Finding.Status.FAILED);
    }
}
