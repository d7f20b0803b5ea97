package io.stimloop.control.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.Question;
import io.stimloop.planning.lookahead.Horizon;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookaheadSectionTest {
    private static ResolvedSpec with(String search) {
        return ((Resolution.Accepted) SpecResolver.resolve(SpecTexts.with(search, "search { }"),
                SpecTexts.BUDGET_BYTES)).spec();
    }

    private static Horizon horizon(String search) {
        return ((PlanningMethod.Search) with(search).planner().method()).horizon();
    }

    @Test
    void whatIsLeftOutIsLeftToTheTime() {
        assertThat(horizon("search { lookahead { steps: 3 } }")).isEqualTo(new Horizon(3, 0, 0));
        assertThat(horizon("search { lookahead { steps: 2 candidates: 5 responses: 4 } }"))
                .isEqualTo(new Horizon(2, 5, 4));
        assertThat(horizon("search { }").ahead()).isFalse();
    }

    @Test
    void theBeliefsOfTheFutureAreCounted() {
        ResolvedSpec two = with("search { lookahead { steps: 2 } }");
        long another = two.source().bytesOfAnother(two.candidates().length, Question.INFORMATION);
        assertThat(with("search { lookahead { steps: 3 } }").memoryBytes() - two.memoryBytes())
                .as("one more of each of two threads").isEqualTo(2 * another);
    }

    @Test
    void thoseOfAllMethodsThatAPlannerIsMadeOfAreCounted() {
        PlanningMethod ahead = new PlanningMethod.Search(0, 0, 0, false, new Horizon(3, 0, 0), 0,
                Optional.empty());
        assertThat(new PlanningMethod.Mixture(ahead, new PlanningMethod.Mixture(ahead,
                new PlanningMethod.Random(), 0.5), 0.5).beliefsAhead()).isEqualTo(4);
    }
}
