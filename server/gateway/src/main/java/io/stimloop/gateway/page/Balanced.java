package io.stimloop.gateway.page;

/** What a balanced design would have learned, from simulation. */
final class Balanced {
    private Balanced() {}

    /**
     * As the page has it.
     *
     * @param trial       after so many
     * @param entropyNats mean over the simulated experiments
     * @param lower       the least of them
     * @param upper       the greatest of them
     */
    record Shown(long[] trial, double[] entropyNats, double[] lower, double[] upper) {}
}
