package io.stimloop.gateway.rpc;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.stimloop.control.experiment.Refused;
import io.stimloop.control.spec.Violation;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where what went wrong becomes a gRPC status. */
final class StatusMapper {
    private static final Logger LOG = LoggerFactory.getLogger(StatusMapper.class);

    private StatusMapper() {}

    /** The status of a refusal or of an error of our own; the latter is logged here. */
    static StatusRuntimeException toStatus(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (cause instanceof Refused refused) {
            return refusal(refused);
        }
        if (cause instanceof RejectedExecutionException) {
            return refusal(Refused.of(Refused.Kind.EXHAUSTED,
                    "the server has too many requests waiting; ask again later"));
        }
        LOG.error("internal error while answering a request", cause);
        return io.grpc.Status.INTERNAL.withDescription("internal error; the server's log has the details")
                .asRuntimeException();
    }

    /** Whether asking again later may succeed. */
    static boolean busy(Throwable failure) {
        return toStatus(failure).getStatus().getCode() == io.grpc.Status.Code.RESOURCE_EXHAUSTED;
    }

    private static StatusRuntimeException refusal(Refused refused) {
        Status.Builder status = Status.newBuilder().setCode(code(refused.kind()).getNumber())
                .setMessage(String.valueOf(refused.getMessage()));
        if (!refused.violations().isEmpty()) {
            status.addDetails(Any.pack(badRequest(refused.violations())));
        }
        return StatusProto.toStatusRuntimeException(status.build());
    }

    private static BadRequest badRequest(List<Violation> violations) {
        BadRequest.Builder details = BadRequest.newBuilder();
        for (Violation violation : violations) {
            details.addFieldViolationsBuilder().setField(violation.field())
                    .setDescription(violation.description());
        }
        return details.build();
    }

    private static Code code(Refused.Kind kind) {
        return switch (kind) {
            case INVALID -> Code.INVALID_ARGUMENT;
            case STATE -> Code.FAILED_PRECONDITION;
            case TAKEN -> Code.ALREADY_EXISTS;
            case UNKNOWN -> Code.NOT_FOUND;
            case EXHAUSTED -> Code.RESOURCE_EXHAUSTED;
        };
    }
}
