package io.stimloop.gateway.draft;

import java.util.Locale;

/** What is to be learned. */
public enum Kind {
    /** Spike counts over a dimension that wraps around, by a curve with one bump. */
    TUNING("spike counts of a neuron over a direction or another angle: its tuning curve", "direction", "deg",
            0,
            360, 12),
    /** Spike counts over a dimension that does not, whatever the shape. */
    MAP("spike counts of a neuron over a size, a frequency, a place: any smooth curve", "size", "deg", 1, 20,
            20),
    /** Right or wrong answers over a strength. */
    CHOICE("right or wrong answers of an animal over a strength: its threshold", "contrast", "dB", -40, 0,
            41);

    private final String question;
    private final String dimension;
    private final String unit;
    private final double from;
    private final double to;
    private final int count;

    Kind(String question, String dimension, String unit, double from, double to, int count) {
        this.question = question;
        this.dimension = dimension;
        this.unit = unit;
        this.from = from;
        this.to = to;
        this.count = count;
    }

    /** For people. */
    public String question() {
        return question;
    }

    /** As it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the dimension wraps around. */
    public boolean periodic() {
        return this == TUNING;
    }

    /** The dimension when nothing else is said. */
    public Dimension usual() {
        return new Dimension(dimension, unit, from, to, count);
    }
}
