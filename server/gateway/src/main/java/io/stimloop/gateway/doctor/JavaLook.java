package io.stimloop.gateway.doctor;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The Java virtual machine and the options it was started with. */
final class JavaLook {
    private static final int VERSION = 25;
    private static final long MEGABYTE = 1 << 20;
    private static final long SMALL_HEAP = 1_000 * MEGABYTE;

    private JavaLook() {}

    static List<Finding> findings() {
        return List.of(version(), options(ManagementFactory.getRuntimeMXBean().getInputArguments(),
                collectors(), Runtime.getRuntime().maxMemory(), modules()));
    }

    private static Finding version() {
        String detail = System.getProperty("java.vm.vendor") + " " + Runtime.version() + " in "
                + System.getProperty("java.home");
        return Runtime.version().feature() == VERSION
                ? Finding.ok("java", detail)
                : Finding.failed("java", detail + "; Stimloop is made for a JDK " + VERSION);
    }

    private static String collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(", "));
    }

    private static boolean modules() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    /** What the launcher sets, and what a server that is started otherwise may lack. */
    static Finding options(List<String> options, String collectors, long heapBytes, boolean vectors) {
        List<String> missing = new ArrayList<>();
        if (!collectors.contains("ZGC")) {
            missing.add("-XX:+UseZGC (pauses of the other collectors are longer than a deadline)");
        }
        if (options.stream().noneMatch(option -> option.contains("OnOutOfMemoryError"))) {
            missing.add("-XX:+ExitOnOutOfMemoryError (outputs must end when memory does)");
        }
        if (!options.contains("-XX:+AlwaysPreTouch")) {
            missing.add("-XX:+AlwaysPreTouch (a trial may wait for memory to be fetched)");
        }
        if (!vectors) {
            missing.add("--add-modules jdk.incubator.vector (the slower kernels are used)");
        }
        if (heapBytes < SMALL_HEAP) {
            missing.add("-Xmx2g (the heap is small)");
        }
        String detail = "heap " + heapBytes / MEGABYTE + " MiB, " + collectors;
        return missing.isEmpty()
                ? Finding.ok("java options", detail)
                : Finding.warning("java options", detail + "; lacks " + String.join(", ", missing));
    }
}
