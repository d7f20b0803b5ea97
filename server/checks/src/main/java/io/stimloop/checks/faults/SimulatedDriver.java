package io.stimloop.checks.faults;

import io.stimloop.control.journal.JournalDriver;
import io.stimloop.control.journal.JournalWork;
import org.jspecify.annotations.Nullable;

/** The journal's thread, which gets its turn when the world says so: at once, or long after on a slow disk. */
final class SimulatedDriver implements JournalDriver {
    private static final long TURN_NANOS = 200_000;
    private static final long SLOW_NANOS = 400_000_000;
    private static final int SLOW_ONCE_IN = 40;

    private final World world;
    private @Nullable JournalWork work;

    SimulatedDriver(World world) {
        this.world = world;
    }

    @Override
    public void start(JournalWork started) {
        work = started;
        turn();
    }

    @Override
    public void wake() {
        turn();
    }

    private void turn() {
        world.within(world.onceIn(SLOW_ONCE_IN) ? SLOW_NANOS : TURN_NANOS, () -> {
            JournalWork now = work;
            if (now == null) {
                return;
            }
            long wait = now.step();
            if (wait == JournalWork.OVER) {
                work = null;
            } else if (wait < SLOW_NANOS / 4) {
                world.after(wait, this::turn);
            }
        });
    }

    /** The process is gone. */
    void die() {
        work = null;
    }

    @Override
    public void join() {
        JournalWork now = work;
        while (now != null && now.step() != JournalWork.OVER) {
            // On to the end.
        }
        work = null;
    }
}
