package io.stimloop.control.spec;

import io.stimloop.control.safety.DimensionLimits;
import io.stimloop.control.safety.DoseReserve;
import io.stimloop.control.safety.EnvelopeParts;
import io.stimloop.control.safety.Limits;
import io.stimloop.control.safety.RefusalWords;
import io.stimloop.control.safety.Rule;
import io.stimloop.control.safety.SafetyEnvelope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Whether the stimuli of a spec would ever be admitted: each is asked for as if it were the first.
 *
 * @param stimulus as read
 * @param safety   its limits
 * @param operator the server's
 */
record EnvelopeCheck(StimulusPlan stimulus, SafetySettings safety, OperatorLimits operator) {
    private static final int MOST_CORNERS = 256;

    /** What one rule refuses. */
    private static final class Finding {
        private final int site;
        private final String words;
        private final boolean nothingAllowed;
        private int count;

        Finding(int site, String words, boolean nothingAllowed) {
            this.site = site;
            this.words = words;
            this.nothingAllowed = nothingAllowed;
        }
    }

    /** What the envelope of a spec is made of. */
    static EnvelopeParts parts(StimulusPlan stimulus, SafetySettings safety, Limits limits) {
        DimensionLimits[] dimensions = stimulus.dimensions().stream().map(
                dimension -> limits.dimensions().getOrDefault(dimension.name(), DimensionLimits.UNLIMITED))
                .toArray(DimensionLimits[]::new);
        double[] periods = stimulus.dimensions().stream().mapToDouble(StimulusDimension::period).toArray();
        return new EnvelopeParts(safety.min(), safety.max(), stimulus.maxNorm(), stimulus.light(), dimensions,
                periods, safety.outputs(), limits, EnvelopeParts.USUAL_COMMANDS,
                stimulus.pattern().map(PatternPlan::refractoryNanos).orElse(new long[0]));
    }

    /** Reports, for each rule, the first candidate that it refuses and how many more; and whose limit it is. */
    void check(Faults at) {
        if (!at.clean() || stimulus.candidates().length == 0) {
            return;
        }
        Map<Rule, Finding> byServer = findings(operator.limits());
        if (byServer.isEmpty()) {
            report(findings(safety.limits()), "safety.tighter", at);
        } else {
            report(byServer, operator.owner(), at);
        }
    }

    private void report(Map<Rule, Finding> findings, String owner, Faults at) {
        EnvelopePaths paths = new EnvelopePaths(stimulus, safety.outputs());
        findings.forEach((rule, finding) -> paths.of(rule, finding.site, at)
                .add(finding.words + " by " + owner + (finding.count == 1
                        ? ""
                        : ", and for " + (finding.count - 1) + " more stimuli")
                        + (finding.nothingAllowed ? "; a missing limit allows nothing" : "")));
    }

    private Map<Rule, Finding> findings(Limits limits) {
        Map<Rule, Finding> findings = new EnumMap<>(Rule.class);
        SafetyEnvelope envelope = parts(stimulus, safety, limits)
                .envelope(DoseReserve.inMemory(safety.outputs().doses()));
        for (double[] row : rows()) {
            long told = envelope.reasons(row, 0, (rule, site, value, limit) -> findings.computeIfAbsent(rule,
                    first -> new Finding(site, RefusalWords.of(rule, value, limit),
                            limit <= 0 && value > 0)));
            for (Map.Entry<Rule, Finding> finding : findings.entrySet()) {
                finding.getValue().count += finding.getKey().in(told) ? 1 : 0;
            }
        }
        return findings;
    }

    /** The candidates, and the corners of a space between which any value may be presented. */
    private List<double[]> rows() {
        List<double[]> rows = new ArrayList<>(List.of(stimulus.candidates()));
        List<StimulusDimension> dimensions = stimulus.dimensions();
        if (stimulus.continuous()) {
            for (int corner = 0; corner < Math.min(MOST_CORNERS, 1 << dimensions.size()); corner++) {
                double[] row = new double[dimensions.size()];
                for (int d = 0; d < row.length; d++) {
                    double[] values = dimensions.get(d).values();
                    row[d] = (corner >> d & 1) == 0 ? values[0] : values[values.length - 1];
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** Why a stimulus would never be admitted; empty when it would. */
    static String complaint(StimulusPlan stimulus, SafetySettings safety, double[] row) {
        if (!DoubleStream.concat(Arrays.stream(safety.min()), Arrays.stream(safety.max()))
                .allMatch(Double::isFinite)) {
            // A limit that is at fault is reported where it stands, and refuses nothing here.
            return "";
        }
        List<String> words = parts(stimulus, safety, safety.limits())
                .envelope(DoseReserve.inMemory(safety.outputs().doses())).explain(row, 0);
        return words.isEmpty() ? "" : "the safety limits refuse it: " + words.getFirst();
    }
}
