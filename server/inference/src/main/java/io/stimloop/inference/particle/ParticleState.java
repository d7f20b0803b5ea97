package io.stimloop.inference.particle;

import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.points.GroupedTrials;
import io.stimloop.inference.response.Density;
import java.util.TreeMap;

/**
 * A particle belief as numbers: the particles by parameter (in {@code particles.NAME}), their log weights and targets,
 * the progress, and the trials as {@link GroupedTrials} writes them.
 */
final class ParticleState {
    static final int NEWEST = 1;

    private static final String KIND = "particles/";
    private static final String PARTICLES = "particles.";
    private static final String LOG_WEIGHTS = "logWeights";
    private static final String TARGETS = "targets";
    private static final String PROGRESS = "progress";

    private ParticleState() {}

    static BeliefState of(ParticleModel model, Cloud cloud, GroupedTrials past,
            ParticleBelief.Progress progress) {
        TreeMap<String, double[]> arrays = new TreeMap<>();
        for (int p = 0; p < model.parameters(); p++) {
            arrays.put(PARTICLES + model.model().parameterNames().get(p), cloud.parameters()[p].clone());
        }
        arrays.put(LOG_WEIGHTS, cloud.logWeights().clone());
        arrays.put(TARGETS, cloud.targets().clone());
        arrays.put(PROGRESS,
                new double[]{progress.logEvidence(), progress.stretch(), progress.accepted()});
        past.writeTo(arrays);
        return new BeliefState(KIND + model.model().kind(), NEWEST, progress.trials(), arrays);
    }

    static ParticleBelief restore(ParticleModel model, BeliefState state) {
        state.require(KIND + model.model().kind(), NEWEST);
        int size = model.settings().count();
        double[][] values = new double[model.parameters()][];
        for (int p = 0; p < values.length; p++) {
            String name = PARTICLES + model.model().parameterNames().get(p);
            values[p] = state.array(name, size).clone();
            checkRange(name, values[p], model.priors().get(p));
        }
        Cloud cloud = Cloud.restored(values, state.array(TARGETS, size).clone(),
                weights(state.array(LOG_WEIGHTS, size)));
        double[] numbers = state.array(PROGRESS, 3);
        return new ParticleBelief(model, cloud, GroupedTrials.read(model.model().family(), state),
                new ParticleBelief.Progress(state.trials(), numbers[0], numbers[1], numbers[2]));
    }

    private static void checkRange(String name, double[] values, Density prior) {
        for (int k = 0; k < values.length; k++) {
            if (values[k] < prior.lower() || values[k] > prior.upper()) {
                throw new IllegalArgumentException(name + "[" + k + "]: " + values[k] + " must be from "
                        + prior.lower() + " to " + prior.upper());
            }
        }
    }

    private static double[] weights(double[] logs) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            greatest = Math.max(greatest, log);
        }
        if (greatest != 0) {
            throw new IllegalArgumentException(LOG_WEIGHTS + ": the greatest is " + greatest + ", must be 0");
        }
        return logs.clone();
    }
}
