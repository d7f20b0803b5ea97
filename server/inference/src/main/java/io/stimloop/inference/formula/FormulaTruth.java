package io.stimloop.inference.formula;

import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.points.PointFamily;
import io.stimloop.inference.points.PointTruth;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A cell or a subject that answers by a formula of the stimulus and obeys no model that is believed in: what is there
 * to be found out is its expected response alone. All units are alike. Not thread safe.
 */
public final class FormulaTruth implements Truth {
    private static final double[] NONE = {};

    private final PointTruth cell;
    private final int units;
    private final double[] one = new double[1];

    /**
     * A cell.
     *
     * @param family   a count, one of two outcomes or a value
     * @param expected the expected count, the probability of a 1, the expected value, or the median of a log-normal
     *                 one; over the stimulus alone
     * @param noise    of a count the dispersion, of a value the sd (log-normal: of the logarithm), else not looked at
     * @param units    how many, from 1
     */
    public FormulaTruth(PointFamily family, Formula expected, double noise, int units) {
        List<Formula> columns = family == PointFamily.BINARY
                ? List.of(expected)
                : List.of(expected, Formula.constant(noise));
        this.cell = new PointTruth(new FormulaModel(family, List.of(), columns), NONE);
        this.units = units;
    }

    @Override
    public double[] parameters(int unit) {
        return NONE;
    }

    @Override
    public double expected(int unit, double[] stimulus) {
        return cell.expected(0, stimulus);
    }

    @Override
    public void respond(double[] stimulus, UniformRandomProvider random, double[] response) {
        for (int unit = 0; unit < units; unit++) {
            cell.respond(stimulus, random, one);
            response[unit] = one[0];
        }
    }
}
