package io.stimloop.gateway.rpc;

import io.grpc.BindableService;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.KnownLength;
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
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a client whose bytes are no message of the contract, or too many, just that. Without it gRPC answers
 * UNKNOWN, as if the fault were the server's, or resets the stream without a word.
 */
public final class MalformedMessages {
    /** Bytes of the largest message that the contract allows. */
    public static final int MOST_BYTES = 1 << 20;

    private MalformedMessages() {}

    /** The service, refusing malformed requests with INVALID_ARGUMENT, too large ones RESOURCE_EXHAUSTED. */
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
        return method.toBuilder().setRequestMarshaller(new FaultInstead<>(method.getRequestMarshaller()))
                .build();
    }

    private static <Q, R> ServerCallHandler<Q, R> refusing(ServerCallHandler<Q, R> handler) {
        return (call, headers) -> new RefusingListener<>(call, handler, headers);
    }

    /** What is wrong with bytes that are no message; stands in for it on the way to the listener. */
    private record Fault(Status status) {}

    /** Parses to a fault what cannot be parsed, because an exception here is turned into UNKNOWN. */
    private record FaultInstead<T>(Marshaller<T> plain) implements Marshaller<T> {
        @Override
        public InputStream stream(T value) {
            return plain.stream(value);
        }

        @Override
        public T parse(InputStream bytes) {
            try {
                int size = bytes instanceof KnownLength ? bytes.available() : 0;
                return size > MOST_BYTES
                        ? inDisguise(Status.RESOURCE_EXHAUSTED.withDescription(
                                "the message has " + size + " bytes, more than " + MOST_BYTES + " bytes"))
                        : plain.parse(bytes);
            } catch (StatusRuntimeException | IOException malformed) {
                return inDisguise(Status.INVALID_ARGUMENT
                        .withDescription("the message is malformed: its bytes are no such message"));
            }
        }

        /** Nobody between here and {@link RefusingListener} looks at what a message is. */
        @SuppressWarnings("unchecked")
        private T inDisguise(Status status) {
            return (T) new Fault(status);
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
        public void onMessage(Q message) {
            if (message instanceof Fault(Status status)) {
                refuse(status);
            } else if (!refused) {
                super.onMessage(message);
            }
        }

        private void refuse(Status status) {
            if (!refused) {
                refused = true;
                // First, so that nobody sends on a call that is closed.
                super.onCancel();
                call.close(status, new Metadata());
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
