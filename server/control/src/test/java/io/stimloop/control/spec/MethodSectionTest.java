package io.stimloop.control.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.planning.lookahead.Horizon;
import io.stimloop.planning.policy.StaircasePlanner;
import io.stimloop.planning.policy.StaircaseRule;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Planner;
import io.stimloop.v1.ThompsonPlanner;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MethodSectionTest {
    private static PlanningMethod method(String planner) {
        return switch (SpecResolver.resolve(SpecTexts.with(planner, "search { }"), SpecTexts.BUDGET_BYTES)) {
            case Resolution.Accepted(ResolvedSpec spec) -> spec.planner().method();
            case Resolution.Refused(var violations) -> throw new AssertionError(violations);
        };
    }

    private static List<Violation> violations(String planner) {
        return SpecTexts.violations(SpecTexts.with(planner, "search { }"));
    }

    @Test
    void aScheduleHoldsItsStagesAndHowLongTheyLast() {
        PlanningMethod method = method("""
                schedule {
                  stages { method { sobol { } } trials: 20 }
                  stages { method { balanced { } } trials: 5 }
                  stages { method { search { random_first: 3 } } }
                }""");
        assertThat(method).isInstanceOfSatisfying(PlanningMethod.Schedule.class, schedule -> {
            assertThat(schedule.stages()).containsExactly(new PlanningMethod.Sobol(),
                    new PlanningMethod.Balanced(),
                    new PlanningMethod.Search(3, 0, 0, false, Horizon.NEXT, 0, Optional.empty()));
            assertThat(schedule.trials()).containsExactly(20, 5);
        });
        assertThat(method.searches()).isTrue();
        assertThat(method.believes()).isTrue();
    }

    @Test
    void aMixtureHoldsItsMethodsAndTheProbabilityOfTheSecond() {
        assertThat(method("mixture { first { search { } } second { random { } } epsilon: 0.25 }"))
                .isEqualTo(
                        new PlanningMethod.Mixture(
                                new PlanningMethod.Search(0, 0, 0, false, Horizon.NEXT, 0, Optional.empty()),
                                new PlanningMethod.Random(), 0.25));
        PlanningMethod usual = method("mixture { first { balanced { } } second { random { } } }");
        assertThat(usual).isEqualTo(new PlanningMethod.Mixture(new PlanningMethod.Balanced(),
                new PlanningMethod.Random(), 0.1));
        assertThat(usual.searches()).isFalse();
    }

    @Test
    void aStaircaseGoesAlongTheValuesOfItsDimension() {
        assertThat(method("staircase { criterion: 5 start: 90 step_up: 3 down_after: 1 }"))
                .isInstanceOfSatisfying(PlanningMethod.Staircase.class, staircase -> {
                    assertThat(staircase.ladder())
                            .isDeepEqualTo(
                                    new double[][]{{0}, {45}, {90}, {135}, {180}, {225}, {270}, {315}});
                    assertThat(staircase.start()).isEqualTo(2);
                    assertThat(staircase.rule()).isEqualTo(new StaircaseRule(1, 1, 1, 3, 0));
                    assertThat(staircase.listening()).isEqualTo(new StaircasePlanner.Listening(0, 5));
                    assertThat(staircase.believes()).isFalse();
                });
    }

    @Test
    void aFallingStaircaseHasTheGreatestValueLowest() {
        assertThat(method("staircase { criterion: 5 falling: true }"))
                .isInstanceOfSatisfying(PlanningMethod.Staircase.class, staircase -> {
                    assertThat(staircase.ladder()[0]).containsExactly(315);
                    assertThat(staircase.start()).as("where a yes is most likely").isEqualTo(7);
                    assertThat(staircase.rule()).isEqualTo(new StaircaseRule(2, 1, 1, 1, 0));
                });
        assertThat(method("staircase { criterion: 5 falling: true start: 315 }"))
                .isInstanceOfSatisfying(PlanningMethod.Staircase.class,
                        staircase -> assertThat(staircase.start()).isZero());
    }

    @Test
    void aStaircaseInSeveralDimensionsHoldsTheOthers() {
        assertThat(two("staircase { dimension: \"x\" held { key: \"y\" value: 2 } criterion: 3 }"))
                .isInstanceOfSatisfying(PlanningMethod.Staircase.class, staircase -> assertThat(
                        staircase.ladder()).isDeepEqualTo(new double[][]{{-1, 2}, {0, 2}, {1, 2}}));
    }

    private static PlanningMethod two(String planner) {
        return switch (SpecResolver.resolve(twoDimensions(planner), SpecTexts.BUDGET_BYTES)) {
            case Resolution.Accepted(ResolvedSpec spec) -> spec.planner().method();
            case Resolution.Refused(var violations) -> throw new AssertionError(violations);
        };
    }

    /** A map over two dimensions of three and four values. */
    private static ExperimentSpec twoDimensions(String planner) {
        return SpecTexts.parsed("""
                name: "two" seed: 1 neurons { name: "a" }
                stimulus {
                  dimensions { name: "x" values { values: [-1, 0, 1] } }
                  dimensions { name: "y" values { values: [1, 2, 3, 4] } }
                }
                model {
                  rate_map { link: EXPONENTIAL noise { poisson { } } variance: 1 length: 1 }
                }
                """ + "planner { " + planner + " }");
    }

    @Test
    void faultsOfAStaircaseHaveTheirPath() {
        assertThat(violations("staircase { dimension: \"directon\" down_after: 1001 neuron: \"sell\" }"))
                .containsExactly(
                        new Violation("planner.staircase.downAfter", "1001 is too large: at most 1000"),
                        new Violation("planner.staircase.neuron",
                                "\"sell\" is no neuron: did you mean cell?"),
                        new Violation("planner.staircase.criterion",
                                "is missing: a response of at least how much is a yes, as in 5"),
                        new Violation("planner.staircase.dimension",
                                "\"directon\" is no stimulus dimension: did you mean direction?"));
        assertThat(violations("staircase { criterion: 5 start: 100 held { key: \"direction\" value: 0 } }"))
                .containsExactly(
                        new Violation("planner.staircase.held.direction",
                                "is what the staircase goes along: leave it out"),
                        new Violation("planner.staircase.start",
                                "100 is none of the dimension's values; the nearest is 90"));
    }

    @Test
    void theOtherDimensionsOfAStaircaseAreHeldAtTheirValues() {
        assertThat(SpecTexts.violations(twoDimensions("staircase { criterion: 5 }")))
                .containsExactly(new Violation("planner.staircase.dimension",
                        "is missing: which one it goes along, x or y"));
        assertThat(SpecTexts.violations(twoDimensions("staircase { criterion: 5 dimension: \"x\" }")))
                .containsExactly(new Violation("planner.staircase.held.y",
                        "is missing: which of its values it is held at"));
        assertThat(SpecTexts.violations(twoDimensions(
                "staircase { criterion: 5 dimension: \"x\" held { key: \"y\" value: 2.4 } }")))
                .containsExactly(new Violation("planner.staircase.held.y",
                        "2.4 is none of the dimension's values; the nearest is 2"));
    }

    @Test
    void thompsonSamplingNeedsAnObjectiveThatSaysWhatIsBest() {
        assertThat(violations("thompson { }")).containsExactly(new Violation("planner.thompson",
                "needs an objective that says which responses are best: probabilityOfImprovement, "
                        + "expectedImprovement, targetResponse or levelSet"));
        PlanningMethod method = switch (SpecResolver.resolve(
                SpecTexts.with("objective { level_set { level: 5 } }", "objective { infomax { } }")
                        .toBuilder()
                        .setPlanner(Planner.newBuilder().setThompson(ThompsonPlanner.getDefaultInstance()))
                        .build(),
                SpecTexts.BUDGET_BYTES)) {
            case Resolution.Accepted(ResolvedSpec spec) -> spec.planner().method();
            case Resolution.Refused(var violations) -> throw new AssertionError(violations);
        };
        assertThat(method).isEqualTo(new PlanningMethod.Thompson());
        assertThat(method.searches()).isFalse();
        assertThat(method.believes()).isTrue();
    }

    @Test
    void faultsInsideAMethodHaveTheirPath() {
        assertThat(violations(
                """
                        schedule {
                          stages { method { mixture { first { sequence { } } second { search { balanced_share: 2 } } epsilon: 1.5 } } }
                          stages { trials: 3 }
                        }"""))
                .containsExactly(
                        new Violation("planner.schedule.stages[0].method.mixture.epsilon",
                                "1.5 must be from 0 to 1"),
                        new Violation("planner.schedule.stages[0].method.mixture.first.sequence.stimuli",
                                "is empty: list at least one, as in [{values: [90]}]"),
                        new Violation("planner.schedule.stages[0].method.mixture.second.search.balancedShare",
                                "2 must be from 0 to 1"),
                        new Violation("planner.schedule.stages[0].trials",
                                "is missing: how many trials, from 1"),
                        new Violation("planner.schedule.stages[1].method",
                                "is missing: say which method, as in {balanced: {}}"),
                        new Violation("planner.schedule.stages[1].trials",
                                "is given for the last stage, which has no end: leave it out, or add a stage"));
        assertThat(violations("schedule { }")).containsExactly(
                new Violation("planner.schedule.stages", "has 0 entries: give from 1 to 16"));
    }

    @Test
    void methodsAreNestedFourDeepAtMost() {
        String four = nested(nested(nested("sobol { }")));
        assertThat(violations(four)).isEmpty();
        String deepest = "planner.mixture.first.mixture.first.mixture.first.mixture.";
        assertThat(violations(nested(four))).containsExactly(
                new Violation(deepest + "first", "is nested too deeply: methods may be 4 deep"),
                new Violation(deepest + "second", "is nested too deeply: methods may be 4 deep"));
    }

    private static String nested(String inside) {
        return "mixture { first { " + inside + " } second { random { } } }";
    }

    @Test
    void thereAreSixteenMethodsAtMost() {
        String five = nested(nested("sobol { }"));
        String schedule = "schedule { " + ("stages { method { " + five + " } trials: 1 } ").repeat(3)
                + "stages { method { random { } } } }";
        assertThat(violations(schedule)).containsExactly(new Violation("planner",
                "is made of 17 methods, each mixture and schedule counted: at most 16"));
    }

    @Test
    void aModelIsCheckedWhereSomeOfTheTrialsAreSearched() {
        assertThat(checked("mixture { first { random { } } second { search { } } }")).isTrue();
        assertThat(checked("mixture { first { random { } } second { sobol { } } }")).isFalse();
    }

    private static boolean checked(String planner) {
        return switch (SpecResolver.resolve(SpecTexts.with(planner, "search { }"), SpecTexts.BUDGET_BYTES)) {
            case Resolution.Accepted(ResolvedSpec spec) -> spec.modelCheck().on();
            case Resolution.Refused(var violations) -> throw new AssertionError(violations);
        };
    }
}
