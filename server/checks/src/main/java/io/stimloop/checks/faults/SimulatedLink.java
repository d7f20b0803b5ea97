package io.stimloop.checks.faults;

import io.stimloop.control.arming.Beat;
import io.stimloop.control.experiment.Experiment;
import io.stimloop.control.experiment.Refused;
import io.stimloop.control.experiment.RigPort;
import io.stimloop.v1.Halt;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.ServerMessage;
import java.util.function.Consumer;

/** One connection: messages arrive late, in their order, until it breaks; then none. */
final class SimulatedLink implements RigPort {
    private static final long LATE_NANOS = 3_000_000;

    private final World world;
    private final Consumer<ServerMessage> rig;
    private final Runnable broken;
    private boolean open = true;
    private boolean up = true;
    private final long[] lastArrivals = new long[2];

    /**
     * @param rig    hears what the server says
     * @param broken told once when nothing more will arrive
     */
    SimulatedLink(World world, Consumer<ServerMessage> rig, Runnable broken) {
        this.world = world;
        this.rig = rig;
        this.broken = broken;
    }

    private void toRig(Runnable arrival) {
        arrives(0, arrival);
    }

    /** Late, but not before what was sent before it in the same direction. */
    private void arrives(int direction, Runnable arrival) {
        long now = world.nanoClock().getAsLong();
        lastArrivals[direction] = Math.max(lastArrivals[direction],
                now + 1 + (long) (world.random().nextDouble() * LATE_NANOS));
        world.after(lastArrivals[direction] - now, () -> {
            if (up) {
                arrival.run();
            }
        });
    }

    /** The rig says what came of a trial; it arrives, or the link breaks before. */
    void outcome(Experiment server, Outcome outcome) {
        arrives(1, () -> server.outcome(this, outcome, world.nanoClock().getAsLong()));
    }

    /** Nothing arrives any more, in either direction; the server may notice, or not for long. */
    void breakNow(Experiment server) {
        if (!up) {
            return;
        }
        up = false;
        world.within(LATE_NANOS, broken);
        world.within(10 * LATE_NANOS, () -> {
            open = false;
            server.disconnect(this);
        });
    }

    /** The server's process is gone. */
    void die() {
        up = false;
    }

    private void close(Runnable last) {
        if (open) {
            open = false;
            last.run();
            toRig(() -> {
                up = false;
                broken.run();
            });
        }
    }

    @Override
    public void send(ServerMessage message) {
        if (open) {
            toRig(() -> rig.accept(message));
        }
    }

    @Override
    public void heartbeat(Beat beat) {}

    @Override
    public long heardNanos() {
        return 0;
    }

    @Override
    public boolean open() {
        return open;
    }

    @Override
    public void refuse(Refused refused) {
        close(() -> {});
    }

    @Override
    public void halt(HaltReason reason, String detail) {
        close(() -> toRig(() -> rig.accept(ServerMessage.newBuilder()
                .setHalt(Halt.newBuilder().setReason(reason).setDetail(detail)).build())));
    }

    @Override
    public void haltAndHear(HaltReason reason, String detail) {
        halt(reason, detail);
    }

    @Override
    public void end() {
        close(() -> {});
    }

    @Override
    public void finish(ServerMessage finished) {
        close(() -> toRig(() -> rig.accept(finished)));
    }
}
