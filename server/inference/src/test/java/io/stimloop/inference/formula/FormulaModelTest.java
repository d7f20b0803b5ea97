package io.stimloop.inference.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.points.PointFamily;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FormulaModelTest {
    private static final double[] PLACE = {2};

    private static FormulaModel model(PointFamily family, String... texts) throws FormulaFault {
        List<Formula> formulas = new ArrayList<>();
        for (String text : texts) {
            formulas.add(Formula.parse(text, List.of("x"), List.of("a", "b")));
        }
        return new FormulaModel(family, List.of("a", "b"), formulas);
    }

    /** One row per column, at the points a = -1, 0, 2 with b = 3. */
    private static double[][] columns(FormulaModel model) {
        double[][] out = new double[model.columns()][3];
        model.evaluate(PLACE, new double[][]{{-1, 0, 2}, {3, 3, 3}}, 3, out);
        return out;
    }

    @Test
    void aRateBelowNothingIsNothing() throws FormulaFault {
        double[][] columns = columns(model(PointFamily.COUNT, "a * x", "b"));
        assertThat(columns[0]).containsExactly(0, 0, 4);
        assertThat(columns[1]).containsExactly(3, 3, 3);
    }

    @Test
    void aRateBeyondAllBoundsIsBounded() throws FormulaFault {
        assertThat(columns(model(PointFamily.COUNT, "exp(1000 * a)", "0"))[0]).containsExactly(0, 1, 1e6);
    }

    @Test
    void aProbabilityStaysWithinNothingAndOne() throws FormulaFault {
        assertThat(columns(model(PointFamily.BINARY, "a / 1.5 + 0.25"))[0]).containsExactly(0, 0.25, 1);
    }

    @Test
    void whereAFormulaHasNoValueTheColumnIsAtItsLeast() throws FormulaFault {
        assertThat(columns(model(PointFamily.COUNT, "log(a)", "0"))[0][0]).isZero();
        assertThat(columns(model(PointFamily.BINARY, "log(a)"))[0][0]).isZero();
        double[][] normal = columns(model(PointFamily.NORMAL, "sqrt(a)", "sqrt(a)"));
        assertThat(normal[0][0]).isEqualTo(-1e12);
        assertThat(normal[1][0]).isEqualTo(1e-12);
        double[][] choice = columns(model(PointFamily.CHOICE, "sqrt(a)", "0"));
        assertThat(choice[0][0]).isZero();
        assertThat(choice[1][0]).isEqualTo(1);
    }

    @Test
    void logitsBecomeProbabilities() throws FormulaFault {
        double[][] columns = columns(model(PointFamily.CHOICE, "a", "b", "0"));
        double sum = StrictMath.exp(2) + StrictMath.exp(3) + 1;
        assertThat(columns[0][2]).isCloseTo(StrictMath.exp(2) / sum, within(1e-15));
        assertThat(columns[1][2]).isCloseTo(StrictMath.exp(3) / sum, within(1e-15));
        assertThat(columns[2][2]).isCloseTo(1 / sum, within(1e-15));
    }

    @Test
    void enormousLogitsBecomeCertainty() throws FormulaFault {
        double[][] columns = columns(model(PointFamily.CHOICE, "1e300 * a", "exp(900 * a)"));
        assertThat(columns[0]).containsExactly(0, 0.2689414213699951, 0.5);
        assertThat(columns[1]).containsExactly(1, 0.7310585786300049, 0.5);
    }

    @Test
    void aLogNormalValueHasTheLogarithmOfItsMedian() throws FormulaFault {
        double[][] columns = columns(model(PointFamily.LOG_NORMAL, "a * b", "0.2"));
        assertThat(columns[0][2]).isCloseTo(StrictMath.log(6), within(1e-15));
        assertThat(columns[0][0]).isCloseTo(StrictMath.log(1e-12), within(1e-13));
        assertThat(columns[1]).containsExactly(0.2, 0.2, 0.2);
    }

    @Test
    void theNumberOfFormulasFitsTheFamily() {
        assertThatIllegalArgumentException().isThrownBy(() -> model(PointFamily.NORMAL, "a"))
                .withMessage("formulas: 1 must be 2 for NORMAL");
        assertThatIllegalArgumentException().isThrownBy(() -> model(PointFamily.CHOICE, "a"))
                .withMessage("formulas: 1 must be 2 for CHOICE");
    }
}
