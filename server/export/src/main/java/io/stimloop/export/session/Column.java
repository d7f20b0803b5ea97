package io.stimloop.export.session;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Something that every trial has, for a table. */
public sealed interface Column {
    /** Of letters, digits and underscores. */
    String name();

    /** What it is, for people, with its unit and what stands where there is nothing. */
    String description();

    /** Of its numbers; empty where they have none. */
    default String unit() {
        return "";
    }

    /**
     * A number; NaN where there is none.
     *
     * @param value of a trial
     */
    record Amount(String name, String unit, String description,
            ToDoubleFunction<Trial> value) implements Column {}

    /**
     * A whole number.
     *
     * @param value of a trial
     */
    record Whole(String name, String description, ToLongFunction<Trial> value) implements Column {}

    /**
     * Yes or no.
     *
     * @param value of a trial
     */
    record Flag(String name, String description, Predicate<Trial> value) implements Column {}

    /**
     * A text.
     *
     * @param value of a trial
     */
    record Text(String name, String description, Function<Trial, String> value) implements Column {}

    /**
     * Several numbers.
     *
     * @param whole whether they are whole numbers, of which -1 says that there is none; else NaN says so
     * @param parts what each is of
     * @param value of a trial: as many, or fewer where the last do not exist
     */
    record Several(String name, String unit, String description, boolean whole, List<String> parts,
            Function<Trial, double[]> value) implements Column {
        /** Stands for a whole number that there is not. */
        public static final int NONE = -1;
    }
}
