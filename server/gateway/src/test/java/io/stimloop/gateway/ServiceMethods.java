package io.stimloop.gateway;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import java.util.List;
import java.util.stream.Stream;

/** Every method of every service that a server of this project can offer. */
public final class ServiceMethods {
    private ServiceMethods() {}

    /** All of them: those of the wire contract, however many services it comes to have, health and reflection. */
    public static List<MethodDescriptor<?, ?>> all() {
        Stream<ServiceDescriptor> contract = new ClassFileImporter()
                .withImportOption(location -> location.contains("Grpc.class"))
                .importPackages("io.stimloop.v1").stream()
                .filter(type -> type.getSimpleName().endsWith("Grpc")).map(ServiceMethods::service);
        return Stream
                .concat(contract, Stream.of(HealthGrpc.getServiceDescriptor(),
                        ServerReflectionGrpc.getServiceDescriptor()))
                .<MethodDescriptor<?, ?>>flatMap(service -> service.getMethods().stream()).toList();
    }

    private static ServiceDescriptor service(JavaClass type) {
        try {
            return (ServiceDescriptor) type.reflect().getMethod("getServiceDescriptor").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }
}
