package io.stimloop.gateway.page;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;

/** The latest events of an experiment. Not thread safe. */
final class EventLog {
    private static final int MOST_EVENTS = 500;
    private static final int LONGEST_TEXT = 500;

    private final ArrayDeque<Event> events = new ArrayDeque<>();
    private long latest;

    /**
     * An event.
     *
     * @param n        counts from 1
     * @param at       by the wall clock
     * @param severity how much it matters
     * @param text     for people
     */
    record Event(long n, String at, Severity severity, String text) {}

    /**
     * What the page is told.
     *
     * @param events ascending
     */
    record Part(List<Event> events) {}

    void add(Severity severity, String text, long atMillis) {
        latest++;
        if (events.size() == MOST_EVENTS) {
            events.removeFirst();
        }
        String shown = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
        events.add(new Event(latest, Instant.ofEpochMilli(atMillis).toString(), severity, shown));
    }

    /** The number of the latest. */
    long latest() {
        return latest;
    }

    /** Those after this one, as far as they are kept. */
    Part after(long n) {
        return new Part(events.stream().filter(event -> event.n() > n).toList());
    }
}
