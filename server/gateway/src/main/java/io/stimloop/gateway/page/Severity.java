package io.stimloop.gateway.page;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much an event matters to an operator. */
enum Severity {
    /** It is as it should be. */
    @JsonProperty("info")
    INFO,
    /** Look at it when there is time. */
    @JsonProperty("warning")
    WARNING,
    /** Look at it now. */
    @JsonProperty("alarm")
    ALARM
}
