package io.stimloop.inference.grid;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponseForecast;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.StimulusPredictor;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.points.WeightedPoints;
import io.stimloop.inference.response.ParameterAxis;
import java.util.List;

/**
 * What a grid belief must know about the response model it is about, made once from the model. Immutable;
 * shared by a belief and its copies.
 */
interface GridModel {
    GridLayout layout();

    /** Length of one turn of a parameter that wraps around, in its unit; NaN for one that does not. */
    double period(ParameterAxis axis);

    /** The way a trial changes the belief, with working memory for one belief. */
    LikelihoodPass newPass();

    /** The expected count as a function of the stimulus, one row per stimulus. */
    List<CurvePoint> curve(Posterior posterior, double[][] stimuli);

    /** Predictions from a posterior that goes on changing; see {@link Belief#predictor}. */
    ResponsePredictor predictor(Posterior posterior, double[][] candidates, Question question);

    /** Predictions about any stimulus from a posterior that goes on changing; see {@link Belief#anywhere}. */
    StimulusPredictor anywhere(Posterior posterior, Question question);

    /** A cell or a subject with known parameters, in the order of the axes. */
    Truth truth(double[] values);

    /** A way to what is expected of the response to a stimulus, with working memory of its own. */
    Forecaster newForecaster(Posterior posterior);

    /** The cells and their probabilities, in step with the posterior. */
    WeightedPoints points(Posterior posterior);

    /** Whether a parameter cannot lie beyond a value, so that much mass there means nothing. */
    boolean bounds(ParameterAxis axis, double value);

    /** Names the form of the belief and the model in a {@link BeliefState}. */
    String kind();

    /** Forecasts responses from a posterior that goes on changing. Not thread safe. */
    @FunctionalInterface
    interface Forecaster {
        /** The forecast at a stimulus from the posterior as it is now, valid until the next. */
        ResponseForecast at(double[] stimulus);
    }
}
