package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.v1.Present;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Where an operator meets what a belief warns of. */
class BeliefWarningsTest {
    private static final int TRIALS = 10;

    @Test
    void massAtTheEdgeOfAGridIsInTheBeliefAndInTheMetrics() throws IOException, InterruptedException {
        try (RunningServer server = RunningServer.forOneExperiment()) {
            server.create("edge", Specs.of(Specs.SEQUENCE, ""));
            assertThat(metrics(server)).contains("stimloop_belief_warnings{experiment=\"edge\"} 0.0");
            RawRig rig = server.rig("edge", "rig");
            Present present = rig.awaitPresent();
            for (int trial = 0; trial < TRIALS; trial++) {
                present = rig.answer(present, present.getStimulus(0) == -10 ? 21 : 1);
            }

            assertThat(server.belief("edge").getWarningsList()).singleElement().asString()
                    .startsWith("preferred: ").endsWith("of the mass is at the edge of the grid (-10.0)");
            assertThat(metrics(server)).contains("stimloop_belief_warnings{experiment=\"edge\"} 1.0");
        }
    }

    private static String metrics(RunningServer server) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:" + server.metricsPort() + "/metrics")).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
