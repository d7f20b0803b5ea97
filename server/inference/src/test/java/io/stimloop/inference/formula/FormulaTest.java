package io.stimloop.inference.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormulaTest {
    private static final List<String> STIMULUS = List.of("x", "y");
    private static final List<String> PARAMETERS = List.of("a", "b");
    private static final double[] PLACE = {2, -3};

    private static Formula formula(String text) {
        try {
            return Formula.parse(text, STIMULUS, PARAMETERS);
        } catch (FormulaFault fault) {
            throw new AssertionError(text, fault);
        }
    }

    /** At x = 2, y = -3, a = 5, b = 0.5. */
    private static double value(String text) {
        double[] out = new double[1];
        formula(text).evaluate(PLACE, new double[][]{{5}, {0.5}}, 1, out);
        return out[0];
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1 + 2 * 3 | 7", "(1 + 2) * 3 | 9", "10 - 4 - 3 | 3",
            "24 / 4 / 3 | 2",
            "2 ^ 3 ^ 2 | 512", "-2 ^ 2 | -4", "(-2) ^ 2 | 4", "2 ^ -1 | 0.5", "-x ^ 2 | -4",
            "a * -x | -10",
            "- - a | 5", "+a | 5", "2 ^ -x ^ 2 | 0.0625", "1 + x < 4 | 1", "x + 1 > 4 | 0", "a == 5 | 1",
            "a != 5 | 0", "x <= 2 | 1", "x >= 2.5 | 0", "(x < 3) + (y < 3) | 2", ".5e1 | 5", "1.e-1 | 0.1"})
    void operatorsBindAsInMathematics(String text, double expected) {
        assertThat(value(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"exp(1) | 2.718281828459045", "log(a) | 1.6094379124341003",
            "log10(1000 * b) | 2.6989700043360187", "log2(a) | 2.321928094887362",
            "sqrt(a) | 2.23606797749979",
            "abs(y) | 3", "sin(x) | 0.9092974268256817", "cos(x) | -0.4161468365471424",
            "tan(b) | 0.5463024898437905", "tanh(b) | 0.46211715726000973", "min(a, x, y) | -3",
            "max(b, x) | 2",
            "floor(-b) | -1", "pow(a, b) | 2.23606797749979", "logistic(x) | 0.8807970779778823",
            "normcdf(-1.959963984540054) | 0.025", "softplus(b) | 0.9740769841801067",
            "softplus(-40) | 4.248354255291589e-18", "softplus(800) | 800", "relu(y) | 0", "relu(a) | 5",
            "if(a > x, 10, 20) | 10", "if(0, 10, 20) | 20", "cos(pi) | -1", "cos(2 * pi * b) | -1"})
    void functionsAreThoseOfTheirNames(String text, double expected) {
        assertThat(value(text)).isCloseTo(expected, within(2e-15 * Math.max(1, Math.abs(expected))));
        assertThat(value(text)).isCloseTo(expected, within(4e-15 * Math.abs(expected) + 1e-300));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"log(0) | -Infinity", "log(-a) | NaN", "sqrt(y) | NaN",
            "a / 0 | Infinity",
            "0 / (a - a) | NaN", "exp(1000 * a) | Infinity", "exp(-1000 * a) | 0", "logistic(-1e5 * a) | 0",
            "log(a * 1e-320 / 5) | -736.8272408909739", "max(sqrt(y), a) | NaN",
            "relu(sqrt(y * a)) | NaN",
            "exp(log(-a)) | NaN", "if(log(-a), 1, 2) | NaN", "softplus(log(-a)) | NaN",
            "logistic(log(-a)) | NaN"})
    void whatHasNoValueIsNotANumber(String text, double expected) {
        assertThat(Double.valueOf(value(text))).isEqualTo(Double.valueOf(expected));
    }

    @Test
    void theSourceLocationFormulaIsThatOfTheField() {
        double expected = StrictMath.log(0.1 + 1 / (1e-4 + 9 + 6.25));
        assertThat(value("log(0.1 + 1 / (1e-4 + (a - x)^2 + (b - y + 2 * b - 2)^2))"))
                .isCloseTo(expected, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 512, 1000})
    void manyPointsGiveTheBitsOfEachAlone(int n) {
        Formula formula = formula("b + a * exp(-0.5 * ((x - a) / b)^2) + log(y^2) * softplus(a - b)");
        UniformRandomProvider random = Streams.of(3, n, 0);
        double[][] parameters = new double[2][n];
        for (int i = 0; i < n; i++) {
            parameters[0][i] = 4 * random.nextDouble() - 2;
            parameters[1][i] = 4 * random.nextDouble() - 2;
        }
        double[] together = new double[n + 1];
        together[n] = 77;
        formula.evaluate(PLACE, parameters, n, together);
        double[] alone = new double[1];
        for (int i = 0; i < n; i++) {
            formula.evaluate(PLACE, new double[][]{{parameters[0][i]}, {parameters[1][i]}}, 1, alone);
            assertThat(together[i]).isEqualTo(alone[0]);
        }
        assertThat(together[n]).isEqualTo(77);
    }

    @Test
    void severalThreadsGetTheSameBits() {
        Formula formula = formula("exp(a * x) + log(b * x) * y");
        int n = 700;
        double[][] parameters = {
                IntStream.range(0, n).mapToDouble(i -> i / 700.0).toArray(),
                IntStream.range(1, n + 1).mapToDouble(i -> i / 70.0).toArray()};
        double[] expected = new double[n];
        formula.evaluate(PLACE, parameters, n, expected);
        boolean same = IntStream.range(0, 400).parallel().allMatch(i -> {
            double[] out = new double[n];
            double[] other = {i, 1};
            formula.evaluate(other, parameters, n, out);
            formula.evaluate(PLACE, parameters, n, out);
            return Arrays.equals(out, expected);
        });
        assertThat(same).isTrue();
    }

    @Test
    void aFormulaNamesWhatItUses() {
        assertThat(formula("a + x * pi").names()).containsExactlyInAnyOrder("a", "x");
        assertThat(formula("3").names()).isEmpty();
    }

    @Test
    void whatDoesNotDependOnParametersIsWorkedOutOnce() throws FormulaFault {
        Node tree = new Parser(Tokens.of("exp(-x^2 / 2) * a + exp(-x^2 / 2) * (2 + 3 * 4)"),
                Map.of("x", new Node.Stimulus(0), "a", new Node.Parameter(0)),
                new HashSet<>())
                .read();
        Program program = Compiler.compile(tree);
        assertThat(program.everywhere()).extracting(Program.Step::function).containsExactly(Function.MULTIPLY,
                Function.ADD);
        assertThat(program.once()).extracting(Program.Step::function).containsExactly(Function.RAISE,
                Function.NEGATE, Function.DIVIDE, Function.EXP, Function.MULTIPLY);
    }

    @Test
    void namesThatCannotStandInAFormulaAreRefused() {
        assertThat(Formula.nameComplaint("mu_2")).isEmpty();
        assertThat(Formula.nameComplaint("2mu")).contains("letters, digits and _");
        assertThat(Formula.nameComplaint("a-b")).contains("letters, digits and _");
        assertThat(Formula.nameComplaint("exp")).isEqualTo("is a function of the formula language");
        assertThat(Formula.nameComplaint("pi")).isEqualTo("is a number of the formula language");
    }
}
