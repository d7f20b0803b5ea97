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
        assertThat(written("flood", 100_000)).isEqualTo(100);
        assertThat(written("calm", 1)).isEqualTo(1);

        now.addAndGet(1_000_000_000L);
        LogRecord next = record("flood");
        assertThat(budget.isLoggable(next)).isTrue();
        assertThat(next.getMessage()).isEqualTo("it failed [99900 records of this logger not written]");
        assertThat(written("flood", 10)).as("5 a second, one of them just now").isEqualTo(4);
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
