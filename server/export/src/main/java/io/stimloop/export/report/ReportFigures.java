package io.stimloop.export.report;

import io.stimloop.control.spec.StimulusDimension;
import io.stimloop.export.session.BeliefPoint;
import io.stimloop.export.session.Session;
import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.ParameterSummary;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The figures of a report. */
final class ReportFigures {
    private static final double WIDTH = 440;
    private static final double HEIGHT = 280;
    private static final double WIDE = 900;
    private static final double SMALL = 290;
    private static final double LOW = 200;
    private static final int MOST_DOTS = 1500;
    private static final int MOST_POINTS = 600;
    private static final int BARS = 40;

    private final Session session;
    private final SessionFacts facts;

    ReportFigures(Session session, SessionFacts facts) {
        this.session = session;
        this.facts = facts;
    }

    /** What is predicted of a neuron, with what was observed. */
    String curve(SessionFacts.Neuron neuron) {
        StimulusDimension dimension = session.spec().dimensions().getFirst();
        double[] stimuli = each(neuron.curve(), point -> point.stimulus()[0]);
        double[] lower = each(neuron.curve(), CurvePoint::lower);
        double[] upper = each(neuron.curve(), CurvePoint::upper);
        double[] seen = neuron.responses().some(MOST_DOTS);
        double[] shown = neuron.stimuli().some(MOST_DOTS);
        double most = Math.max(Arrays.stream(upper).max().orElse(1), Arrays.stream(seen).max().orElse(0));
        Axis x = Axis.covering(least(stimuli), most(stimuli), titled(dimension.name(), dimension.unit()));
        return new Plot(WIDTH, HEIGHT, x, Axis.covering(Math.min(0, least(lower)), most, responseTitle()))
                .band(stimuli, lower, upper, "blue", "95% band")
                .dots(shown, seen, 2.4, "grey", "observed")
                .line(stimuli, each(neuron.curve(), CurvePoint::mean), "blue", "predicted")
                .svg(neuron.name() + ": what is predicted, and every response that was observed");
    }

    private String responseTitle() {
        return switch (session.responses().kind()) {
            case COUNTS -> "spikes per trial";
            case CHOICE -> "probability of a 1";
            case VALUES -> "response";
        };
    }

    private static String titled(String name, String unit) {
        return unit.isEmpty() || unit.equals("1") ? name : name + " (" + unit + ")";
    }

    /** How a parameter of a neuron became known. */
    String parameter(int unit, int parameter) {
        List<BeliefPoint> points = facts.points().stream().filter(point -> unit < point.units().size())
                .toList();
        ToDoubleFunction<BeliefPoint> trial = BeliefPoint::trial;
        double[] trials = points.stream().mapToDouble(trial).toArray();
        double[] lower = over(points, unit, parameter, summary -> summary.quantiles()[0]);
        double[] upper = over(points, unit, parameter, summary -> summary.quantiles()[4]);
        String name = points.getFirst().units().get(unit).get(parameter).name();
        return new Plot(SMALL, LOW, Axis.covering(0, most(trials), "trial"),
                Axis.covering(least(lower), most(upper), name))
                .band(trials, lower, upper, "blue", "95%")
                .line(trials, over(points, unit, parameter, ParameterSummary::mean), "blue", "mean")
                .svg(name + " of " + session.neurons().get(unit));
    }

    private static double[] over(List<BeliefPoint> points, int unit, int parameter,
            ToDoubleFunction<ParameterSummary> value) {
        return points.stream()
                .mapToDouble(point -> value.applyAsDouble(point.units().get(unit).get(parameter)))
                .toArray();
    }

    /** How the belief became narrow; with the balanced design, where that was simulated. */
    String entropy(BalancedDesign.@Nullable Answer balanced) {
        double[] trials = facts.entropyTrials().some(MOST_POINTS);
        double[] entropies = facts.entropies().some(MOST_POINTS);
        double low = least(entropies);
        double high = most(entropies);
        double[] all = {};
        double[] lower = {};
        double[] upper = {};
        double[] middle = {};
        if (balanced != null) {
            all = thinned(balanced.trials());
            lower = across(balanced, all, 0.025);
            upper = across(balanced, all, 0.975);
            middle = across(balanced, all, 0.5);
            low = Math.min(low, least(lower));
            high = Math.max(high, most(upper));
        }
        Plot plot = new Plot(WIDE, HEIGHT, Axis.covering(0, most(trials), "trial"),
                Axis.covering(low, high, "entropy (nats)"));
        if (balanced != null) {
            plot.band(all, lower, upper, "orange", "balanced design, simulated: 95% of experiments")
                    .line(all, middle, "orange dashed", "median");
        }
        return plot.line(trials, entropies, "blue", "this experiment")
                .svg("How much was still open: entropy of the belief after each trial");
    }

    private static double[] thinned(int trials) {
        int shown = Math.min(trials, MOST_POINTS);
        double[] some = new double[shown];
        Arrays.setAll(some, i -> (int) ((i + 1L) * trials / shown));
        return some;
    }

    private static double[] across(BalancedDesign.Answer balanced, double[] trials, double part) {
        double[] values = new double[trials.length];
        for (int i = 0; i < trials.length; i++) {
            Numbers column = new Numbers();
            for (double[] run : balanced.entropies()) {
                column.add(run[(int) trials[i] - 1]);
            }
            values[i] = column.quantile(part);
        }
        return values;
    }

    /** How long decisions took, with their deadline. */
    String latencies() {
        Numbers latencies = facts.latencies().map(seconds -> seconds * 1e3);
        double deadline = session.deadlineSeconds() * 1e3;
        double end = Math.max(deadline * 1.15, Math.min(most(latencies.all()) * 1.02, 3 * deadline));
        double[] counts = new double[BARS];
        for (double latency : latencies.all()) {
            counts[Math.clamp((int) (latency / end * BARS), 0, BARS - 1)]++;
        }
        Plot plot = new Plot(WIDE, HEIGHT,
                new Axis(0, end, "from an outcome to the next command (ms); the last bar is"
                        + " all that took longer"),
                Axis.covering(0, Arrays.stream(counts).max().orElse(1), "commands"));
        for (int bar = 0; bar < BARS; bar++) {
            double from = bar * end / BARS;
            plot.bar(from, from + end / BARS, counts[bar], from >= deadline ? "red" : "blue");
        }
        return plot.upright(deadline, "red", "deadline " + Figures.of(deadline) + " ms")
                .svg("How long decisions took");
    }

    private static double[] each(List<CurvePoint> curve, ToDoubleFunction<CurvePoint> value) {
        return curve.stream().mapToDouble(value).toArray();
    }

    private static double least(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
    }

    private static double most(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
    }
}
