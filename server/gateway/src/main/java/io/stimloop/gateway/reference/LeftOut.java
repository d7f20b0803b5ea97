package io.stimloop.gateway.reference;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds where a field is left out, as its comment says. */
final class LeftOut {
    /** Up to a semicolon or a point before a space, neither of them in brackets. */
    private static final Pattern SENTENCE = Pattern
            .compile("[Ll]eft out[:,] ((?:\\([^)]*\\)|\\.(?=\\S)|[^.;(])*)");

    private LeftOut() {}

    /** The words after "Left out"; empty where nothing is said. */
    static Optional<String> in(String comment) {
        Matcher sentence = SENTENCE.matcher(comment);
        return sentence.find() ? Optional.of(sentence.group(1)) : Optional.empty();
    }
}
