package io.stimloop.checks.fuzz;

import io.stimloop.control.experiment.Companions;
import io.stimloop.control.experiment.Experiment;
import io.stimloop.control.experiment.ExperimentOpener;
import io.stimloop.control.experiment.RigPort;
import io.stimloop.control.experiment.TrialListener;
import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.gateway.config.ExperimentFile;
import io.stimloop.planning.pool.WorkerPool;
import io.stimloop.v1.BalancedPlanner;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Planner;
import io.stimloop.v1.Present;
import io.stimloop.v1.Ready;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.ReceiptStatus;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.Role;
import io.stimloop.v1.Safe;
import io.stimloop.v1.ServerMessage;
import io.stimloop.v1.Stopping;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A running experiment whose rig sends nearly right messages, and right ones in between, which must go on counting. */
final class RigTarget implements FuzzTarget, AutoCloseable {
    /** Messages after which the experiment is waited for. */
    private static final int SENT_AHEAD = 10;

    private final WorkerPool pool = new WorkerPool(1);
    private final Experiment experiment;
    private volatile Present present = Present.getDefaultInstance();
    private volatile boolean open;
    private long sent;
    private volatile @Nullable Throwable failure;
    private RigPort port = newPort();

    RigTarget() {
        ExperimentSpec spec = ExperimentFile.shipped("direction-tuning.yaml").toBuilder()
                .setPlanner(Planner.newBuilder().setBalanced(BalancedPlanner.getDefaultInstance()))
                .setStopping(Stopping.getDefaultInstance()).build();
        experiment = new ExperimentOpener(pool, System::nanoTime, InstantSource.system(), opened -> {},
                Runnable::run).open("fuzzed", resolved(spec), Companions.of(listener()));
    }

    private static ResolvedSpec resolved(ExperimentSpec spec) {
        return switch (SpecResolver.resolve(spec, Long.MAX_VALUE)) {
            case Resolution.Accepted(ResolvedSpec accepted) -> accepted;
            case Resolution.Refused(var violations) -> throw new IllegalStateException(violations.toString());
        };
    }

    /** Hears of errors of the server's own, and of nothing else. */
    private TrialListener listener() {
        return (TrialListener) Proxy.newProxyInstance(RigTarget.class.getClassLoader(),
                new Class<?>[]{TrialListener.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("failed")) {
                        failure = (Throwable) arguments[0];
                    }
                    return null;
                });
    }

    private RigPort newPort() {
        open = true;
        return (RigPort) Proxy.newProxyInstance(RigTarget.class.getClassLoader(),
                new Class<?>[]{RigPort.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "open" -> open;
                    case "equals" -> System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "send" -> {
                        heard((ServerMessage) arguments[0]);
                        yield null;
                    }
                    case "heartbeat" -> null;
                    default -> {
                        open = false;
                        yield null;
                    }
                });
    }

    private void heard(ServerMessage message) {
        if (message.hasPresent()) {
            present = message.getPresent();
        }
    }

    @Override
    public String name() {
        return "rig messages";
    }

    @Override
    public int share() {
        return 25;
    }

    @Override
    public void send(SplittableRandom random) throws Exception {
        if (!open || present.getTrial() == 0) {
            port = newPort();
            experiment.connect(port, "rig", EnumSet.of(Role.RECORDER, Role.STIMULATOR), true);
        }
        sent++;
        if (sent % SENT_AHEAD == 0) {
            var _ = experiment.description().join();
        }
        long trial = present.getTrial();
        dispatch((RigMessage) new MessageMutator(random).mutated(sample(random, trial)));
        Throwable met = failure;
        if (met != null || experiment.over()) {
            throw new IllegalStateException("the experiment was halted", met);
        }
    }

    private static RigMessage sample(SplittableRandom random, long trial) {
        RigMessage.Builder message = RigMessage.newBuilder();
        return switch (random.nextInt(4)) {
            case 0 -> message.setReceipt(Receipt.newBuilder().setTrial(trial)
                    .setStatus(ReceiptStatus.DELIVERED)).build();
            case 1 -> message.setReady(Ready.getDefaultInstance()).build();
            case 2 -> message.setSafe(Safe.getDefaultInstance()).build();
            default -> message.setOutcome(Outcome.newBuilder().setTrial(trial).addCounts(random.nextInt(40)))
                    .build();
        };
    }

    private void dispatch(RigMessage message) {
        long now = System.nanoTime();
        switch (message.getMessageCase()) {
            case OUTCOME -> experiment.outcome(port, message.getOutcome(), now);
            case RECEIPT -> experiment.receipt(port, message.getReceipt());
            case READY -> experiment.ready(port, message.getReady());
            case SAFE -> experiment.safe(port, message.getSafe());
            case HELLO, HEARTBEAT, MESSAGE_NOT_SET -> {
                // The gateway deals with these.
            }
        }
        long answered = present.getTrial();
        if (open) {
            // A right answer to the trial under way; repeated when the changed one was good too.
            experiment.outcome(port, Outcome.newBuilder().setTrial(answered).addCounts(3).build(), now);
        }
    }

    /** Trials that counted. */
    long trials() {
        return experiment.description().join().getTrials();
    }

    @Override
    public void close() {
        pool.close();
    }
}
