package io.stimloop.gateway.rpc;

import io.stimloop.control.experiment.BeliefSnapshots;
import io.stimloop.control.experiment.Companions;
import io.stimloop.control.experiment.Experiment;
import io.stimloop.control.experiment.ExperimentOpener;
import io.stimloop.control.experiment.Experiments;
import io.stimloop.control.experiment.Refused;
import io.stimloop.control.spec.Names;
import io.stimloop.control.spec.OperatorLimits;
import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.control.spec.Violation;
import io.stimloop.inference.belief.Belief;
import io.stimloop.v1.CreateExperimentRequest;
import io.stimloop.v1.CreateExperimentRequest.InitialCase;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.ValidateSpecResponse;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** From a spec to an open experiment. Thread safe; takes seconds. */
public final class ExperimentCreator {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .withZone(ZoneOffset.UTC);
    private static final int LONGEST_BASE = 40;

    private final Experiments experiments;
    private final ExperimentOpener opener;
    private final Entourage entourage;
    private final Runnable warmWire;
    private final OperatorLimits limits;
    private final InstantSource wallClock;
    private final AtomicLong created = new AtomicLong();

    /** Who goes along with a new experiment. */
    public interface Entourage {
        /** Told what happens to it. */
        Companions companions(ResolvedSpec spec, String id);

        /**
         * It is there, and no rig knows of it yet.
         *
         * @param fromPrior whether it begins with the prior of its spec
         * @throws Refused if it cannot go on
         */
        void opened(Experiment experiment, boolean fromPrior);
    }

    /**
     * Makes a creator.
     *
     * @param entourage of each experiment
     * @param warmWire  warms the transport; called before each creation
     * @param limits    that no experiment may leave
     * @param wallClock for the ids of experiments that are given none
     */
    public ExperimentCreator(Experiments experiments, ExperimentOpener opener,
            Entourage entourage, Runnable warmWire,
            OperatorLimits limits, InstantSource wallClock) {
        this.experiments = experiments;
        this.opener = opener;
        this.entourage = entourage;
        this.warmWire = warmWire;
        this.limits = limits;
        this.wallClock = wallClock;
    }

    /** All faults of a spec, or the memory it needs. */
    ValidateSpecResponse validate(ExperimentSpec spec) {
        return switch (SpecResolver.resolve(spec, limits, experiments.memoryBudgetBytes())) {
            case Resolution.Accepted(ResolvedSpec resolved) -> ValidateSpecResponse.newBuilder()
                    .setMemoryBytes(resolved.memoryBytes()).build();
            case Resolution.Refused(List<Violation> violations) -> {
                ValidateSpecResponse.Builder faults = ValidateSpecResponse.newBuilder();
                violations.forEach(violation -> faults.addViolationsBuilder().setField(violation.field())
                        .setDescription(violation.description()));
                yield faults.build();
            }
        };
    }

    /**
     * Creates an experiment and warms it.
     *
     * @throws Refused with all faults of the spec, or because there is no room
     */
    Experiment create(CreateExperimentRequest request) {
        ResolvedSpec spec = resolve(request.getSpec());
        String id = id(request, spec);
        experiments.reserve(id, spec.memoryBytes());
        try {
            warmWire.run();
            Experiment experiment = opener.open(id, spec, initial(request, spec),
                    entourage.companions(spec, id), experiments::admit);
            begin(experiment, request.getInitialCase() == InitialCase.INITIAL_NOT_SET);
            return experiment;
        } catch (RuntimeException | Error failure) {
            experiments.cancel(id);
            throw failure;
        }
    }

    private void begin(Experiment experiment, boolean fromPrior) {
        try {
            entourage.opened(experiment, fromPrior);
            experiments.open(experiment);
        } catch (RuntimeException refused) {
            var _ = experiment.halt(HaltReason.INTERNAL_ERROR, "it could not be opened");
            throw refused;
        }
    }

    private Belief initial(CreateExperimentRequest request, ResolvedSpec spec) {
        return switch (request.getInitialCase()) {
            case INITIAL_BELIEF ->
                BeliefSnapshots.restore(request.getInitialBelief(), spec, "initial_belief");
            case CONTINUE_FROM -> BeliefSnapshots.restore(
                    experiments.get(request.getContinueFrom()).reading().join().state(), spec,
                    "continue_from");
            case INITIAL_NOT_SET -> spec.source().create();
        };
    }

    /**
     * What a spec means here.
     *
     * @throws Refused with all its faults
     */
    public ResolvedSpec resolve(ExperimentSpec spec) {
        return switch (SpecResolver.resolve(spec, limits, experiments.memoryBudgetBytes())) {
            case Resolution.Accepted(ResolvedSpec resolved) -> resolved;
            case Resolution.Refused(List<Violation> violations) -> throw Refused.of(Refused.Kind.INVALID,
                    violations.stream().map(v -> new Violation("spec." + v.field(), v.description()))
                            .toList());
        };
    }

    private String id(CreateExperimentRequest request, ResolvedSpec spec) {
        if (request.getExperimentId().isEmpty()) {
            String base = spec.name().substring(0, Math.min(spec.name().length(), LONGEST_BASE));
            return base + "-" + STAMP.format(wallClock.instant()) + "-" + created.incrementAndGet();
        }
        if (!Names.isValid(request.getExperimentId())) {
            throw Refused.of(Refused.Kind.INVALID, "experiment_id", "must have " + Names.RULE);
        }
        return request.getExperimentId();
    }
}
