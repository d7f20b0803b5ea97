package io.stimloop.export.report;

import io.stimloop.export.session.BeliefPoint;
import io.stimloop.export.session.Session;
import io.stimloop.export.session.SessionListener;
import io.stimloop.export.session.Trial;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ParameterSummary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A report in the making: takes what the journal tells, and makes a page of it. Not thread safe. */
public final class Report implements SessionListener {
    private final Session session;
    private final SessionFacts facts;
    private final List<List<ParameterSummary>> believed = new ArrayList<>();
    private double entropyNats = Double.NaN;

    /** Before the first trial. */
    public Report(Session session) {
        this.session = session;
        facts = new SessionFacts(session);
    }

    @Override
    public void trial(Trial trial) {
        facts.trial(trial);
    }

    @Override
    public void believed(BeliefPoint point) {
        facts.believed(point);
    }

    @Override
    public void lastBelief(Belief belief) {
        facts.lastBelief(belief);
        entropyNats = belief.entropyNats();
        for (int unit = 0; unit < belief.units(); unit++) {
            believed.add(belief.parameters(unit));
        }
    }

    /**
     * The page, when all was told.
     *
     * @param simulate whether to ask how a balanced design would have done
     * @param reporter the program and its version
     */
    public String page(boolean simulate, String reporter) throws IOException {
        String why = reasonNotTo(simulate);
        BalancedDesign.Answer balanced = null;
        if (why.isEmpty()) {
            try {
                balanced = design().answer(believed);
            } catch (IllegalArgumentException noCell) {
                why = "no cell can be made of the posterior means (" + noCell.getMessage() + ")";
            }
        }
        return new ReportWriter(session, facts).page(style(), balanced, why, reporter);
    }

    private BalancedDesign design() {
        return new BalancedDesign(session.spec(), Math.toIntExact(facts.learned()), entropyNats);
    }

    private String reasonNotTo(boolean simulate) {
        if (!simulate) {
            return "it was not asked for";
        }
        if (facts.learned() == 0 || believed.isEmpty()) {
            return facts.learned() == 0
                    ? "nothing was learned"
                    : "what was believed was not worked out again";
        }
        if (session.spec().original().getPlanner().hasBalanced()) {
            return "this was a balanced design";
        }
        if (!session.neuronChanges().isEmpty()) {
            return "neurons were dropped or added on the way";
        }
        if (believed.size() > 1 && !session.spec().source().grows()) {
            return "the neurons of this model are described together";
        }
        return design().feasible() ? "" : "it would take minutes";
    }

    private static String style() throws IOException {
        try (@Nullable
        InputStream style = Report.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(style, "report.css").readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
