package io.stimloop.gateway.config;

import com.google.protobuf.Duration;
import io.stimloop.control.spec.Wording;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads durations, which the JSON mapping writes in seconds: "0.050s". */
final class DurationReader {
    private static final Pattern SECONDS = Pattern.compile("-?\\d{1,12}(\\.\\d{1,9})?s");
    private static final Pattern ALMOST = Pattern
            .compile("([-+]?\\d{1,12}(?:\\.\\d{0,9})?)\\s*(|ns|us|µs|ms|s|sec|min|h)");
    private static final Map<String, String> SECONDS_BY_UNIT = Map.of("ns", "1e-9", "us", "1e-6", "µs",
            "1e-6", "ms",
            "1e-3", "s", "1", "sec", "1", "min", "60", "h", "3600");
    private static final BigDecimal LONGEST_SECONDS = new BigDecimal("315576000000");

    private DurationReader() {}

    static Duration read(ScalarNode node) throws UnreadableException {
        String value = node.getValue();
        if (!SECONDS.matcher(value).matches()) {
            throw new UnreadableException(complaint(value));
        }
        BigDecimal seconds = new BigDecimal(value.substring(0, value.length() - 1));
        if (seconds.abs().compareTo(LONGEST_SECONDS) > 0) {
            throw new UnreadableException(
                    Wording.plain(value) + " is too long: at most " + text(LONGEST_SECONDS));
        }
        return Duration.newBuilder().setSeconds(seconds.longValue())
                .setNanos(seconds.remainder(BigDecimal.ONE).movePointRight(9).intValue()).build();
    }

    private static String complaint(String value) {
        String shown = Wording.plain(value);
        Matcher almost = ALMOST.matcher(value);
        if (!almost.matches()) {
            return shown + " is no duration: write seconds, as in 0.050s";
        }
        BigDecimal amount = new BigDecimal(almost.group(1));
        String unit = almost.group(2);
        return unit.isEmpty()
                ? shown + " has no unit: write " + text(amount) + ", or for milliseconds "
                        + inUnit(amount, "ms")
                : shown + " is no duration in seconds: write " + inUnit(amount, unit);
    }

    private static String inUnit(BigDecimal amount, String unit) {
        return text(amount.multiply(new BigDecimal(SECONDS_BY_UNIT.getOrDefault(unit, "1"))));
    }

    private static String text(BigDecimal seconds) {
        return seconds.stripTrailingZeros().toPlainString() + "s";
    }
}
