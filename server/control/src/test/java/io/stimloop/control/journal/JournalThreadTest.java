package io.stimloop.control.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class JournalThreadTest {
    private static final long LONG = TimeUnit.MINUTES.toNanos(5);

    private final JournalThread thread = new JournalThread("journal-test");
    private final AtomicInteger steps = new AtomicInteger();
    private final Semaphore looks = new Semaphore(0);

    private JournalWork work(boolean waits, IntToLongFunction step) {
        return new JournalWork() {
            @Override
            public long step() {
                return step.applyAsLong(steps.incrementAndGet());
            }

            @Override
            public boolean waits() {
                looks.release();
                return waits;
            }
        };
    }

    @Test
    void sleepsUntilItIsWoken() throws InterruptedException {
        thread.start(work(false, step -> step == 1 ? LONG : JournalWork.OVER));
        looks.acquire();
        assertThat(steps).hasValue(1);
        thread.wake();
        thread.join();

        assertThat(steps).hasValue(2);
    }

    @Test
    void doesNotSleepWhileSomethingWaits() {
        thread.start(work(true, step -> step == 1 ? LONG : JournalWork.OVER));
        thread.join();

        assertThat(steps).hasValue(2);
    }

    @Test
    void goesOnAtOnceWhenThereIsMoreToDo() {
        thread.start(work(false, step -> step < 100 ? 0 : JournalWork.OVER));
        thread.join();

        assertThat(looks.availablePermits()).isZero();
        assertThat(steps).hasValue(100);
    }

    @Test
    void sleepsAsLongAsItWasTold() {
        long before = System.nanoTime();
        thread.start(work(false, step -> step < 5 ? 20_000_000 : JournalWork.OVER));
        thread.join();

        assertThat(System.nanoTime() - before).isGreaterThan(60_000_000);
        assertThat(looks.availablePermits()).isEqualTo(4);
    }

    @Test
    void isWaitedForEvenByAThreadThatIsInterrupted() {
        thread.start(work(false, step -> step < 5 ? 20_000_000 : JournalWork.OVER));
        Thread.currentThread().interrupt();
        thread.join();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(steps).hasValue(5);
    }

    @Test
    void isOfTheNameThatItWasGiven() throws InterruptedException {
        Semaphore named = new Semaphore(0);
        thread.start(work(false, step -> {
            if (Thread.currentThread().getName().equals("journal-test")
                    && Thread.currentThread().isDaemon()) {
                named.release();
            }
            return JournalWork.OVER;
        }));

        assertThat(named.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void wakesNobodyWhoDoesNotSleep() {
        thread.wake();
        thread.join();

        assertThat(steps).hasValue(0);
    }
}
