package io.stimloop.control.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/**
 * How faults are worded: numbers as people write them, texts from outside shortened and made harmless for
 * a terminal or a log, and the name that was probably meant.
 */
public final class Wording {
    private static final int LONGEST_SHOWN = 64;

    private Wording() {}

    /** A number without needless digits: 10, 0.25, 1e-12. */
    public static String number(double value) {
        return value == StrictMath.rint(value) && Math.abs(value) < 1e9
                ? number((long) value)
                : Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }

    /** A whole number: 1500, 100,000. */
    public static String number(long value) {
        return Math.abs(value) < 10_000 ? Long.toString(value) : String.format(Locale.ROOT, "%,d", value);
    }

    /** A text from outside on one line: at most 64 characters of it, control characters replaced. */
    public static String plain(String text) {
        String start = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
        return start.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }

    /** {@link #plain} in quotation marks. */
    public static String quoted(String text) {
        return '"' + plain(text) + '"';
    }

    /** "a", "a or b", "a, b or c". */
    public static String either(Collection<String> names) {
        String list = String.join(", ", names);
        int last = list.lastIndexOf(", ");
        return last < 0 ? list : list.substring(0, last) + " or " + list.substring(last + 2);
    }

    /** "did you mean b?" where one of the names is near to what was written, else "known are a, b or c". */
    public static String suggestion(String written, Collection<String> names) {
        String nearest = nearest(written, names);
        return nearest.isEmpty() ? "known are " + either(names) : "did you mean " + nearest + "?";
    }

    /** The name that was probably meant: at most a third of its letters differ. Empty when none is near. */
    public static String nearest(String written, Collection<String> names) {
        if (written.length() > LONGEST_SHOWN) {
            return "";
        }
        return names.stream().filter(name -> 3 * distance(written, name) <= Math.max(3, name.length()))
                .min(Comparator.comparingInt(name -> distance(written, name))).orElse("");
    }

    /** Insertions, deletions, replacements and swaps of neighbours; capital letters and underscores aside. */
    private static int distance(String first, String second) {
        String a = folded(first);
        String b = folded(second);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, i, b, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, int i, String b, int j) {
        char last = a.charAt(i - 1);
        int replaced = cost[i - 1][j - 1] + (last == b.charAt(j - 1) ? 0 : 1);
        boolean swapped = i > 1 && j > 1 && last == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        int cheapest = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        return swapped ? Math.min(cheapest, cost[i - 2][j - 2] + 1) : cheapest;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }
}
