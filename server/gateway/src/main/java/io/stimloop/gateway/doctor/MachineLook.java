package io.stimloop.gateway.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Processors, what else they do, and the clock, as far as the operating system tells. */
final class MachineLook {
    private static final Path SYSTEM = Path.of("/sys/devices/system");
    private static final double BUSY = 0.5;

    private MachineLook() {}

    static List<Finding> findings() {
        int processors = Runtime.getRuntime().availableProcessors();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return List.of(processors(processors, System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch")),
                load(load, processors),
                governor(word(SYSTEM.resolve("cpu/cpu0/cpufreq/scaling_governor"))),
                clock(word(SYSTEM.resolve("clocksource/clocksource0/current_clocksource"))));
    }

    static Finding processors(int processors, String system) {
        String detail = processors + " on " + system;
        return processors > 1
                ? Finding.ok("processors", detail)
                : Finding.warning("processors",
                        detail + "; a search and the way of a command share it, two are better");
    }

    static Finding load(double load, int processors) {
        String detail = String.format(Locale.ROOT, "%.2f in the last minute", load);
        return load < BUSY * processors
                ? Finding.ok("load", detail)
                : Finding.warning("load",
                        detail + "; something else uses the processors, so that commands may be late");
    }

    static Finding governor(Optional<String> governor) {
        String detail = governor.orElse("not told by this system");
        return governor.isEmpty() || detail.equals("performance")
                ? Finding.ok("processor frequency", detail)
                : Finding.warning("processor frequency",
                        detail + "; the governor 'performance' does not slow down between trials");
    }

    static Finding clock(Optional<String> source) {
        String detail = source.orElse("not told by this system");
        boolean slow = detail.equals("hpet") || detail.equals("acpi_pm") || detail.equals("jiffies");
        return slow
                ? Finding.warning("clock", detail + "; reading it takes long, tsc is better")
                : Finding.ok("clock", detail);
    }

    private static Optional<String> word(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
