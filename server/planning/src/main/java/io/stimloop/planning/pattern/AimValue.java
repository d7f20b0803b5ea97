package io.stimloop.planning.pattern;

import io.stimloop.inference.belief.StimulusPredictor;
import io.stimloop.inference.objective.Aim;

/** The utility of the response that is predicted to a pattern, less what the pattern costs. */
public final class AimValue implements PatternValue {
    private static final double[] NOTHING = {};

    private final StimulusPredictor predictor;
    private final Aim aim;
    private double[] before = NOTHING;

    /** @param predictor answers the objective's question */
    public AimValue(StimulusPredictor predictor, Aim aim) {
        this.predictor = predictor;
        this.aim = aim;
    }

    @Override
    public void refresh(double[] stimulusBefore) {
        before = stimulusBefore;
        predictor.refresh();
    }

    @Override
    public boolean prompt() {
        return aim.objective().prompt();
    }

    @Override
    public View newView() {
        StimulusPredictor.View view = predictor.newView();
        return pattern -> aim.objective().utility(view.predict(pattern)) - aim.cost().of(pattern, before);
    }
}
