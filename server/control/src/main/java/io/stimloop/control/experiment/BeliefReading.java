package io.stimloop.control.experiment;

import io.stimloop.control.check.ModelCheck;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.v1.Maintained;
import io.stimloop.v1.ModelCheckResult;
import io.stimloop.v1.ScoreStimuliResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A copy of an experiment's belief, taken between two trials, for someone to look at on a thread of their
 * own while the experiment goes on. Thread safe: those who share it wait for each other, and the summary is
 * made once.
 */
public final class BeliefReading {
    private final Belief belief;
    private final List<String> neurons;
    private final long implausible;
    private final ModelCheck.@Nullable Result check;
    private final @Nullable Maintained maintained;
    private final StimulusScores scoring;
    private io.stimloop.v1.@Nullable Belief summary;

    BeliefReading(Belief copy, List<String> neurons, long implausible, ModelCheck.@Nullable Result check,
            @Nullable Maintained maintained, StimulusScores scoring) {
        belief = copy;
        this.neurons = neurons;
        this.implausible = implausible;
        this.check = check;
        this.maintained = maintained;
        this.scoring = scoring;
    }

    /** The belief in the wire's words; the curve at the candidates; every neuron where there are several. */
    public synchronized io.stimloop.v1.Belief belief() {
        if (summary == null) {
            summary = summarise();
        }
        return summary;
    }

    /**
     * The same with these neurons only, even where there is one.
     *
     * @param asked their names; empty for {@link #belief()}
     * @throws Refused naming one that there is not
     */
    public synchronized io.stimloop.v1.Belief belief(List<String> asked) {
        if (asked.isEmpty()) {
            return belief();
        }
        int[] units = NeuronBeliefs.units(neurons, asked);
        return belief().toBuilder().clearNeurons()
                .addAllNeurons(NeuronBeliefs.of(belief, neurons, units, this::spread)).build();
    }

    private double[][] spread(int most) {
        double[][] candidates = scoring.candidates().stimuli();
        return Arrays.stream(Spread.shown(candidates, most)).mapToObj(c -> candidates[c])
                .toArray(double[][]::new);
    }

    private io.stimloop.v1.Belief summarise() {
        io.stimloop.v1.Belief.Builder message = io.stimloop.v1.Belief.newBuilder().setTrials(belief.trials())
                .setEntropyNats(belief.entropyNats()).setImplausibleOutcomes(implausible);
        ListedValues listed = new ListedValues(true);
        belief.parameters().forEach(parameter -> message.addParameters(listed.parameter(parameter)));
        belief.curve(spread(NeuronBeliefs.MOST_CURVE_POINTS))
                .forEach(point -> message.addCurve(NeuronBeliefs.point(point)));
        if (belief.units() > 1) {
            message.addAllNeurons(NeuronBeliefs.of(belief, neurons, NeuronBeliefs.units(neurons, List.of()),
                    this::spread));
        }
        message.addAllWarnings(belief.warnings());
        if (check != null) {
            message.setModelCheck(result(check));
        }
        if (maintained != null) {
            message.setMaintained(maintained);
        }
        return message.build();
    }

    private static ModelCheckResult result(ModelCheck.Result check) {
        return ModelCheckResult.newBuilder().setTrials(check.trials()).setLatestPValue(check.latestPValue())
                .setMisfitPValue(check.misfitPValue()).setDriftPValue(check.driftPValue())
                .setMisfit(check.misfit())
                .setDrift(check.drift()).build();
    }

    /** All of the belief. */
    public synchronized BeliefState state() {
        return belief.state();
    }

    /** All of the belief, in messages. */
    public BeliefParts parts() {
        return new BeliefParts(state());
    }

    /** Entropy of the belief, in nats. */
    public synchronized double entropyNats() {
        return belief.entropyNats();
    }

    /** The utility of every candidate under this belief. */
    public synchronized ScoreStimuliResponse scores() {
        return scoring.under(belief);
    }
}
