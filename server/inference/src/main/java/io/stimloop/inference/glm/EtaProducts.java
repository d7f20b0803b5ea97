package io.stimloop.inference.glm;

/** Covariances of eta at candidates with other linear functions of a neuron's weights. */
@FunctionalInterface
public interface EtaProducts {
    /** Covariance of eta of a neuron at a candidate with a function. */
    double covariance(int unit, int candidate, int function);
}
