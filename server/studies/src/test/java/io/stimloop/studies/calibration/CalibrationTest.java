package io.stimloop.studies.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.gateway.cli.Main;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.v1.Model.KindCase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulation-based calibration: right beliefs pass, wrong ones are caught. */
class CalibrationTest {
    private static final CalibrationCase FILTER = named("glm-exponential");
    private static final Calibration SMALL = new Calibration(Calibration.FEWEST, 1);

    private static CalibrationCase named(String model) {
        return CalibrationCases.all().stream().filter(one -> one.model().equals(model)).findAny()
                .orElseThrow();
    }

    @Test
    void everyModelAndFormOfBeliefPassesAtASmallSize() {
        List<Calibration.Result> results = SMALL.of(CalibrationCases.all());

        assertThat(results).allSatisfy(result -> assertThat(result.passed()).as("%s", result).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"TUNING_CURVE,grid refined", "FORMULA,grid refined particles",
            "PSYCHOMETRIC,grid refined particles", "MULTINOMIAL,gaussian particles", "RATE_MAP,gaussian",
            "GLM,gaussian", "OPTOGENETIC,gaussian"})
    void everyFormOfBeliefThatAModelMayHaveIsACase(KindCase model, String forms) {
        Set<String> found = CalibrationCases.specs().stream()
                .filter(spec -> spec.original().getModel().getKindCase() == model)
                .map(spec -> CalibrationCases.of(spec).belief().replace(" grid", ""))
                .collect(Collectors.toSet());

        assertThat(found).containsExactlyInAnyOrder(forms.split(" ", -1));
    }

    @Test
    void everyKindOfModelAndPopulationsOfSeveralAreCases() {
        assertThat(CalibrationCases.specs())
                .extracting(spec -> spec.original().getModel().getKindCase())
                .contains(Arrays.stream(KindCase.values()).filter(kind -> kind != KindCase.KIND_NOT_SET)
                        .toArray(KindCase[]::new));
        assertThat(CalibrationCases.specs()).filteredOn(spec -> spec.original().getNeuronsCount() > 1)
                .extracting(spec -> spec.original().getModel().getKindCase())
                .contains(KindCase.TUNING_CURVE, KindCase.FORMULA, KindCase.GLM, KindCase.OPTOGENETIC);
    }

    @Test
    void aBeliefThatLearnsEveryTrialTwiceIsCaught() {
        CalibrationCase twice = learning(2);

        Calibration.Result result = new Calibration(200, 1).of(List.of(twice)).getFirst();

        assertThat(result.pValue()).isLessThan(1e-6);
        assertThat(result.passed()).isFalse();
    }

    @Test
    void aBeliefThatLearnsNothingIsOnlyThePriorAndPasses() {
        CalibrationCase nothing = learning(0);

        assertThat(new Calibration(200, 1).of(List.of(nothing)).getFirst().passed()).isTrue();
    }

    @Test
    void theNumberOfThreadsMakesNoDifference() throws Exception {
        List<CalibrationCase> cases = List.of(FILTER, named("formula-binary-particles"));
        try (ForkJoinPool alone = new ForkJoinPool(1); ForkJoinPool several = new ForkJoinPool(4)) {
            assertThat(several.submit(() -> SMALL.of(cases)).get())
                    .isEqualTo(alone.submit(() -> SMALL.of(cases)).get());
        }
    }

    @Test
    void theCommandAnswersWithOneJsonObjectAndZeroWhereAllPassed() {
        StringWriter out = new StringWriter();

        int exitCode = Main.commandLine().setOut(new PrintWriter(out)).execute("check", "calibration",
                "--size", "50", "--only", "tuning-curve-poisson", "--json");

        assertThat(out.toString()).startsWith(
                "{\"cases\":[{\"model\":\"tuning-curve-poisson\",\"belief\":\"grid\",\"pValue\":")
                .endsWith("\"passed\":true}]}" + System.lineSeparator());
        assertThat(exitCode).isZero();
    }

    @Test
    void aSizeFromWhichNothingFollowsIsRefused() {
        StringWriter err = new StringWriter();

        int exitCode = Main.commandLine().setErr(new PrintWriter(err)).execute("check", "calibration",
                "--size", "49");

        assertThat(err.toString()).startsWith("--size: 49 must be at least 50");
        assertThat(exitCode).isEqualTo(2);
    }

    /** The filter's case with another number of times that each trial is learned. */
    private static CalibrationCase learning(int times) {
        return new CalibrationCase(FILTER.model(), FILTER.belief(), FILTER.candidates(), FILTER.trials(),
                seed -> {
                    BeliefSource source = FILTER.sources().apply(seed);
                    return proxy(BeliefSource.class, (method, arguments) -> {
                        Object result = method.invoke(source, arguments);
                        return result instanceof Belief belief ? learning(belief, times) : result;
                    });
                });
    }

    private static Belief learning(Belief belief, int times) {
        return proxy(Belief.class, (method, arguments) -> {
            Object result = 0.0;
            for (int i = 0; i < (method.getName().equals("condition") ? times : 1); i++) {
                result = method.invoke(belief, arguments);
            }
            return result;
        });
    }

    private interface Call {
        Object to(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(CalibrationTest.class.getClassLoader(), new Class<?>[]{type},
                (self, method, arguments) -> call.to(method, arguments)));
    }
}
