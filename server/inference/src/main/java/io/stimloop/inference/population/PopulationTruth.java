package io.stimloop.inference.population;

import io.stimloop.inference.belief.Truth;
import org.apache.commons.rng.UniformRandomProvider;

/** Units that answer independently, in their order. */
final class PopulationTruth implements Truth {
    private final Truth[] units;
    private final double[] one = new double[1];

    PopulationTruth(Truth[] units) {
        this.units = units;
    }

    @Override
    public double[] parameters(int unit) {
        return units[unit].parameters(0);
    }

    @Override
    public double expected(int unit, double[] stimulus) {
        return units[unit].expected(0, stimulus);
    }

    @Override
    public void respond(double[] stimulus, UniformRandomProvider random, double[] response) {
        for (int unit = 0; unit < units.length; unit++) {
            units[unit].respond(stimulus, random, one);
            response[unit] = one[0];
        }
    }
}
