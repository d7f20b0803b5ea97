package io.stimloop.export.nwb;

import io.stimloop.control.spec.StimulusDimension;
import io.stimloop.export.session.BeliefPoint;
import io.stimloop.export.session.Session;
import io.stimloop.export.session.Trial;
import io.stimloop.export.session.TrialColumns;
import io.stimloop.hdf5.Datatype;
import io.stimloop.hdf5.Group;
import io.stimloop.hdf5.Rows;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.ParameterSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What was believed: the entropy after every trial, the parameters now and then, and the last prediction. Not thread safe. */
final class NwbBeliefs {
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_STIMULI = 360;
    private static final int MOST_DIMENSIONS = 64;

    /** A parameter's mean, sd and 95% interval, of every neuron. */
    private record Parameter(NwbSeries mean, NwbSeries sd, NwbSeries lower, NwbSeries upper) {}

    private final Session session;
    private final Group module;
    private final String identity;
    private final NwbSeries entropy;
    private final List<Parameter> parameters = new ArrayList<>();

    NwbBeliefs(Session session, Group root, String identity) throws IOException {
        this.session = session;
        this.identity = identity + "/processing/closed_loop";
        module = NwbType.MODULE.in(root.group("processing"), "closed_loop", identity + "/processing");
        module.attribute("description", "what the closed loop believed about the neurons, by the model of the"
                + " experiment's spec (/scratch/experiment_spec)");
        entropy = new NwbSeries(NwbType.TIME_SERIES, module, "entropy", "nats",
                "entropy of the belief after each outcome, of all neurons together", this.identity);
        for (String name : session.spec().source().parameterNames()) {
            parameters.add(parameter(name));
        }
    }

    private Parameter parameter(String name) throws IOException {
        return new Parameter(series(name, "mean", "posterior mean"),
                series(name, "sd", "posterior standard deviation"),
                series(name, "q025", "2.5% posterior quantile"),
                series(name, "q975", "97.5% posterior quantile"));
    }

    private NwbSeries series(String name, String suffix, String words) throws IOException {
        return new NwbSeries(NwbType.TIME_SERIES, module, TrialColumns.plain(name) + "_" + suffix,
                "parameter unit",
                words + " of " + name + ", one number per neuron in the order of the units; in the"
                        + " parameter's unit, as the spec has it",
                identity, session.neurons().size());
    }

    void add(Trial trial) throws IOException {
        if (!Double.isNaN(trial.entropyNats()) && !Double.isNaN(trial.stopSeconds())) {
            entropy.add(trial.stopSeconds(), trial.entropyNats());
        }
    }

    void add(BeliefPoint point) throws IOException {
        for (int p = 0; p < parameters.size(); p++) {
            int at = p;
            Parameter parameter = parameters.get(p);
            parameter.mean().add(point.seconds(), each(point, at, ParameterSummary::mean));
            parameter.sd().add(point.seconds(), each(point, at, ParameterSummary::sd));
            parameter.lower().add(point.seconds(), each(point, at, summary -> summary.quantiles()[0]));
            parameter.upper().add(point.seconds(), each(point, at, summary -> summary.quantiles()[4]));
        }
    }

    /** Of every neuron that there ever was; NaN of those that came later. */
    private double[] each(BeliefPoint point, int parameter,
            ToDoubleFunction<ParameterSummary> value) {
        double[] values = new double[session.neurons().size()];
        for (int unit = 0; unit < values.length; unit++) {
            values[unit] = unit < point.units().size()
                    ? value.applyAsDouble(point.units().get(unit).get(parameter))
                    : Double.NaN;
        }
        return values;
    }

    /** What is predicted in the end, at candidates that are spread evenly. */
    void predict(Belief belief) throws IOException {
        List<StimulusDimension> dimensions = session.spec().dimensions();
        double[][] all = session.spec().candidates();
        if (dimensions.size() > MOST_DIMENSIONS) {
            return;
        }
        NwbTable table = new NwbTable(NwbType.TABLE, module, "predicted_response",
                "expected response of each neuron to stimuli, as predicted after the last trial", identity);
        Rows neuron = table.column("neuron", Datatype.STRING, "name of the neuron");
        List<Rows> stimulus = new ArrayList<>();
        for (StimulusDimension dimension : dimensions) {
            stimulus.add(table.column("stimulus_" + TrialColumns.plain(dimension.name()), Datatype.FLOAT64,
                    dimension.name() + " of the stimulus, in " + dimension.unit()));
        }
        Rows mean = table.column("mean", Datatype.FLOAT64, "posterior mean of the expected response");
        Rows lower = table.column("lower", Datatype.FLOAT64, "lower end of its 95% credible band");
        Rows upper = table.column("upper", Datatype.FLOAT64, "upper end of its 95% credible band");
        table.end();
        int shown = Math.min(Math.min(all.length, MOST_STIMULI), Math.max(1, MOST_ROWS / belief.units()));
        double[][] stimuli = new double[shown][];
        for (int i = 0; i < shown; i++) {
            stimuli[i] = all[(int) ((long) i * all.length / shown)];
        }
        long row = 0;
        for (int unit = 0; unit < belief.units(); unit++) {
            for (CurvePoint point : belief.curve(unit, stimuli)) {
                table.row(row++);
                neuron.add(session.neurons().get(unit));
                for (int d = 0; d < stimulus.size(); d++) {
                    stimulus.get(d).add(point.stimulus()[d]);
                }
                mean.add(point.mean());
                lower.add(point.lower());
                upper.add(point.upper());
            }
        }
    }
}
