package io.stimloop.checks.envelope;

import io.stimloop.control.safety.Judge;
import io.stimloop.control.safety.Rule;
import io.stimloop.control.safety.SafetyEnvelope;
import io.stimloop.numerics.random.Streams;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Some hundred proposals to one envelope; what is admitted is given. Follows from the seed and its number alone. */
final class Session {
    static final int PROPOSALS = 256;

    private static final long PURPOSE = 0x656e76656c6f7065L;
    /** Every so many sessions one in which many rules are near. */
    private static final int MIXED_EVERY = 8;
    private static final int MOST_GIVEN = 48;

    private static final List<Rule> RULES = List.of(Rule.values());

    private Session() {}

    static void run(long seed, long number, Tally tally) {
        UniformRandomProvider random = Streams.of(seed, number, PURPOSE);
        Rule about = RULES.get((int) (number % RULES.size()));
        Setup setup = number / RULES.size() % MIXED_EVERY == 0
                ? Tightening.ofMany(0.05 + 0.2 * random.nextDouble(), random)
                : Tightening.about(about, random);
        Proposals proposals = new Proposals(setup, about, random);
        LaggingReserve reserve = new LaggingReserve(Setup.TARGETS + 1, setup.lagging);
        SafetyEnvelope envelope = new Translation(setup).parts().envelope(reserve);
        Oracle oracle = new Oracle(setup, reserve);
        long nanos = 0;
        for (int i = 0; i < PROPOSALS && oracle.history().size() < MOST_GIVEN; i++) {
            if (random.nextInt(8) == 0) {
                reserve.catchUp();
            }
            double[] stimulus = proposals.stimulus();
            long at = proposals.after(nanos, oracle.history());
            long reasons = envelope.reasons(stimulus, at, Judge.QUIET);
            Findings findings = oracle.judge(stimulus, at);
            tally.count(reasons, findings.broken(), findings.narrow(),
                    "seed " + seed + ", session " + number + ", proposal " + i);
            nanos = Math.max(nanos, at);
            if (reasons == 0) {
                envelope.commit(stimulus, at);
                oracle.give(stimulus, at);
            }
        }
    }
}
