package io.stimloop.checks.envelope;

import io.stimloop.checks.CheckResult;
import io.stimloop.control.safety.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends proposals through the envelope and the oracle, on all processors.
 *
 * @param proposals at least
 * @param seed      of everything
 */
record EnvelopeProof(long proposals, long seed) {
    /** How often each rule must have been the only reason, of so many proposals. */
    private static final long ONLY_REASON = 10_000;
    private static final long OF_PROPOSALS = 1_000_000_000L;

    CheckResult run() throws InterruptedException {
        long begun = System.nanoTime();
        Tally tally = tally(Runtime.getRuntime().availableProcessors());
        double seconds = (System.nanoTime() - begun) / 1e9;
        Map<String, Object> only = new LinkedHashMap<>();
        long required = Math.max(1, Math.ceilDiv(ONLY_REASON * tally.proposals(), OF_PROPOSALS));
        long rare = 0;
        for (Rule rule : Rule.values()) {
            only.put(rule.name(), tally.only(rule));
            rare += tally.only(rule) < required ? 1 : 0;
        }
        return new CheckResult(tally.proposals(), tally.disagreements() + rare)
                .with("violations", tally.violations()).with("disagreements", tally.disagreements())
                .with("decidedByRounding", tally.narrow()).with("admitted", tally.admitted())
                .with("rulesTooRarelyTheOnlyReason", rare).with("onlyReasonAtLeast", required)
                .with("onlyReason", only).with("firstDisagreement", tally.first())
                .with("proposalsPerSecond", Math.round(tally.proposals() / seconds));
    }

    private Tally tally(int threads) throws InterruptedException {
        AtomicLong next = new AtomicLong();
        AtomicLong left = new AtomicLong(proposals);
        Tally[] tallies = new Tally[threads];
        Thread[] workers = new Thread[threads];
        for (int worker = 0; worker < threads; worker++) {
            Tally own = new Tally();
            tallies[worker] = own;
            workers[worker] = Thread.ofPlatform().name("envelope-" + worker)
                    .start(() -> work(next, left, own));
        }
        Tally all = new Tally();
        for (int worker = 0; worker < threads; worker++) {
            workers[worker].join();
            all.add(tallies[worker]);
        }
        return all;
    }

    private void work(AtomicLong next, AtomicLong left, Tally own) {
        while (left.get() > 0) {
            long before = own.proposals();
            Session.run(seed, next.getAndIncrement(), own);
            left.addAndGet(before - own.proposals());
        }
    }
}
