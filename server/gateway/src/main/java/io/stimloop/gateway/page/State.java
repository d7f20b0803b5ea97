package io.stimloop.gateway.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an experiment is now, in the words of the page: names of fields are those of its JSON. A number that is not known is NaN. */
record State(String state, String reason, ArmingNow arming, long trials, double ratePerSecond, List<Rig> rigs,
        double p50Ms, double p99Ms, double maxMs, long missed, int missedOf100, List<Budget> budgets,
        double entropyNats, long beliefTrials, int neuron, List<Parameter> parameters, Curve curve,
        List<Cell> cells, @Nullable Latest latest, Map<String, Long> sources, Foreseen.Shown foresight,
        List<Tempo.Stage> stages, Tempo.Bars histogram, List<Pauses.Shown> gc, List<String> warnings,
        @Nullable Check modelCheck, Balanced.@Nullable Shown balanced) {

    /** Whether commands that can do harm may leave. */
    record ArmingNow(boolean required, @Nullable String state, List<String> missing, String armedBy,
            long epoch,
            String limitsSha256, List<String> rigIds, String reason) {}

    /** A connected rig, and for how long nothing came from it. */
    record Rig(String id, boolean recorder, boolean stimulator, double quietMs, boolean simulated) {}

    /** How much of a dose is used up. */
    record Budget(String name, double used, double limit, String unit) {}

    /** A marginal posterior: summary, and probability by value. */
    record Parameter(String name, double mean, double sd, double[] quantiles, double[] values,
            double[] probability) {}

    /** Predicted response by stimulus, with its 95% band. */
    record Curve(double[][] stimulus, double[] mean, double[] lower, double[] upper) {}

    /** One of several neurons: its first parameters, and its curve at some stimuli. */
    record Cell(String name, boolean dropped, double[] mean, double[] sd, double[] curve) {}

    /** The latest decision. */
    record Latest(long trial, double[] stimulus, String source, String reason, double utility, long evaluated,
            long candidates, double slackMs, double tookMs, long skipped, double bound,
            @Nullable Scored runnerUp, double margin, Utilities utilities) {}

    /** A stimulus and its utility. */
    record Scored(double[] stimulus, double utility) {}

    /** Utility by stimulus. */
    record Utilities(double[][] stimulus, double[] utility) {}

    /** Whether the model agrees with what is observed. */
    record Check(double misfitP, double driftP, boolean misfit, boolean drift) {}

    /** An experiment in the overview. */
    record Row(String id, String name, String state, @Nullable String arming, long trials,
            @Nullable Long maxTrials, double ratePerSecond, double deadlineMs, double p99Ms, int missedOf100,
            double entropyNats, int rigs, double quietSeconds, List<String> warnings) {}

    /** What does not change in the course of an experiment, or seldom. */
    record Fixed(String id, String name, String description, @Nullable String animal, List<String> neurons,
            List<String> dropped, List<Dimension> dimensions, List<Unit> parameters, double deadlineMs,
            @Nullable Long maxTrials, String createdAt, String seed, String model, String objective,
            String planner, @Nullable List<Target> targets, LimitsShown limits, List<Parameter> prior,
            String version) {}

    /** A dimension of the stimulus. */
    record Dimension(String name, String unit, boolean periodic) {}

    /** A parameter of the model. */
    record Unit(String name, String unit) {}

    /** A target of light, in its plane. */
    record Target(String name, double x, double y, String unit) {}

    /** The server's limits in force. */
    record LimitsShown(long version, String sha256, String author) {}

    /** The whole of an experiment, asked for at once. */
    record Whole(@JsonProperty("static") Fixed fixed, State state, TrialColumns trials, EventLog.Part log) {}
}
