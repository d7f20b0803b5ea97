package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stimloop.v1.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every sequence of outcomes has in common. */
class OutcomeLedgerTest {
    private static final int STEPS = 4_000;

    /** Compares with a list of all outcomes; the first capacity of the ledger is exceeded on the way. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aLedgerKnowsEveryOutcomeAgainAndNoOther(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        OutcomeLedger ledger = new OutcomeLedger();
        List<Outcome> taken = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            if (!ledger.underWay() && random.nextInt(3) > 0) {
                assertThat(ledger.open()).as("seed %s", seed).isEqualTo(taken.size() + 1);
            }
            Outcome outcome = random(random, taken);
            String said = said(ledger, outcome);
            assertThat(said).as("seed %s, step %s: %s", seed, step, outcome)
                    .isEqualTo(expected(taken, ledger.underWay(), outcome));
            if (said.equals("AWAITED")) {
                ledger.take(outcome);
                taken.add(outcome);
            }
            assertThat(ledger.acceptedThrough()).as("seed %s", seed).isEqualTo(taken.size());
            assertThat(ledger.current()).as("seed %s", seed).isEqualTo(taken.size() + 1);
        }
        assertThat(taken).hasSizeGreaterThan(1_024);
    }

    private static String said(OutcomeLedger ledger, Outcome outcome) {
        try {
            return ledger.standing(outcome, false).name();
        } catch (Refused refused) {
            return refused.kind().name();
        }
    }

    private static String expected(List<Outcome> taken, boolean underWay, Outcome outcome) {
        long trial = outcome.getTrial();
        if (trial < 1 || trial > taken.size()) {
            return underWay && trial == taken.size() + 1 ? "AWAITED" : "INVALID";
        }
        return taken.get((int) trial - 1).equals(outcome) ? "REPEATED" : "STATE";
    }

    /** The awaited one, an old one again, an old one with other content, or a trial from anywhere. */
    private static Outcome random(SplittableRandom random, List<Outcome> taken) {
        return switch (random.nextInt(8)) {
            case 0 -> again(random, taken);
            case 1 -> content(random, again(random, taken).getTrial());
            case 2 -> content(random, random.nextLong(taken.size() + 3L));
            case 3 -> content(random, random.nextLong());
            default -> content(random, taken.size() + 1L);
        };
    }

    private static Outcome again(SplittableRandom random, List<Outcome> taken) {
        return taken.isEmpty() ? content(random, 1) : taken.get(random.nextInt(taken.size()));
    }

    private static Outcome content(SplittableRandom random, long trial) {
        Outcome.Builder outcome = Outcome.newBuilder().setTrial(trial);
        if (random.nextInt(4) == 0) {
            return outcome.setInvalid(true).build();
        }
        outcome.addCounts(random.nextInt(3));
        if (random.nextBoolean()) {
            outcome.addPresented(random.nextInt(3) * 0.5);
        }
        return outcome.build();
    }

    @Test
    void aSecondTrialCannotBeOpenedBeforeTheFirstIsOver() {
        OutcomeLedger ledger = new OutcomeLedger();
        assertThat(ledger.open()).isEqualTo(1);

        assertThatThrownBy(ledger::open).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("trial 1 is still under way");
    }

    /** The bits of the smallest double are those of the count 1. */
    @Test
    void aCountIsNotTakenForAPresentedValueOfTheSameBits() {
        OutcomeLedger ledger = new OutcomeLedger();
        assertThat(ledger.open()).isEqualTo(1);
        ledger.take(Outcome.newBuilder().setTrial(1).addCounts(1).build());
        Outcome other = Outcome.newBuilder().setTrial(1).addPresented(Double.MIN_VALUE).build();

        assertThatThrownBy(() -> ledger.standing(other, false)).isInstanceOf(Refused.class);
    }

    /** A count that moves from one field to another, or to another place, is other content. */
    @Test
    void contentIsToldApartByPlaceAndField() {
        OutcomeLedger ledger = new OutcomeLedger();
        assertThat(ledger.open()).isEqualTo(1);
        ledger.take(Outcome.newBuilder().setTrial(1).addCounts(1).addCounts(2).build());

        for (Outcome other : List.of(Outcome.newBuilder().setTrial(1).addCounts(2).addCounts(1).build(),
                Outcome.newBuilder().setTrial(1).addCounts(1).addCounts(2).addCounts(0).build(),
                Outcome.newBuilder().setTrial(1).addCounts(1).build(),
                Outcome.newBuilder().setTrial(1).addCounts(1).addCounts(2).addPresented(0).build())) {
            assertThatThrownBy(() -> ledger.standing(other, false)).isInstanceOf(Refused.class);
        }
    }
}
