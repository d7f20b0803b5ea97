package io.stimloop.gateway.page;

import io.stimloop.control.experiment.Experiment;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.v1.Belief;
import io.stimloop.v1.ParameterBelief;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an experiment is compared with: the prior, and a balanced design. Made on a thread that has time, and made anew
 * when the belief has learned four times as much.
 */
final class Sketches {
    private static final Logger LOG = LoggerFactory.getLogger(Sketches.class);
    private static final long MOST_PRIOR_BYTES = 256L << 20;
    private static final int FIRST_TRIALS = 8;
    private static final int AGAIN = 4;

    private final Experiment experiment;
    private final Executor spare;
    private final LongSupplier nanoClock;
    private volatile List<State.Parameter> prior = List.of();
    private volatile Optional<Balanced.Shown> balanced = Optional.empty();
    private long nextTrials;
    private boolean begun;

    /** @param spare bounded */
    Sketches(Experiment experiment, Executor spare, LongSupplier nanoClock) {
        this.experiment = experiment;
        this.spare = spare;
        this.nanoClock = nanoClock;
    }

    /** Begins what is due now that this is believed. Called by the page's thread. */
    void look(Belief belief) {
        try {
            if (!begun) {
                begun = true;
                if (experiment.spec().memoryBytes() <= MOST_PRIOR_BYTES) {
                    spare.execute(() -> prior = priorNow());
                }
            }
            if (belief.getTrials() >= nextTrials && Balanced.affordable(experiment.spec())) {
                nextTrials = Math.max(FIRST_TRIALS, belief.getTrials() * AGAIN);
                Map<String, Double> cell = belief.getTrials() < FIRST_TRIALS ? Map.of() : means(belief);
                spare.execute(() -> simulate(cell));
            }
        } catch (RejectedExecutionException busy) {
            LOG.debug("no time for what an experiment is compared with", busy);
        }
    }

    private static Map<String, Double> means(Belief belief) {
        return belief.getParametersList().stream().collect(Collectors.toMap(ParameterBelief::getName,
                ParameterBelief::getMean, (first, second) -> first));
    }

    private List<State.Parameter> priorNow() {
        return experiment.spec().source().create().parameters().stream().map(Sketches::parameter).toList();
    }

    private static State.Parameter parameter(ParameterSummary summary) {
        return new State.Parameter(summary.name(), summary.mean(), summary.sd(), summary.quantiles(),
                summary.values(), summary.mass());
    }

    private void simulate(Map<String, Double> cell) {
        try {
            Optional<Balanced.Shown> made = new Balanced(experiment.spec(), nanoClock).simulate(cell);
            if (made.isPresent()) {
                balanced = made;
            }
        } catch (RuntimeException unsuited) {
            LOG.debug("a balanced design of {} cannot be simulated", experiment.id(), unsuited);
        }
    }

    /** The marginals of the prior; empty until they are there. */
    List<State.Parameter> prior() {
        return prior;
    }

    /** What a balanced design would have learned; empty until it is known, and where that would take too long. */
    Optional<Balanced.Shown> balanced() {
        return balanced;
    }
}
