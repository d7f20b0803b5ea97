package io.stimloop.export.report;

import java.util.Locale;

/** Numbers as people read them. */
final class Figures {
    private static final int DIGITS = 4;

    private Figures() {}

    /** Four significant digits; a dash where there is no number. */
    static String of(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e6)) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        int before = size < 1 ? 1 : (int) Math.floor(Math.log10(size)) + 1;
        String text = String.format(Locale.ROOT, "%." + Math.max(0, DIGITS - before) + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** In milliseconds, of seconds. */
    static String ms(double seconds) {
        return of(seconds * 1e3) + " ms";
    }

    /** Of an amount of time, in seconds. */
    static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 120) {
            return of(seconds) + " s";
        }
        return whole < 7200
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    /** A part of a whole. */
    static String share(long part, long whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
    }
}
