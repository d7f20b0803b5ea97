package io.stimloop.checks;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a check came to.
 *
 * @param cases    tried
 * @param failures of these; 0 when the check passed
 * @param figures  what else there is to tell, in the order in which it is printed; each a number, a text, or a list or
 *                 map of them
 */
public record CheckResult(@JsonProperty long cases, @JsonProperty long failures,
        @JsonAnyGetter Map<String, Object> figures) {
    /** Without figures. */
    public CheckResult(long cases, long failures) {
        this(cases, failures, Map.of());
    }

    /** The same with one more figure at the end. */
    public CheckResult with(String name, Object figure) {
        Map<String, Object> more = new LinkedHashMap<>(figures);
        more.put(name, figure);
        return new CheckResult(cases, failures, more);
    }

    /** Whether nothing failed; a check that tried nothing has not passed. */
    public boolean passed() {
        return failures == 0 && cases > 0;
    }
}
