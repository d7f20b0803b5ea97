package io.stimloop.rig.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is let through, on a clock in the test's hand; and what the thread of the lease does on the real one. */
class GuardTest {
    private static final long MILLI = 1_000_000;
    private static final long LEASE = 3_600_000 * MILLI;
    private static final String SHA = "ab12";

    private final AtomicLong now = new AtomicLong(1_000_000 * MILLI);
    private final List<String> offs = Collections.synchronizedList(new ArrayList<>());
    private final List<String> safes = Collections.synchronizedList(new ArrayList<>());
    private final List<String> ons = Collections.synchronizedList(new ArrayList<>());
    private final Guard guard = new Guard(offs::add, (epoch, reason) -> safes.add(epoch + " " + reason),
            now::get);
    private long sequence;
    private long counter;

    @AfterEach
    void close() {
        guard.close();
    }

    private static OutputLimits limits() {
        return new OutputLimits(SHA, 2,
                List.of(new RangeRule(new double[]{0, 0}, new double[]{5, 5}),
                        new TogetherRule(new int[]{0, 1}, 1, 5)));
    }

    private void connected() {
        guard.connected(limits(), LEASE, 10);
        sequence = 0;
    }

    private void beat(long epoch, boolean armed) {
        sequence++;
        guard.renew(epoch, sequence, armed, now.get());
    }

    private void armed(long epoch) {
        connected();
        beat(epoch, true);
        counter = 0;
    }

    private Optional<String> fire(long epoch, long count, String sha, long outputNanos, double... stimulus) {
        return guard.carryOut(new Order(epoch, count, sha, stimulus, now.get(), MILLI, outputNanos),
                () -> ons.add("on"));
    }

    private Optional<String> fire(double... stimulus) {
        counter++;
        return fire(11, counter, SHA, 0, stimulus);
    }

    @Test
    void theOutputIsOffBeforeAnythingElse() {
        assertThat(offs).containsExactly("nothing is put out before it is armed");
        assertThat(guard.state()).isEqualTo(GuardState.SAFE);
        assertThat(fire(1, 0)).contains("not armed");
        connected();
        assertThat(guard.state()).isEqualTo(GuardState.READY);
        assertThat(fire(1, 0)).contains("not armed");
        assertThat(ons).isEmpty();
    }

    @Test
    void onlyAnEpochLaterThanAllBeforeArms() {
        connected();
        beat(10, true);
        assertThat(guard.state()).isEqualTo(GuardState.READY);
        beat(11, true);
        assertThat(guard.state()).isEqualTo(GuardState.ARMED);
        beat(11, false);
        assertThat(guard.state()).isEqualTo(GuardState.READY);
        assertThat(safes).containsExactly("11 the server disarmed");
        beat(11, true);
        assertThat(guard.state()).isEqualTo(GuardState.READY);
        beat(12, true);
        assertThat(guard.state()).isEqualTo(GuardState.ARMED);
    }

    @Test
    void whatIsWithinTheLimitsIsCarriedOutOnce() {
        armed(11);
        assertThat(fire(11, 1, SHA, 0, 5, 0)).isEmpty();
        assertThat(fire(11, 1, SHA, 0, 5, 0)).contains("counter 1 comes after 1");
        assertThat(fire(11, 2, SHA, 0)).isEmpty();
        assertThat(ons).hasSize(2);
    }

    @Test
    void everythingElseIsRefusedWithItsReason() {
        armed(11);
        assertThat(fire(12, 1, SHA, 0, 1, 0)).contains("epoch 12; armed is 11");
        assertThat(fire(10, 1, SHA, 0, 1, 0)).contains("epoch 10; armed is 11");
        assertThat(fire(11, 1, "cd34", 0, 1, 0)).contains("it was checked against other limits: cd34");
        assertThat(fire(11, 2, SHA, LEASE + 1, 1, 0)).get().asString().contains("longer than the lease");
        counter = 2;
        assertThat(fire(6, 0)).contains("value 0 is 6.0; it must be from 0.0 to 5.0");
        assertThat(fire(Double.NaN, 0)).get().asString().startsWith("value 0 is NaN");
        assertThat(fire(1, 1)).contains("2 values are not 0; at most 1.0 may be");
        assertThat(fire(1)).contains("1 values; the limits are about 2");
        assertThat(ons).isEmpty();
        assertThat(guard.armed()).isTrue();
    }

    @Test
    void whatComesToItsTurnTooLateIsRefused() {
        armed(11);
        Order order = new Order(11, 1, SHA, new double[]{1, 0}, now.get(), MILLI, 0);
        now.addAndGet(MILLI + 1);
        assertThat(guard.carryOut(order, () -> ons.add("on"))).contains("it came to its turn too late");
        assertThat(ons).isEmpty();
    }

    @Test
    void aRenewalThatWasLongUnderWayRenewsNothing() {
        armed(11);
        long sent = now.get();
        now.addAndGet(LEASE);
        guard.renew(11, 2, true, sent);
        assertThat(fire(1, 0)).contains("the lease is over");
        connected();
        guard.renew(12, 1, true, now.get() - LEASE);
        assertThat(guard.state()).isEqualTo(GuardState.READY);
    }

    @Test
    void aRepeatedHeartbeatIsNotHeard() {
        armed(11);
        guard.renew(11, 1, false, now.get());
        assertThat(guard.armed()).isTrue();
        guard.renew(13, 2, true, now.get());
        assertThat(safes).containsExactly("11 the server speaks of epoch 13; armed is 11");
    }

    @Test
    void aNewConnectionEndsTheArming() {
        armed(11);
        connected();
        assertThat(offs).last().isEqualTo("a new connection");
        assertThat(guard.state()).isEqualTo(GuardState.READY);
    }

    @Test
    void anIllDeviceIsNotArmedBeforeItIsWell() {
        armed(11);
        guard.fail("too hot");
        assertThat(safes).containsExactly("11 too hot");
        beat(12, true);
        assertThat(guard.state()).isEqualTo(GuardState.FAULTED);
        guard.recover();
        beat(13, true);
        assertThat(guard.state()).isEqualTo(GuardState.ARMED);
    }

    @Test
    void anOutputThatBeganWhileTheArmingEndedIsSwitchedOff() {
        armed(11);
        Optional<String> refusal = guard.carryOut(
                new Order(11, 1, SHA, new double[]{1, 0}, now.get(), MILLI, 0), () -> beat(11, false));
        assertThat(refusal).contains("the arming ended");
        assertThat(offs).last().isEqualTo("the arming ended");
    }

    /** The output hangs while it is switched on; the thread of the lease switches it off all the same. */
    @Test
    void theLeaseEndsByItselfEvenWhileTheOutputHangs() throws InterruptedException {
        CountDownLatch off = new CountDownLatch(2);
        CountDownLatch safe = new CountDownLatch(1);
        try (Guard real = new Guard(reason -> off.countDown(), (epoch, reason) -> safe.countDown(),
                System::nanoTime)) {
            real.connected(limits(), 20 * MILLI, 1);
            long begun = System.nanoTime();
            real.renew(2, 1, true, begun);
            Thread hanging = Thread.ofPlatform().daemon().start(() -> real.carryOut(
                    new Order(2, 1, SHA, new double[]{1, 0}, begun, 1000 * MILLI, 0), GuardTest::hang));
            assertThat(off.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(safe.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(20 * MILLI);
            assertThat(real.armed()).isFalse();
            hanging.interrupt();
        }
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }
}
