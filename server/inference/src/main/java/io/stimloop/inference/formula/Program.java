package io.stimloop.inference.formula;

import java.util.List;

/**
 * A formula as steps over numbered arrays (slots), so that it is evaluated without looking at the tree.
 *
 * @param slots       how many arrays
 * @param constants   what is known beforehand
 * @param stimuli     where values of the stimulus go
 * @param parameters  where parameters go
 * @param once        steps over what depends on the stimulus alone, in order: one number each
 * @param broadcast   slots with one number that are needed as whole arrays
 * @param everywhere  steps over what depends on parameters, in order
 * @param result      slot of the result
 * @param varies      whether the result depends on parameters
 */
record Program(int slots, List<Known> constants, List<Load> stimuli, List<Load> parameters, List<Step> once,
        List<Integer> broadcast, List<Step> everywhere, int result, boolean varies) {
    /** A number in a slot. */
    record Known(double value, int slot) {}

    /** The value of an index in a slot. */
    record Load(int index, int slot) {}

    /** A function of slots into another slot. */
    record Step(Function function, List<Integer> arguments, int slot) {}
}
