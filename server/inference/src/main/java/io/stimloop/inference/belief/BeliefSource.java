package io.stimloop.inference.belief;

import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A response model with its prior and the form of the belief about it: what a spec comes to. Immutable, cheap, and
 * asked for everything that must be known before memory is taken.
 */
public interface BeliefSource {
    /** What a trial gives. */
    Responses responses();

    /** Names of the parameters of a unit that are reported, in their order. */
    List<String> parameterNames();

    /** Whether the beliefs made here can answer the question. */
    boolean answers(Question question);

    /** Whether the beliefs made here can search a whole ball of stimuli for the best answer: {@link BallSearch}. */
    default boolean searchesBall(Question question) {
        return false;
    }

    /** Whether the beliefs made here can answer the question about any stimulus: {@link Belief#anywhere}. */
    default boolean predictsAnywhere(Question question) {
        return false;
    }

    /** Memory that {@link Belief#anywhere} and one of its views need besides, in bytes. */
    default long bytesAnywhere(Question question) {
        return 0;
    }

    /**
     * Whether the beliefs made here draw curves: {@link Belief#drawCurve}.
     *
     * @param stimuli at how many stimuli
     */
    default boolean drawsCurves(int stimuli) {
        return false;
    }

    /** Whether units can be added to the beliefs made here: {@link Belief#add}. */
    default boolean grows() {
        return false;
    }

    /**
     * Memory that an experiment needs for inference: the belief and a copy for readers, its predictor and the views
     * of two search threads.
     *
     * @param candidates number of stimuli that the predictor is for
     * @return bytes
     * @throws ArithmeticException when an array would be longer than an array can be
     */
    long bytesNeeded(int candidates, Question question);

    /**
     * Memory that one more belief of this source needs beside the first when it shares what can be shared.
     *
     * @return bytes, at most {@link #bytesNeeded}
     */
    default long bytesOfAnother(int candidates, Question question) {
        return bytesNeeded(candidates, question);
    }

    /** The prior. */
    Belief create();

    /**
     * A belief equal to the one whose state this is.
     *
     * @throws IllegalArgumentException naming what does not fit this source; states of all older versions fit
     */
    Belief restore(BeliefState state);

    /** A cell, or a subject, that obeys the model; its parameters are drawn from the prior. */
    Truth drawTruth(UniformRandomProvider random);

    /**
     * One with known parameters, the same for every unit.
     *
     * @param parameters by name
     * @throws IllegalArgumentException naming the parameter that is missing, unknown or out of its range
     */
    Truth truth(Map<String, Double> parameters);
}
