package io.stimloop.control.safety;

/** A refusal in words. */
public final class RefusalWords {
    private RefusalWords() {}

    /**
     * As in {@code the power: 12 mW, at most 10 mW (TARGET_POWER)}.
     *
     * @param value in the unit of the rule
     * @param limit likewise
     */
    public static String of(Rule rule, double value, double limit) {
        String bound = value < limit ? "at least" : "at most";
        return rule.subject() + ": " + number(value, rule) + ", " + bound + " " + number(limit, rule) + " ("
                + rule + ")";
    }

    private static String number(double value, Rule rule) {
        float shown = (float) value;
        String digits = shown == Math.rint(shown) && Math.abs(shown) < 1e7
                ? Long.toString((long) shown)
                : Float.toString(shown);
        return rule.unit().isEmpty() ? digits : digits + " " + rule.unit();
    }
}
