package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.StatusRuntimeException;
import io.stimloop.control.journal.FileDisk;
import io.stimloop.control.journal.JournalReader;
import io.stimloop.gateway.cli.Main;
import io.stimloop.v1.BeliefSnapshot;
import io.stimloop.v1.Experiment;
import io.stimloop.v1.JournalRecord;
import io.stimloop.v1.PauseExperimentRequest;
import io.stimloop.v1.Present;
import io.stimloop.v1.ResumeExperimentRequest;
import io.stimloop.v1.Role;
import io.stimloop.v1.State;
import io.stimloop.v1.Welcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is started anew goes on where the last one ended, in whichever way it did. */
class RecoveryTest {
    private static final int TRIALS = 12;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static BeliefSnapshot belief(RunningServer server, String id) {
        BeliefSnapshot.Builder whole = BeliefSnapshot.newBuilder();
        server.snapshot(id).forEachRemaining(whole::mergeFrom);
        return whole.build();
    }

    /** Answers so many commands; the next one is under way then. */
    private static Present run(RawRig rig, Present first, int trials) {
        Present present = first;
        for (int trial = 0; trial < trials; trial++) {
            rig.count(present.getTrial(), (int) (present.getTrial() * 7 % 13));
            present = rig.awaitPresentAmongAcknowledgements();
        }
        return present;
    }

    /** What a killed process leaves: everything in the files, nothing in good order. */
    private Path copyOf(Path data) throws IOException {
        Path copy = Files.createTempDirectory(folder, "copy");
        try (Stream<Path> all = Files.walk(data)) {
            for (Path one : all.skip(1).toList()) {
                Files.copy(one, copy.resolve(data.relativize(one)));
            }
        }
        return copy;
    }

    @Test
    void anExperimentComesBackPausedWithTheSameBitsAndGoesOnWithTheNextTrial() throws IOException {
        Path data = folder.resolve("data");
        BeliefSnapshot before;
        Present underWay;
        Path killed;
        try (RunningServer server = RunningServer.keepingIn(data)) {
            server.create("cell", Specs.of(Specs.SEARCH, ""));
            RawRig rig = server.rig("cell", "rig");
            underWay = run(rig, rig.awaitPresent(), TRIALS);
            rig.awaitDurable(TRIALS);
            before = belief(server, "cell");
            killed = copyOf(data);
        }
        for (Path left : List.of(killed, data)) {
            try (RunningServer server = RunningServer.keepingIn(left)) {
                Experiment back = server.experiment("cell");
                assertThat(back.getState()).isEqualTo(State.PAUSED);
                assertThat(back.getTrials()).isEqualTo(TRIALS);
                assertThat(belief(server, "cell")).isEqualTo(before);

                RawRig rig = server.rig();
                rig.hello("cell", "rig", List.of(Role.RECORDER, Role.STIMULATOR));
                Welcome welcome = rig.awaitWelcome();
                assertThat(welcome.getNextTrial()).isEqualTo(TRIALS + 1);
                assertThat(welcome.getDurableThrough()).isEqualTo(TRIALS);
                resume(server);
                Present again = rig.awaitPresent();
                assertThat(again).isEqualTo(underWay);
                assertThat(run(rig, again, 3).getTrial()).isEqualTo(TRIALS + 4);
            }
        }
    }

    private static void resume(RunningServer server) {
        var _ = server.operator()
                .resumeExperiment(ResumeExperimentRequest.newBuilder().setExperimentId("cell").build());
    }

    @Test
    void whatWasLearnedBeforeAndAfterARestartIsWhatOneServerWouldHaveLearned() throws IOException {
        Path data = folder.resolve("data");
        Path other = folder.resolve("other");
        BeliefSnapshot oneLife;
        try (RunningServer server = RunningServer.keepingIn(other)) {
            server.create("cell", Specs.of(Specs.SEARCH, ""));
            RawRig rig = server.rig("cell", "rig");
            run(rig, rig.awaitPresent(), 2 * TRIALS);
            oneLife = belief(server, "cell");
        }
        try (RunningServer server = RunningServer.keepingIn(data)) {
            server.create("cell", Specs.of(Specs.SEARCH, ""));
            RawRig rig = server.rig("cell", "rig");
            run(rig, rig.awaitPresent(), TRIALS);
            rig.awaitDurable(TRIALS);
        }
        try (RunningServer server = RunningServer.keepingIn(data)) {
            RawRig rig = server.rig("cell", "rig");
            resume(server);
            run(rig, rig.awaitPresent(), TRIALS);
            assertThat(belief(server, "cell")).isEqualTo(oneLife);
        }
    }

    @Test
    void anOutcomeWhoseCommandTheJournalHasNotIsAskedForAgain() throws IOException {
        Path data = folder.resolve("data");
        Path killed;
        try (RunningServer server = RunningServer.keepingIn(data)) {
            server.create("cell", Specs.of(Specs.SEARCH, ""));
            killed = copyOf(data);
        }
        try (RunningServer server = RunningServer.keepingIn(killed)) {
            assertThat(server.experiment("cell").getState()).isEqualTo(State.CREATED);
            RawRig recorder = server.rig("cell", "recorder", Role.RECORDER);
            recorder.count(1, 5);
            assertThat(recorder.awaitAcknowledged()).isZero();
            RawRig stimulator = server.rig("cell", "stimulator", Role.STIMULATOR);
            assertThat(stimulator.awaitPresent().getTrial()).isEqualTo(1);
            assertThat(recorder.awaitPresent().getTrial()).isEqualTo(1);
            recorder.count(1, 5);
            assertThat(recorder.awaitPresentAmongAcknowledgements().getTrial()).isEqualTo(2);
        }
    }

    @Test
    void replayFindsEveryBeliefAndDecisionOfTwoLivesAgain() throws IOException {
        Path data = folder.resolve("data");
        try (RunningServer server = RunningServer.keepingIn(data)) {
            server.create("cell", Specs.of(Specs.SEARCH, ""));
            RawRig rig = server.rig("cell", "rig");
            run(rig, rig.awaitPresent(), TRIALS);
            rig.awaitDurable(TRIALS);
        }
        try (RunningServer server = RunningServer.keepingIn(data)) {
            RawRig rig = server.rig("cell", "rig");
            resume(server);
            run(rig, rig.awaitPresent(), TRIALS);
            server.finish("cell");
        }
        StringWriter out = new StringWriter();

        int exitCode = Main.commandLine().setOut(new PrintWriter(out)).execute("replay", "--json",
                data.resolve("experiments/cell").toString());

        assertThat(out.toString()).startsWith("{\"trials\":24,\"beliefs\":24,\"beliefBitsDiffering\":0,"
                + "\"decisions\":25,\"decisionsDiffering\":0,");
        assertThat(exitCode).isZero();
    }

    @Test
    void aCopyOfAFolderIsLeftAloneAndTheExperimentComesBack() throws IOException {
        Path data = folder.resolve("data");
        try (RunningServer server = RunningServer.keepingIn(data)) {
            server.create("cell", Specs.of(Specs.SEARCH, ""));
        }
        Path experiments = data.resolve("experiments");
        for (String copy : List.of("a-copy", "cell-copy")) {
            Files.createDirectory(experiments.resolve(copy));
            try (Stream<Path> files = Files.list(experiments.resolve("cell"))) {
                for (Path file : files.toList()) {
                    Files.copy(file, experiments.resolve(copy).resolve(file.getFileName()));
                }
            }
        }
        try (RunningServer server = RunningServer.keepingIn(data)) {
            assertThat(server.experiment("cell").getState()).isEqualTo(State.CREATED);
            RawRig rig = server.rig("cell", "rig");
            assertThat(run(rig, rig.awaitPresent(), 3).getTrial()).isEqualTo(4);
        }
    }

    @Test
    void whatIsOverStaysOverAndItsIdIsTaken() throws IOException {
        Path data = folder.resolve("data");
        try (RunningServer server = RunningServer.keepingIn(data)) {
            server.create("cell", Specs.of(Specs.SEARCH, ""));
            RawRig rig = server.rig("cell", "rig");
            run(rig, rig.awaitPresent(), 1);
            server.finish("cell");
        }
        try (RunningServer server = RunningServer.keepingIn(data)) {
            assertThatThrownBy(() -> server.experiment("cell")).isInstanceOf(StatusRuntimeException.class)
                    .hasMessageContaining("no experiment has the id");
            assertThatThrownBy(() -> server.create("cell", Specs.of(Specs.SEARCH, "")))
                    .hasMessageContaining("ALREADY_EXISTS");
        }
    }

    @Test
    void theJournalSaysWhichLimitsWereInForce() throws IOException {
        Path data = folder.resolve("data");
        Experiment created;
        try (RunningServer server = RunningServer.keepingIn(data)) {
            created = server.create("cell", Specs.of(Specs.SEARCH, ""));
        }
        List<JournalRecord> opened = new ArrayList<>();
        var _ = JournalReader.read(new FileDisk(data.resolve("experiments/cell")), (number, record) -> {
            if (record.hasOpened()) {
                opened.add(record);
            }
        });
        assertThat(opened).singleElement()
                .satisfies(record -> assertThat(record.getOpened().getLimitsSha256()).hasSize(32)
                        .isEqualTo(created.getLimits().getSha256()));
    }

    @Test
    void aPauseOfAnOperatorSurvivesToo() throws IOException {
        Path data = folder.resolve("data");
        try (RunningServer server = RunningServer.keepingIn(data)) {
            server.create("cell", Specs.of(Specs.SEARCH, ""));
            RawRig rig = server.rig("cell", "rig");
            rig.awaitPresent();
            var _ = server.operator()
                    .pauseExperiment(PauseExperimentRequest.newBuilder().setExperimentId("cell").build());
        }
        try (RunningServer server = RunningServer.keepingIn(data)) {
            assertThat(server.experiment("cell").getState()).isEqualTo(State.PAUSED);
        }
    }
}
