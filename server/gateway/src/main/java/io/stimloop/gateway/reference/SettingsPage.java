package io.stimloop.gateway.reference;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.grpc.protobuf.ProtoServiceDescriptorSupplier;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.RigServiceGrpc;
import io.stimloop.v1.SafetyLimits;
import io.stimloop.v1.SafetyServiceGrpc;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reference of all settings and calls as Markdown, made from the wire contract. */
public final class SettingsPage {
    private static final String OURS = "stimloop";

    private final Map<FileDescriptor, ProtoComments> files = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private SettingsPage() {}

    /** The page. */
    public static String text() {
        SettingsPage page = new SettingsPage();
        page.out.append(
                """
                        # Every setting and every call

                        Made by `./stimloop config reference` from the comments in `proto/stimloop/v1`, and held to them by a test.
                        Names are those of files (lowerCamelCase); numbers without a unit are bare.
                        """);
        page.messages("Experiment files", ExperimentSpec.getDescriptor());
        page.messages("Limits files", SafetyLimits.getDescriptor());
        page.out.append("\n## Calls, and what their errors mean\n");
        Stream.of(RigServiceGrpc.getServiceDescriptor(), ExperimentServiceGrpc.getServiceDescriptor(),
                SafetyServiceGrpc.getServiceDescriptor()).map(SettingsPage::described).forEach(page::calls);
        return page.out.toString();
    }

    /** A message and all that it is made of, the nearest first. */
    private void messages(String title, Descriptor root) {
        out.append("\n## ").append(title).append('\n');
        Set<GenericDescriptor> seen = new LinkedHashSet<>(List.of(root));
        Deque<GenericDescriptor> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            GenericDescriptor type = next.removeFirst();
            heading(type);
            if (type instanceof Descriptor message) {
                for (FieldDescriptor field : message.getFields()) {
                    item(field.getJsonName(), " (" + type(field) + ")", field);
                    GenericDescriptor of = madeOf(field);
                    if (of != null && seen.add(of)) {
                        next.addLast(of);
                    }
                }
            } else if (type instanceof EnumDescriptor values) {
                values.getValues().stream().filter(value -> value.getNumber() != 0)
                        .forEach(value -> item(value.getName(), "", value));
            }
        }
    }

    private static ServiceDescriptor described(io.grpc.ServiceDescriptor service) {
        if (service.getSchemaDescriptor() instanceof ProtoServiceDescriptorSupplier supplier) {
            return supplier.getServiceDescriptor();
        }
        throw new IllegalStateException(service.getName());
    }

    private void calls(ServiceDescriptor service) {
        heading(service);
        service.getMethods().forEach(method -> {
            out.append("**`").append(method.getName()).append("`** ").append(method.getInputType().getName())
                    .append(" → ").append(method.isServerStreaming() ? "stream of " : "")
                    .append(method.getOutputType().getName()).append("\n\n");
            String comment = comment(method, method.getFullName());
            if (!comment.isEmpty()) {
                out.append("```text\n").append(comment).append("\n```\n\n");
            }
        });
    }

    private void heading(GenericDescriptor type) {
        out.append("\n### ").append(type.getName()).append("\n\n");
        String comment = comment(type, type.getFullName());
        if (!comment.isEmpty()) {
            out.append("```text\n").append(comment).append("\n```\n\n");
        }
    }

    private void item(String name, String type, GenericDescriptor of) {
        // A value of an enum is a sibling of the enum in its full name, and below it in the file.
        String full = of instanceof EnumValueDescriptor value
                ? value.getType().getFullName() + "." + value.getName()
                : of.getFullName();
        String comment = comment(of, full).replace('\n', ' ');
        out.append("- `").append(name).append('`').append(type).append(comment.isEmpty() ? "" : ": ")
                .append(comment).append('\n');
    }

    private String comment(GenericDescriptor of, String fullName) {
        return files.computeIfAbsent(of.getFile(), ProtoComments::of).of(fullName);
    }

    private static @Nullable GenericDescriptor madeOf(FieldDescriptor field) {
        FieldDescriptor value = field.isMapField()
                ? field.getMessageType().findFieldByName("value")
                : field;
        GenericDescriptor of = switch (value.getJavaType()) {
            case MESSAGE -> value.getMessageType();
            case ENUM -> value.getEnumType();
            default -> null;
        };
        return of != null && of.getFile().getPackage().startsWith(OURS) ? of : null;
    }

    private static String type(FieldDescriptor field) {
        if (field.isMapField()) {
            return "map of names to " + type(field.getMessageType().findFieldByName("value"));
        }
        GenericDescriptor of = madeOf(field);
        String one = of != null
                ? of.getName()
                : field.getJavaType() == JavaType.MESSAGE
                        ? field.getMessageType().getName().toLowerCase(Locale.ROOT)
                        : plain(field.getJavaType());
        return field.isRepeated() ? "list of " + one : one;
    }

    private static String plain(JavaType type) {
        return switch (type) {
            case INT, LONG -> "whole number";
            case FLOAT, DOUBLE -> "number";
            case BOOLEAN -> "true or false";
            default -> "text";
        };
    }
}
