package io.stimloop.rig.client;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.stream.Collectors;

/** The server refused what the rig said; trying again would be refused again. */
public final class RigRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Status.Code code;
    private final transient List<FieldFault> faults;

    /**
     * A fault of one field of a message.
     *
     * @param field       as in "outcome.counts[0]"
     * @param description what is wrong and what would be right
     */
    public record FieldFault(String field, String description) {
        @Override
        public String toString() {
            return field + ": " + description;
        }
    }

    private RigRefusedException(Status status, List<FieldFault> faults, Throwable cause) {
        super(message(status, faults), cause);
        this.code = status.getCode();
        this.faults = faults;
    }

    static RigRefusedException of(Throwable error) {
        return new RigRefusedException(Status.fromThrowable(error), faults(error), error);
    }

    /** The gRPC status: INVALID_ARGUMENT, NOT_FOUND, FAILED_PRECONDITION, ALREADY_EXISTS, ... */
    public Status.Code code() {
        return code;
    }

    /** What the server found wrong, field by field; may be empty. */
    public List<FieldFault> faults() {
        return faults;
    }

    private static String message(Status status, List<FieldFault> faults) {
        String text = status.getCode() + ": " + status.getDescription();
        return faults.isEmpty()
                ? text
                : text + faults.stream().map(fault -> "\n  " + fault).collect(Collectors.joining());
    }

    private static List<FieldFault> faults(Throwable error) {
        com.google.rpc.Status status = StatusProto.fromThrowable(error);
        return status == null
                ? List.of()
                : status.getDetailsList().stream().filter(detail -> detail.is(BadRequest.class))
                        .flatMap(detail -> unpacked(detail).getFieldViolationsList().stream())
                        .map(violation -> new FieldFault(violation.getField(), violation.getDescription()))
                        .toList();
    }

    private static BadRequest unpacked(com.google.protobuf.Any detail) {
        try {
            return detail.unpack(BadRequest.class);
        } catch (InvalidProtocolBufferException e) {
            // The refusal itself matters more than details that cannot be read.
            return BadRequest.getDefaultInstance();
        }
    }
}
