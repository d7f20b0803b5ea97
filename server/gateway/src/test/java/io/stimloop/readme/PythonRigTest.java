package io.stimloop.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.stimloop.gateway.config.ExperimentFile;
import io.stimloop.gateway.server.ServerOptions;
import io.stimloop.gateway.server.StimloopServer;
import io.stimloop.rig.client.RigChannels;
import io.stimloop.v1.Belief;
import io.stimloop.v1.Experiment;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.ExperimentServiceGrpc.ExperimentServiceBlockingStub;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.GetBeliefRequest;
import io.stimloop.v1.GetExperimentRequest;
import io.stimloop.v1.State;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rigs in Python against a server, over sockets, with nothing but what a stranger has. */
@SuppressWarnings("NullAway.Init")
class PythonRigTest {
    private static final String CREATE = Readme.block("python", "CreateExperimentRequest");
    private static final String RIG = Readme.block("python", "Connect(");
    private static final Path STRANGER = Path.of("server/gateway/src/test/resources/io/stimloop/readme")
            .resolve("stranger.py");

    private static final String ONLY_WITH_TLS = "stimloop_certificate_expires_seconds";

    @TempDir
    private Path folder;
    private DebianPython python;
    private StimloopServer server;
    private ManagedChannel channel;
    private ExperimentServiceBlockingStub experiments;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        python = DebianPython.in(folder);
        server = new StimloopServer(ServerOptions.onPorts(0, 0).recordingIn(folder.resolve("data")));
        channel = RigChannels.plaintext("127.0.0.1", server.port());
        experiments = ExperimentServiceGrpc.newBlockingStub(channel);
    }

    @AfterEach
    void stop() {
        if (channel != null) {
            channel.shutdownNow();
            server.close();
        }
    }

    @Test
    void theRigOfTheReadmeRunsTheExperimentOfTheReadmeToItsEnd() throws IOException, InterruptedException {
        String id = create();
        List<String> printed = python.run("rig.py", RIG, address(), id);
        Experiment experiment = experiment(id);
        assertThat(experiment.getSpec()).isEqualTo(experimentFile());
        assertThat(experiment.getState()).isEqualTo(State.FINISHED);
        assertThat(experiment.getTrials()).isEqualTo(experiment.getSpec().getStopping().getMaxTrials())
                .isEqualTo(60);
        assertThat(printed).isEqualTo(report(experiment));
        assertThat(metrics())
                .contains(Readme.metrics().stream().filter(metric -> !metric.equals(ONLY_WITH_TLS)).toList());
    }

    @Test
    void aRigThatSendsNonsenseIsToldWhichFieldAndGoesOnAfterwards() throws IOException, InterruptedException {
        String id = create();
        List<String> printed = python
                .run("stranger.py", Files.readString(Readme.root().resolve(STRANGER)), address(), id);
        assertThat(printed).containsExactly("refused: outcome.counts[0]", "refused: outcome.counts",
                "refused: outcome.presented[0]", "finished after 60 trials, first of them 1");
        assertThat(experiment(id).getState()).isEqualTo(State.FINISHED);
        assertThat(belief(id).getTrials()).isEqualTo(60);
    }

    private ExperimentSpec experimentFile() throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.yaml"),
                Readme.block("yaml", "name: first-experiment"));
        return ((ExperimentFile.Accepted) ExperimentFile.read(file, Long.MAX_VALUE)).spec().original();
    }

    private String create() throws IOException, InterruptedException {
        return python.run("create.py", CREATE, address()).getFirst();
    }

    private String address() {
        return "127.0.0.1:" + server.port();
    }

    private String metrics() throws IOException {
        try (InputStream page = URI.create("http://127.0.0.1:" + server.metricsPort() + "/metrics").toURL()
                .openStream()) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Experiment experiment(String id) {
        return experiments.getExperiment(GetExperimentRequest.newBuilder().setExperimentId(id).build());
    }

    private Belief belief(String id) {
        return experiments.getBelief(GetBeliefRequest.newBuilder().setExperimentId(id).build());
    }

    /** What the rig must have printed, from what the server says. */
    private List<String> report(Experiment experiment) {
        List<String> lines = new ArrayList<>();
        lines.add(experiment.getTrials() + " trials (" + experiment.getReason() + ")");
        belief(experiment.getExperimentId()).getParametersList()
                .forEach(parameter -> lines.add(String.format(Locale.ROOT, "%-10s %8.2f +- %.2f",
                        parameter.getName(), parameter.getMean(), parameter.getSd())));
        return lines;
    }
}
