package io.stimloop.inference.map;

/** A function f over the stimulus space that is known. */
@FunctionalInterface
interface MapFunction {
    /** f at a stimulus. */
    double at(double[] stimulus);
}
