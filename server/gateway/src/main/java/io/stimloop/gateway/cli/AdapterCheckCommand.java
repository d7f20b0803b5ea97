package io.stimloop.gateway.cli;

import io.stimloop.rig.conformance.AdapterCheck;
import io.stimloop.rig.conformance.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Holds a vendor's adapter to the contract. */
@Command(name = "adapter-check", mixinStandardHelpOptions = true, description = {
        "Hold an adapter of light or current to the contract.",
        "Adapters connect to servers, so this command plays the server: it listens at HOST:PORT. Start it first; then"
                + " start the adapter as for a real server, with this address, any experiment id, plain text, and"
                + " nothing dangerous connected to it. The adapter must come back whenever the stream breaks off:"
                + " each case has a connection of its own. Targets are called t0 and t1; at most one may be on, with"
                + " at most 5 mW.",
        "The judgement is by what the adapter says (Ready, Receipt, Safe) and when. That its output does what it says"
                + " is to be measured at the device."}, footer = {"",
                        "Example: stimloop adapter-check 127.0.0.1:50061 --json",
                        "         stimloop rig stimulator --server 127.0.0.1:50061 --experiment any   # in another terminal"})
final class AdapterCheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "HOST:PORT", converter = ServerAddress.Converter.class, description = "Where to listen; the adapter connects to it.")
    @SuppressWarnings("NullAway.Init")
    private ServerAddress address;

    @Option(names = "--patience", defaultValue = "60", paramLabel = "SECONDS", description = "How long to wait for the adapter to connect, each time (default: ${DEFAULT-VALUE}).")
    private int patienceSeconds;

    @Option(names = "--json", description = "Print one JSON object on one line.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Consumer<Finding> show = finding -> show(out, finding);
        try (AdapterCheck check = new AdapterCheck(new InetSocketAddress(address.host(), address.port()))) {
            List<Finding> findings = check.run(Duration.ofSeconds(patienceSeconds),
                    json ? finding -> {} : show);
            long failures = findings.stream().filter(finding -> !finding.passed()).count();
            if (json) {
                Map<String, Object> result = new LinkedHashMap<>();
                result.put("cases", findings.size());
                result.put("failures", failures);
                result.put("findings", findings);
                out.println(JsonMapper.builder().build().writeValueAsString(result));
            } else {
                out.println(findings.size() + " cases, " + failures + " failures: "
                        + (failures == 0 ? "passed" : "FAILED"));
            }
            return failures == 0 ? ExitCode.DONE : ExitCode.FAILED;
        } catch (IOException failure) {
            throw CommandFailure.environment(address + ": cannot listen there (" + failure.getMessage()
                    + "); choose a free port", failure);
        }
    }

    private static void show(PrintWriter out, Finding finding) {
        out.println((finding.passed() ? "passed  " : "FAILED  ") + finding.name()
                + (finding.detail().isEmpty() ? "" : ": " + finding.detail()));
        out.flush();
    }
}
