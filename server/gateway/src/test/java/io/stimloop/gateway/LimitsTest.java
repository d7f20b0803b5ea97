package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.gateway.config.ExperimentFile;
import io.stimloop.gateway.config.LimitsFile;
import io.stimloop.v1.Experiment;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Levels;
import io.stimloop.v1.ValidateSpecRequest;
import io.stimloop.v1.Violation;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The limits of a server, as operators and programs meet them. */
class LimitsTest {
    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The shipped experiment with light, its greatest power replaced. */
    private static ExperimentSpec light(double powerMw) {
        ExperimentSpec.Builder spec = ExperimentFile.shipped("optogenetic-mapping.yaml").toBuilder();
        spec.getStimulusBuilder().getTargetsBuilder()
                .setPowers(Levels.newBuilder().addValues(2).addValues(powerMw));
        return spec.build();
    }

    @Test
    void anExperimentSaysWhichLimitsHold() {
        Experiment experiment = server.create("limited", light(5));
        assertThat(experiment.getLimits().getVersion()).isEqualTo(1);
        assertThat(experiment.getLimits().getAuthor()).isEqualTo("Stimloop");
        assertThat(experiment.getLimits().getSha256()).isEqualTo(LimitsFile.builtIn().sha256());
    }

    @Test
    void aSpecThatAsksForMoreIsRefusedWithFieldValueAndOwner() {
        String words = "the power: 11 mW, at most 10 mW (TARGET_POWER) by the limits file, version 1 by Stimloop";
        assertThat(server.operator()
                .validateSpec(ValidateSpecRequest.newBuilder().setSpec(light(11)).build())
                .getViolationsList())
                .extracting(Violation::getField).contains("stimulus.targets.powers");
        assertThat(Refusal.ofCall(() -> server.create("strong", light(11))).fields())
                .hasEntrySatisfying("spec.stimulus.targets.powers",
                        description -> assertThat(description).startsWith(words));
    }
}
