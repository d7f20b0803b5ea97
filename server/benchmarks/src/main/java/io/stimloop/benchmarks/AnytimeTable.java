package io.stimloop.benchmarks;

import java.util.Locale;

/** The courses as a table for people. */
final class AnytimeTable {
    private static final double MICROS_PER_MILLI = 1_000;

    private AnytimeTable() {}

    static String of(AnytimeCourse.Result result) {
        StringBuilder text = new StringBuilder();
        String space = "";
        for (AnytimeCourse.Course course : result.cases()) {
            if (!course.space().equals(space)) {
                space = course.space();
                text.append(text.isEmpty() ? "" : "\n").append(heading(course));
            }
            text.append(String.format(Locale.ROOT, "  %-34s", course.method()));
            course.points().forEach(
                    point -> text.append(String.format(Locale.ROOT, "%7.4f", point.utility())));
            Double reached = course.millisTo99Percent();
            text.append(String.format(Locale.ROOT, "%8s\n", reached == null ? "-" : number(reached)));
        }
        return text.toString();
    }

    private static String heading(AnytimeCourse.Course course) {
        StringBuilder heading = new StringBuilder(course.space()).append('\n')
                .append(String.format(Locale.ROOT, "  %-34s", "after ms"));
        course.points().forEach(point -> heading
                .append(String.format(Locale.ROOT, "%7s", number(point.micros() / MICROS_PER_MILLI))));
        return heading.append(String.format(Locale.ROOT, "%8s\n", "99% at")).toString();
    }

    private static String number(double millis) {
        return millis >= 1 ? String.format(Locale.ROOT, "%.0f", millis) : Double.toString(millis);
    }
}
