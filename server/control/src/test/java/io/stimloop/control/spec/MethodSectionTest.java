package io.stimloop.control.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.planning.lookahead.Horizon;
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
