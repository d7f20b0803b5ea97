package io.stimloop.control.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Responses;
import io.stimloop.inference.multinomial.MultinomialSource;
import io.stimloop.inference.particle.ParticleSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MultinomialSectionTest {
    private static final String RIGHT = """
            name: "choice" seed: 7 neurons { name: "subject" }
            stimulus { dimensions { name: "x" unit: "1" values { from: -1 to: 1 count: 5 } } }
            model { multinomial { alternatives: 3 weight_sd: 2 lapse { prior { a: 2 b: 10 } } } }
            """;

    private static BeliefSource source(String text) {
        return ((Resolution.Accepted) SpecResolver.resolve(SpecTexts.parsed(text), SpecTexts.BUDGET_BYTES))
                .spec().source();
    }

    @Test
    void theBeliefIsGaussianWhereNoneIsNamed() {
        BeliefSource source = source(RIGHT);
        assertThat(source).isInstanceOf(MultinomialSource.class);
        assertThat(source.responses()).isEqualTo(Responses.choice(3));
        assertThat(source.parameterNames()).containsExactly("weight[0][0]", "weight[0][1]", "weight[1][0]",
                "weight[1][1]", "lapse");
        assertThat(source.create().parameters().get(3).sd()).isEqualTo(2);
        assertThat(source(RIGHT + "belief { gaussian { } }")).isInstanceOf(MultinomialSource.class);
    }

    @Test
    void theBeliefMayBeHeldByParticles() {
        assertThat(source(RIGHT + "belief { particles { count: 500 } }")).isInstanceOf(ParticleSource.class);
    }

    @Test
    void aLapseRateThatIsKnownOrLeftOutIsOneValue() {
        assertThat(source(RIGHT.replace("prior { a: 2 b: 10 }", "known: 0.2")).create().parameters().getLast()
                .mean())
                .isEqualTo(0.2);
        assertThat(source(RIGHT.replace("lapse { prior { a: 2 b: 10 } }", "")).create().parameters().getLast()
                .mean())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "alternatives: 3 | alternatives: 1 | model.multinomial.alternatives | 1 must be from 2 to 10",
            "alternatives: 3 | alternatives: 11 | model.multinomial.alternatives | 11 must be from 2 to 10",
            "weight_sd: 2 | weight_sd: 0 | model.multinomial.weightSd | 0 must be from",
            "a: 2 | a: 0 | model.multinomial.lapse.prior.a | 0 must be from 0.1",
            "prior { a: 2 b: 10 } | known: 1 | model.multinomial.lapse.known | 1 must be from 0 to",
            "name: \"choice\" | name: \"choice\" belief { grid { } } | model.multinomial | belief: {gaussian: {}}",
            "name: \"choice\" | name: \"choice\" belief { particles { count: 5 } } | model.multinomial | from 100 to",
            "name: \"choice\" | name: \"choice\" objective { uncertainty { } } | objective.uncertainty | infomax"})
    void faultsNameTheirFields(String piece, String instead, String field, String description) {
        assertThat(RIGHT).contains(piece);
        List<Violation> violations = SpecTexts.violations(SpecTexts.parsed(RIGHT.replace(piece, instead)));
        assertThat(violations).as("%s", violations).anySatisfy(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.description()).contains(description);
        });
    }
}
