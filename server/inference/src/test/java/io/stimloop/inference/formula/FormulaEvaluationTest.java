package io.stimloop.inference.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.numerics.random.Streams;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Random formulas at random places, against an evaluation that walks the tree. */
final class FormulaEvaluationTest {
    private static final List<String> STIMULUS = List.of("x", "y");
    private static final List<String> PARAMETERS = List.of("a", "b", "c");
    private static final int FORMULAS = 4000;
    private static final int POINTS = 5;
    private static final double DISTURBANCE = 1e-14;

    private static double[] uniform(UniformRandomProvider random, int n) {
        return random.doubles(n).map(u -> 6 * u - 3).toArray();
    }

    @Test
    void aCompiledFormulaHasTheValueOfItsTree() throws FormulaFault {
        int compared = 0;
        for (int i = 0; i < FORMULAS; i++) {
            UniformRandomProvider random = Streams.of(17, i, 0);
            RandomFormula tree = new RandomFormula(random, List.of("x", "y", "a", "b", "c", "a", "b"), 4);
            if (tree.text().length() <= Formula.LONGEST) {
                compared += compare(tree, random);
            }
        }
        assertThat(compared).isGreaterThan(FORMULAS * POINTS / 2);
    }

    /** How many of the points could be compared: where the value does not hang by the last digits. */
    private static int compare(RandomFormula tree, UniformRandomProvider random) throws FormulaFault {
        Formula formula = Formula.parse(tree.text(), STIMULUS, PARAMETERS);
        double[] stimulus = uniform(random, STIMULUS.size());
        double[][] parameters = {uniform(random, POINTS), uniform(random, POINTS), uniform(random, POINTS)};
        double[] out = new double[POINTS];
        formula.evaluate(stimulus, parameters, POINTS, out);
        int compared = 0;
        for (int i = 0; i < POINTS; i++) {
            double exact = value(tree, stimulus, parameters, i, 0);
            double more = value(tree, stimulus, parameters, i, DISTURBANCE);
            double less = value(tree, stimulus, parameters, i, -DISTURBANCE);
            if (Double.isNaN(exact) && Double.isNaN(more) && Double.isNaN(less)) {
                assertThat(out[i]).as(tree.text()).isNaN();
                compared++;
            } else if (Double.isFinite(exact + more + less)) {
                double tolerance = Math.abs(more - exact) + Math.abs(less - exact);
                if (tolerance < 1e-9 * Math.abs(exact) + 1e-300) {
                    assertThat(out[i]).as(tree.text()).isCloseTo(exact,
                            within(10 * tolerance + 1e-13 * Math.abs(exact) + 1e-300));
                    compared++;
                }
            }
        }
        return compared;
    }

    private static double value(RandomFormula tree, double[] stimulus, double[][] parameters, int point,
            double disturbance) {
        return tree.value(name -> STIMULUS.contains(name)
                ? stimulus[STIMULUS.indexOf(name)]
                : parameters[PARAMETERS.indexOf(name)][point], disturbance);
    }
}
