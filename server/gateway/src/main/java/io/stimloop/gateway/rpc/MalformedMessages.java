package io.stimloop.gateway.rpc;

import io.grpc.BindableService;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client whose bytes are no message of the contract just that. Without it gRPC answers UNKNOWN, as
 * if the fault were the server's.
 */
public final class MalformedMessages {
    private MalformedMessages() {}

    /** The service, refusing malformed requests with INVALID_ARGUMENT. */
    public static ServerServiceDefinition refusedBy(BindableService service) {
        ServerServiceDefinition plain = service.bindService();
        List<ServerMethodDefinition<?, ?>> methods = new ArrayList<>();
        plain.getMethods().forEach(method -> methods.add(refusing(method)));
        ServiceDescriptor.Builder descriptor = ServiceDescriptor
                .newBuilder(plain.getServiceDescriptor().getName())
                .setSchemaDescriptor(plain.getServiceDescriptor().getSchemaDescriptor());
        methods.forEach(method -> descriptor.addMethod(method.getMethodDescriptor()));
        ServerServiceDefinition.Builder wrapped = ServerServiceDefinition.builder(descriptor.build());
        methods.forEach(wrapped::addMethod);
        return wrapped.build();
    }

    private static <Q, R> ServerMethodDefinition<Q, R> refusing(ServerMethodDefinition<Q, R> method) {
        return ServerMethodDefinition.create(lenient(method.getMethodDescriptor()),
                refusing(method.getServerCallHandler()));
    }

    private static <Q, R> MethodDescriptor<Q, R> lenient(MethodDescriptor<Q, R> method) {
        return method.toBuilder().setRequestMarshaller(new NullWhenMalformed<>(method.getRequestMarshaller()))
                .build();
    }

    private static <Q, R> ServerCallHandler<Q, R> refusing(ServerCallHandler<Q, R> handler) {
        return (call, headers) -> new RefusingListener<>(call, handler, headers);
    }

    /** Parses to null what cannot be parsed, because an exception here is turned into UNKNOWN. */
    private record NullWhenMalformed<T>(Marshaller<T> plain) implements Marshaller<T> {
        @Override
        public InputStream stream(T value) {
            return plain.stream(value);
        }

        @Override
        @SuppressWarnings("NullAway")
        public @Nullable T parse(InputStream bytes) {
            try {
                return plain.parse(bytes);
            } catch (StatusRuntimeException malformed) {
                return null;
            }
        }
    }

    private static final class RefusingListener<Q, R> extends SimpleForwardingServerCallListener<Q> {
        private final ServerCall<Q, R> call;
        private boolean refused;

        RefusingListener(ServerCall<Q, R> call, ServerCallHandler<Q, R> handler, Metadata headers) {
            super(handler.startCall(call, headers));
            this.call = call;
        }

        @Override
        public void onMessage(@Nullable Q message) {
            if (message != null && !refused) {
                super.onMessage(message);
            } else if (!refused) {
                refused = true;
                call.close(
                        Status.INVALID_ARGUMENT.withDescription("the message is malformed: its bytes are no "
                                + call.getMethodDescriptor().getFullMethodName() + " request"),
                        new Metadata());
                super.onCancel();
            }
        }

        @Override
        public void onHalfClose() {
            if (!refused) {
                super.onHalfClose();
            }
        }
    }
}
