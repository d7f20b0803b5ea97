package io.stimloop.gateway.page;

import io.grpc.Status;
import io.stimloop.gateway.http.Answer;
import java.util.Map;

/** What went wrong, as HTTP says it. */
final class Faults {
    private Faults() {}

    /** An answer that says what is wrong. */
    static Answer of(int status, String text) {
        return Answer.json(status, Json.bytes(Map.of("error", text)));
    }

    /** How a service refused. */
    static Answer of(Status refusal) {
        String text = refusal.getDescription() == null ? refusal.getCode().name() : refusal.getDescription();
        return of(switch (refusal.getCode()) {
            case INVALID_ARGUMENT -> 400;
            case PERMISSION_DENIED, UNAUTHENTICATED -> 403;
            case NOT_FOUND -> 404;
            case FAILED_PRECONDITION, ALREADY_EXISTS, ABORTED -> 409;
            case RESOURCE_EXHAUSTED, UNAVAILABLE -> 503;
            default -> 500;
        }, text);
    }
}
