package io.stimloop.control.spec;

import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.ModelCheck;

/** How the model is checked. */
final class ModelCheckSection {
    private static final double USUAL_FALSE_ALARM = 0.01;
    private static final Bounds FALSE_ALARM = new Bounds(1e-9, 0.5);
    private static final Bounds SHARE = new Bounds(0, 1);

    private ModelCheckSection() {}

    /** Reads it; where the spec says nothing a method that asks what is believed is checked and a design is not. */
    static ModelCheckSettings read(ExperimentSpec spec, PlanningMethod method, Faults at) {
        ModelCheck check = spec.getModelCheck();
        boolean believes = method.believes();
        if (check.hasFalseAlarm()) {
            FALSE_ALARM.check(check.getFalseAlarm(), at.field("falseAlarm"));
        }
        SHARE.check(check.getBalancedShare(), at.field("balancedShare"));
        at.field("balancedShare").require(!check.hasBalancedShare() || (believes && !check.getOff()),
                "is for a search whose model is checked: leave it out");
        return new ModelCheckSettings(!check.getOff() && (believes || spec.hasModelCheck()),
                check.hasFalseAlarm() ? check.getFalseAlarm() : USUAL_FALSE_ALARM, check.getBalancedShare());
    }
}
