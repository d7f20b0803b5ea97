package io.stimloop.checks.faults;

import io.stimloop.control.experiment.Experiment;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.Role;
import io.stimloop.v1.ServerMessage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rig that answers late, twice, wrongly or not at all, comes back, and remembers what it was told is safe. */
final class SimulatedRig {
    private static final int COUNTS = 13;
    private static final int ODD_ONCE_IN = 12;
    private static final long TRIAL_NANOS = 50_000_000;
    private static final long RETURN_NANOS = 100_000_000;
    private static final long OPERATOR_NANOS = 300_000_000;

    private final World world;
    private final List<double[]> presented = new ArrayList<>();
    private @Nullable Experiment server;
    private @Nullable SimulatedLink link;
    private long accepted;
    private long durable;
    private long violations;

    SimulatedRig(World world) {
        this.world = world;
    }

    /** A server is there: the rig comes by and by, and an operator says that it may go on. */
    void meets(Experiment up) {
        server = up;
        world.within(RETURN_NANOS, () -> connect(up));
        world.within(OPERATOR_NANOS, () -> resume(up));
    }

    private void resume(Experiment up) {
        if (up == server && !up.over()) {
            // Refused where it is not paused, which is as well.
            var _ = up.resume().exceptionally(refused -> null);
        }
    }

    private void connect(Experiment up) {
        if (up != server || up.over()) {
            return;
        }
        SimulatedLink made = new SimulatedLink(world, this::hear,
                () -> world.within(RETURN_NANOS, () -> connect(up)));
        link = made;
        up.connect(made, "rig", EnumSet.of(Role.RECORDER, Role.STIMULATOR), true);
        world.within(20 * TRIAL_NANOS, () -> made.breakNow(up));
    }

    /** The server is gone, and the connection with it. */
    void loses() {
        SimulatedLink cut = link;
        if (cut != null) {
            cut.die();
        }
        link = null;
        server = null;
    }

    private void hear(ServerMessage message) {
        world.note(message.getMessageCase().name(),
                message.hasPresent() ? message.getPresent().getTrial() : 0);
        switch (message.getMessageCase()) {
            case PRESENT -> present(message.getPresent());
            case ACKNOWLEDGED -> {
                accepted = Math.max(accepted, message.getAcknowledged().getAcceptedThrough());
                durable = Math.max(durable, message.getAcknowledged().getDurableThrough());
                violations += durable > accepted ? 1 : 0;
            }
            default -> {
                // Welcome and the ends say nothing that is kept.
            }
        }
    }

    private void present(Present present) {
        double[] stimulus = present.getStimulusList().stream().mapToDouble(Double::doubleValue).toArray();
        int index = Math.toIntExact(present.getTrial()) - 1;
        if (index > presented.size() || present.getTrial() <= durable || !Life.allowed(stimulus)) {
            violations++;
            return;
        }
        if (index == presented.size()) {
            presented.add(stimulus);
        } else {
            presented.set(index, stimulus);
        }
        Experiment to = server;
        SimulatedLink by = link;
        if (to != null && by != null) {
            world.within(TRIAL_NANOS, () -> answer(to, by, present.getTrial()));
        }
    }

    private void answer(Experiment to, SimulatedLink by, long trial) {
        Outcome outcome = outcome(trial);
        switch (world.random().nextInt(ODD_ONCE_IN)) {
            case 0 -> {
                by.outcome(to, outcome);
                by.outcome(to, outcome);
            }
            case 1 ->
                by.outcome(to, outcome.toBuilder().setTrial(trial + 1 + world.random().nextInt(3)).build());
            case 2 -> by.outcome(to, outcome.toBuilder().addCounts(1).build());
            case 3 -> by.outcome(to, outcome.toBuilder().setCounts(0, -1).build());
            case 4 -> {
                by.outcome(to, outcome);
                by.outcome(to, outcome.toBuilder().setCounts(0, COUNTS + 1).build());
            }
            case 5 -> by.breakNow(to);
            default -> by.outcome(to, outcome);
        }
    }

    private static Outcome outcome(long trial) {
        return Outcome.newBuilder().setTrial(trial).addCounts(count(trial)).build();
    }

    /** What the cell answers in a trial. */
    static int count(long trial) {
        return (int) (trial * 7 % COUNTS);
    }

    /** The last trial that it was told survives the process. */
    long accepted() {
        return accepted;
    }

    /** The last trial that it was told survives power loss. */
    long durable() {
        return durable;
    }

    /** After power loss what was accepted only may be gone. */
    void forgive(long known) {
        accepted = Math.min(accepted, known);
    }

    /** Commands that should never have come, and promises taken back. */
    long violations() {
        return violations;
    }

    /** What was presented in the first trials. */
    List<double[]> presented(long trials) {
        return presented.subList(0, Math.toIntExact(Math.min(trials, presented.size())));
    }
}
