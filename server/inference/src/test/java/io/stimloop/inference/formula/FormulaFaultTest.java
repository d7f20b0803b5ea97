package io.stimloop.inference.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stimloop.numerics.random.Streams;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormulaFaultTest {
    private static final List<String> STIMULUS = List.of("x");
    private static final List<String> PARAMETERS = List.of("amplitude", "mu");

    private static FormulaFault fault(String text) {
        return catchThrowableOfType(FormulaFault.class, () -> Formula.parse(text, STIMULUS, PARAMETERS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "2 + ampl * x | column 5: unknown name 'ampl'",
            "2 * (x + 1 | column 11: missing ) for the ( at column 5",
            "(x, mu) | column 3: missing ) for the ( at column 1", "x) | column 2: ')' has no ( before it",
            "min(x, mu)) | column 11: ')' has no ( before it",
            "exp(x, mu) | column 1: exp takes 1 argument, not 2",
            "1 + min(x) | column 5: min takes 2 arguments or more, not 1",
            "if(x, 1) | column 1: if takes 3 arguments, not 2",
            "exp() | column 1: exp takes 1 argument, not 0",
            "x + | column 4: number, name or ( expected at the end",
            "x + * 2 | column 5: number, name or ( expected, not '*'",
            "() | column 2: number, name or ( expected, not ')'",
            "x ** 2 | column 3: a power is written ^, not **",
            "2x | column 2: operator expected before 'x'",
            "x mu | column 3: operator expected before 'mu'",
            "1.2.3 | column 4: operator expected before '.3'",
            "exp x | column 4: missing ( after the function exp",
            "foo(x) | column 1: unknown function 'foo'",
            "mu (x + 1) | column 3: mu is no function: write * before (",
            "x = 2 | column 3: '=' has no meaning: compare with ==", "x $ 2 | column 3: '$' has no meaning",
            "x[1] | column 2: '[' has no meaning: use (",
            "0 < x < 1 | column 7: comparisons cannot follow each other: put one in ( )",
            "x, 2 | column 2: ',' belongs between the arguments of a function",
            "1e999 * x | column 1: the number is too large"})
    void aFaultTellsTheColumnAndWhatIsWrong(String text, String message) {
        assertThat(fault(text)).hasMessage(message);
    }

    @Test
    void anEmptyFormulaIsAFault() {
        assertThat(fault("")).hasMessage("column 1: the formula is empty");
        assertThat(fault("  ")).hasMessage("column 1: the formula is empty");
    }

    @Test
    void aFaultCarriesTheNamesThatAreKnown() {
        assertThat(fault("ampl").unknown()).isEqualTo("ampl");
        assertThat(fault("ampl").known()).containsExactly("x", "amplitude", "mu", "pi");
        assertThat(fault("sine(x)").known()).contains("sin", "exp", "normcdf");
        assertThat(fault("x +").known()).isEmpty();
    }

    @Test
    void whatCannotBeSeenIsShownAsANumber() {
        assertThat(fault("x \u0007")).hasMessage("column 3: the character 7 has no meaning");
        assertThat(fault("x \u202e 2")).hasMessage("column 3: the character 8238 has no meaning");
        assertThat(fault("x \ud800")).hasMessage("column 3: the character 55296 has no meaning");
    }

    @Test
    void aFormulaThatIsTooLongOrTooDeepIsRefused() {
        assertThat(fault("x" + "+1".repeat(500)))
                .hasMessage("column 1001: has 1001 characters: at most 1000");
        assertThat(fault("(".repeat(400) + "x" + ")".repeat(400)))
                .hasMessage("column 101: too deep: at most 100 levels");
        assertThat(fault("-".repeat(900) + "x")).hasMessage("column 101: too deep: at most 100 levels");
        assertThat(fault("x" + "^x".repeat(400))).hasMessage("column 202: too deep: at most 100 levels");
        assertThat(fault("abs(".repeat(240) + "x")).hasMessageContaining("too deep: at most 100 levels");
    }

    @Test
    void theLongestFormulaIsRead() throws FormulaFault {
        String text = "x" + "+mu".repeat(333);
        double[] out = new double[1];
        Formula.parse(text, STIMULUS, PARAMETERS).evaluate(new double[]{1}, new double[][]{{0}, {2}}, 1, out);
        assertThat(text).hasSize(1000);
        assertThat(out[0]).isEqualTo(667);
    }

    /** Pieces of formulas, and letters, in any order: a formula comes of them, or a fault within their length. */
    @Test
    void whateverIsWrittenIsAFormulaOrAFault() {
        String[] pieces = {"x", "mu", "amplitude", "exp", "log", "min", "if", "pi", "(", ")", "(", ")", "+",
                "-",
                "*", "/", "^", ",", "<", "==", "!", "=", "1", "2.5", "1e", ".", "e9", " ", "\t", "\u00b5",
                "\ud83d", "_",
                "'", "\"", "\u0000"};
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            UniformRandomProvider random = Streams.of(5, i, 0);
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(1, 12); k > 0; k--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            FormulaFault fault = fault(text.toString());
            read += fault == null ? 1 : 0;
            if (fault != null) {
                assertThat(fault.column()).as(text.toString()).isBetween(1, text.length() + 1);
                assertThat(fault.words()).doesNotContain("\u0000", "\n");
            }
        }
        assertThat(read).isBetween(200, 10_000);
    }
}
