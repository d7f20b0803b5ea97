package io.stimloop.checks.faults;

import io.stimloop.checks.disk.DiskFault;
import io.stimloop.checks.disk.SimulatedDisk;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefDigest;
import io.stimloop.inference.belief.BeliefState;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Some lives of a server on one disk, with one rig, and what had better be true of them. */
final class Simulation {
    private static final int LIVES = 4;
    private static final int MOST_EVENTS = 1_500;
    private static final int FAULTY_DISK_ONCE_IN = 3;
    private static final int MOST_DISK_CALLS = 400;
    private static final int WALL_STEP_ONCE_IN = 100;
    private static final int PAUSE_ONCE_IN = 150;
    private static final long PAUSE_NANOS = 2_000_000_000L;

    private final World world;
    private final SimulatedRig rig;
    private Map<String, byte[]> files = Map.of();
    /** Since a server came back last: a start may fail too. */
    private boolean powerFailed;
    private String fault = "";

    Simulation(long seed) {
        world = new World(seed);
        rig = new SimulatedRig(world);
    }

    /**
     * What became of it.
     *
     * @param fault  what was wrong first; empty when nothing was
     * @param trials that the rig was told are safe
     * @param trace  the same for the same life only
     */
    record Ending(String fault, long trials, long trace) {}

    Ending run() {
        for (int life = 0; life < LIVES && fault.isEmpty(); life++) {
            live();
        }
        return new Ending(fault, rig.accepted(), world.trace());
    }

    private void live() {
        SimulatedDisk disk = new SimulatedDisk(files, diskFault(), world.random());
        try {
            Life life = new Life(world, disk);
            judge(life);
            rig.meets(life.experiment());
            goOn(life);
            rig.loses();
            life.die();
        } catch (Life.NeverOpened nothing) {
            if (rig.accepted() > 0) {
                wrong("what the rig was promised was never opened");
            }
            files = Map.of();
            return;
        } catch (IOException | RuntimeException failure) {
            rig.loses();
            boolean diskFailed = failure instanceof IOException
                    && String.valueOf(failure.getMessage()).contains("fails");
            if (!diskFailed) {
                wrong("a server did not start: " + failure);
            }
        }
        boolean powerFails = world.random().nextBoolean();
        files = powerFails ? disk.afterPowerLoss() : disk.afterKill();
        // Of a disk that could not sync the system forgets what it could not write: that is as bad.
        powerFailed |= powerFails || disk.pagesLost();
        world.note("end", files.size());
    }

    private DiskFault diskFault() {
        return world.onceIn(FAULTY_DISK_ONCE_IN)
                ? DiskFault.error(1 + world.random().nextInt(MOST_DISK_CALLS))
                : DiskFault.NONE;
    }

    private void goOn(Life life) {
        int events = 1 + world.random().nextInt(MOST_EVENTS);
        for (int event = 0; event < events && world.step(); event++) {
            if (world.onceIn(WALL_STEP_ONCE_IN)) {
                world.stepWallClock();
            }
            if (world.onceIn(PAUSE_ONCE_IN)) {
                world.pause(PAUSE_NANOS);
            }
        }
        if (rig.violations() > 0) {
            wrong(rig.violations() + " messages to the rig broke the contract");
        }
        requireBelief(life);
    }

    /** What a server knows when it comes back is no less than what was promised. */
    private void judge(Life life) {
        long known = life.experiment().reading().join().state().trials();
        long promised = powerFailed ? rig.durable() : rig.accepted();
        if (known < promised) {
            wrong("trial " + promised + " was promised and only " + known + " are known after "
                    + (powerFailed ? "power loss" : "a kill"));
        }
        powerFailed = false;
        rig.forgive(known);
        requireBelief(life);
    }

    private void requireBelief(Life life) {
        BeliefState state = life.experiment().reading().join().state();
        List<double[]> presented = rig.presented(state.trials());
        if (presented.size() < state.trials()) {
            wrong("more trials are known than were presented");
            return;
        }
        if (BeliefDigest.of(state) != never(presented).digest()) {
            wrong("after " + state.trials() + " trials the belief is another than without faults");
        }
    }

    /** What a server believes to which nothing ever happens. */
    private static Belief never(List<double[]> presented) {
        Belief belief = Life.SPEC.source().create();
        var _ = belief.predictor(Life.SPEC.candidates(), Life.SPEC.aim().objective().question());
        long trial = 0;
        for (double[] stimulus : presented) {
            trial++;
            belief.condition(stimulus, new double[]{SimulatedRig.count(trial)});
        }
        return belief;
    }

    private void wrong(String what) {
        if (fault.isEmpty()) {
            fault = what;
        }
    }
}
