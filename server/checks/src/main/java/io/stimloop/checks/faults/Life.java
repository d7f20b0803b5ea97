package io.stimloop.checks.faults;

import com.google.protobuf.TextFormat;
import io.stimloop.checks.disk.SimulatedDisk;
import io.stimloop.control.experiment.Companions;
import io.stimloop.control.experiment.Experiment;
import io.stimloop.control.experiment.ExperimentOpener;
import io.stimloop.control.experiment.Reopening;
import io.stimloop.control.journal.Journal;
import io.stimloop.control.journal.JournalReader;
import io.stimloop.control.journal.JournalSettings;
import io.stimloop.control.journal.JournalSetup;
import io.stimloop.control.journal.Recovery;
import io.stimloop.control.record.JournalKeeper;
import io.stimloop.control.record.JournalSurvey;
import io.stimloop.control.record.OpeningRecords;
import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.planning.pool.Crew;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.JournalRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One process of the server with its one experiment, from its start on a disk to its end. */
final class Life {
    private static final String TEXT = """
            name: "simulated" seed: 5
            neurons { name: "cell" }
            stimulus { dimensions { name: "x" unit: "1" values { from: -10 to: 10 count: 5 } } }
            model {
              tuning_curve {
                shape: GAUSSIAN
                noise { poisson { } }
                parameters { key: "baseline" value { values: [1] } }
                parameters { key: "amplitude" value { values: [2, 8, 20] } }
                parameters { key: "preferred" value { from: -10 to: 10 count: 9 } }
                parameters { key: "width" value { from: 1 to: 4 count: 3 } }
              }
            }
            planner { deadline { seconds: 5 } search { } }
            """;
    private static final double REACH = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final JournalSettings SMALL = new JournalSettings(1 << 12, 1 << 12, 1 << 10, 2_000_000, 0);

    static final ResolvedSpec SPEC = resolved();

    private final World world;
    private final SimulatedDriver driver;
    private final JournalSetup setup;
    private final Experiment experiment;

    /**
     * Starts a process.
     *
     * @throws IOException if the disk fails, or what is on it cannot be gone on with
     */
    Life(World world, SimulatedDisk disk) throws IOException {
        this.world = world;
        driver = new SimulatedDriver(world);
        setup = new JournalSetup(disk, SMALL, world.nanoClock(), driver, "a simulated process");
        experiment = JournalReader.isIn(disk) ? comeBack() : begin();
    }

    private static ResolvedSpec resolved() {
        try {
            ExperimentSpec spec = TextFormat.parse(TEXT, ExperimentSpec.class);
            return switch (SpecResolver.resolve(spec, Long.MAX_VALUE)) {
                case Resolution.Accepted(ResolvedSpec accepted) -> accepted;
                case Resolution.Refused(var violations) ->
                    throw new IllegalStateException(violations.toString());
            };
        } catch (TextFormat.ParseException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** Whether a stimulus is within the limits of the spec. */
    static boolean allowed(double[] stimulus) {
        return stimulus.length == 0 || (stimulus.length == 1 && Math.abs(stimulus[0]) <= REACH);
    }

    private ExperimentOpener opener() {
        return new ExperimentOpener(Crew.alone(), world.nanoClock(), world.wallClock(), opened -> {},
                Runnable::run,
                id -> Runnable::run, WARM_UP);
    }

    private Experiment begin() throws IOException {
        JournalKeeper keeper = new JournalKeeper(world.nanoClock(), world.wallClock(), List.of());
        Experiment[] made = new Experiment[1];
        world.measuring(
                () -> made[0] = opener().open("simulated", SPEC, Companions.with(keeper, keeper.events())));
        keep(keeper, made[0], Journal.create(setup,
                new OpeningRecords("simulated").of(made[0], made[0].reading().join(), true), keeper));
        return made[0];
    }

    private Experiment comeBack() throws IOException {
        JournalSurvey survey = new JournalSurvey();
        try (Recovery _ = Journal.recover(setup, survey)) {
            world.note("found", survey.over() ? 1 : 0);
        }
        if (survey.opened().getExperimentId().isEmpty()) {
            throw new NeverOpened();
        }
        JournalKeeper keeper = new JournalKeeper(world.nanoClock(), world.wallClock(),
                survey.grantedPicojoules());
        Reopening reopening = new Reopening(opener(), new Place(keeper), Long.MAX_VALUE);
        try (Recovery recovery = Journal.recover(setup,
                (number, record) -> world.measuring(() -> reopening.take(record)))) {
            Experiment back = reopening.experiment();
            Journal journal = recovery.resume(keeper);
            journal.append(JournalRecord.newBuilder()
                    .setResumed(JournalRecord.Resumed.newBuilder().setCutBytes(recovery.report().cutBytes()))
                    .build());
            keep(keeper, back, journal);
            return back;
        }
    }

    private static void keep(JournalKeeper keeper, Experiment experiment, Journal journal) {
        keeper.keep(journal, failure -> {
            var _ = experiment.halt(HaltReason.INTERNAL_ERROR, "the journal failed: " + failure.getMessage());
        }, free -> {});
    }

    private record Place(JournalKeeper keeper) implements Reopening.Host {
        @Override
        public ResolvedSpec place(JournalRecord.Opened opened) {
            return SPEC;
        }

        @Override
        public Companions companions(ResolvedSpec spec, String id) {
            return Companions.with(keeper, keeper.events());
        }

        @Override
        public void admit(String id, ResolvedSpec spec, long floorNanos) {}
    }

    Experiment experiment() {
        return experiment;
    }

    /** The server went before the experiment was there: nobody was told that it is. */
    static final class NeverOpened extends IOException {
        private static final long serialVersionUID = 1;

        NeverOpened() {
            super("the journal was never opened");
        }
    }

    /** The process is killed. */
    void die() {
        driver.die();
    }
}
