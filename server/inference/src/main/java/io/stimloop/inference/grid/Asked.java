package io.stimloop.inference.grid;

import io.stimloop.inference.belief.Question;
import java.util.Arrays;

/**
 * What a predictor was made for. Two are equal when one was made from the other.
 *
 * @param candidates one row per stimulus; not to be modified
 * @param question   what is asked about each
 */
record Asked(double[][] candidates, Question question) {
    static Asked of(double[][] candidates, Question question) {
        return new Asked(Arrays.stream(candidates).map(double[]::clone).toArray(double[][]::new), question);
    }
}
