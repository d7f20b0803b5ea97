package io.stimloop.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogBudgetTest {
    private final AtomicLong now = new AtomicLong();
    private final LogBudget budget = new LogBudget(now::get);

    private static LogRecord record(String logger) {
        LogRecord record = new LogRecord(Level.WARNING, "it failed");
        record.setLoggerName(logger);
        return record;
    }

    private int written(String logger, int records) {
        int written = 0;
        for (int i = 0; i < records; i++) {
            written += budget.isLoggable(record(logger)) ? 1 : 0;
        }
        return written;
    }

    @Test
    void aFloodIsCutAndCountedAndAnotherLoggerIsHeard() {
        assertThat(written("flood", 100_000)).isEqualTo(20);
        assertThat(written("calm", 1)).isEqualTo(1);

        now.addAndGet(1_000_000_000L);
        LogRecord next = record("flood");
        assertThat(budget.isLoggable(next)).isTrue();
        assertThat(next.getMessage()).isEqualTo("it failed [99980 records of this logger not written]");
        assertThat(written("flood", 10)).as("2 a second, one of them just now").isEqualTo(1);
    }

    @Test
    void whatTheTransportSaysOfItsClientsHasNoStackTrace() {
        LogRecord transport = record("io.grpc.netty.NettyServerHandler");
        transport.setThrown(new IllegalStateException("too many resets"));
        assertThat(budget.isLoggable(transport)).isTrue();
        assertThat(transport.getThrown()).isNull();
        assertThat(transport.getMessage())
                .isEqualTo("it failed: java.lang.IllegalStateException: too many resets");

        LogRecord own = record("io.stimloop.gateway");
        own.setThrown(new IllegalStateException("a fault of ours"));
        assertThat(budget.isLoggable(own)).isTrue();
        assertThat(own.getThrown()).hasMessage("a fault of ours");
    }

    @Test
    void manyNamesShareOneBudgetInTheEnd() {
        int written = 0;
        for (int i = 0; i < 100_000; i++) {
            written += written("logger-" + i, 1);
        }
        assertThat(written).isBetween(512, 700);
    }
}
