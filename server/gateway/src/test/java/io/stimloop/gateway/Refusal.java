package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * What a client learns from an error.
 *
 * @param code        of the gRPC status
 * @param description of the gRPC status
 * @param fields      the descriptions of {@code google.rpc.BadRequest}, by their fields in their order
 */
record Refusal(Status.Code code, String description, Map<String, String> fields) {
    static Refusal of(Throwable failure) {
        Status status = Status.fromThrowable(failure);
        Map<String, String> fields = new LinkedHashMap<>();
        com.google.rpc.Status details = StatusProto.fromThrowable(failure);
        if (details != null) {
            details.getDetailsList().forEach(detail -> badRequest(detail).getFieldViolationsList()
                    .forEach(violation -> fields.put(violation.getField(), violation.getDescription())));
        }
        return new Refusal(status.getCode(), String.valueOf(status.getDescription()), fields);
    }

    /** Of a call that must fail. */
    static Refusal ofCall(Callable<?> call) {
        Throwable failure = catchThrowable(call::call);
        if (failure == null) {
            throw new AssertionError("the call was answered");
        }
        return of(failure);
    }

    private static BadRequest badRequest(Any detail) {
        try {
            return detail.unpack(BadRequest.class);
        } catch (InvalidProtocolBufferException other) {
            throw new AssertionError(detail.getTypeUrl(), other);
        }
    }
}
