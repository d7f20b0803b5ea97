package io.stimloop.checks.fuzz;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.SplittableRandom;

/** Changes messages of any type field by field, so that most of each stays right and the change is reached. */
final class MessageMutator {
    private static final int MOST_CHANGES = 4;
    private static final int DEEPEST = 12;
    private static final int LONGEST = 300;
    private static final double[] NUMBERS = {0, -0.0, 1, -1, 0.5, 1e-300, 1e300, -1e300, Double.MIN_VALUE,
            Double.MAX_VALUE, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e9, 1e-9};
    private static final long[] INTEGERS = {0, 1, -1, 2, 3, 100, 65_536, 1_000_000, Integer.MAX_VALUE,
            Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE};
    private static final String[] TEXTS = {"", " ", "x", "../..", "\u0000", "\ud83d\udc00", "a".repeat(70),
            "%s%n",
            "x + (", "exp(exp(exp(x)))", "1/0", "-", "{", "0.05s", "NaN"};

    private final SplittableRandom random;

    MessageMutator(SplittableRandom random) {
        this.random = random;
    }

    /** The same message with one to four changes somewhere in it. */
    Message mutated(Message message) {
        Message.Builder builder = message.toBuilder();
        int changes = random.nextInt(1, MOST_CHANGES + 1);
        for (int i = 0; i < changes; i++) {
            change(builder, 0);
        }
        return builder.build();
    }

    private void change(Message.Builder message, int depth) {
        List<FieldDescriptor> set = List.copyOf(message.getAllFields().keySet());
        List<FieldDescriptor> all = message.getDescriptorForType().getFields();
        if (all.isEmpty()) {
            return;
        }
        // Mostly a field that is there, so that the change is deep.
        FieldDescriptor field = !set.isEmpty() && random.nextInt(4) > 0
                ? set.get(random.nextInt(set.size()))
                : all.get(random.nextInt(all.size()));
        if (field.isRepeated()) {
            changeList(message, field, depth);
        } else if (random.nextInt(8) == 0) {
            message.clearField(field);
        } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            Message.Builder part = ((Message) message.getField(field)).toBuilder();
            deeper(part, depth);
            message.setField(field, part.build());
        } else {
            message.setField(field, scalar(field));
        }
    }

    private void changeList(Message.Builder message, FieldDescriptor field, int depth) {
        int count = message.getRepeatedFieldCount(field);
        if (count == 0 || random.nextInt(3) == 0) {
            int more = random.nextInt(8) == 0 ? random.nextInt(LONGEST) : 1;
            for (int i = 0; i < more; i++) {
                message.addRepeatedField(field, element(message, field, depth));
            }
        } else if (random.nextInt(4) == 0) {
            message.clearField(field);
        } else {
            int at = random.nextInt(count);
            Object before = message.getRepeatedField(field, at);
            message.setRepeatedField(field, at,
                    before instanceof Message part ? changed(part, depth) : scalar(field));
        }
    }

    private Object element(Message.Builder message, FieldDescriptor field, int depth) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                ? changed(message.newBuilderForField(field).build(), depth)
                : scalar(field);
    }

    private Message changed(Message part, int depth) {
        Message.Builder builder = part.toBuilder();
        deeper(builder, depth);
        return builder.build();
    }

    private void deeper(Message.Builder part, int depth) {
        if (depth < DEEPEST) {
            change(part, depth + 1);
        }
    }

    private Object scalar(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case INT -> (int) integer();
            case LONG -> integer();
            case FLOAT -> (float) number();
            case DOUBLE -> number();
            case BOOLEAN -> random.nextBoolean();
            case STRING -> TEXTS[random.nextInt(TEXTS.length)];
            case BYTE_STRING -> ByteString.copyFromUtf8(TEXTS[random.nextInt(TEXTS.length)]);
            case ENUM -> value(field.getEnumType().getValues());
            case MESSAGE -> throw new IllegalArgumentException(field + " is no scalar");
        };
    }

    private long integer() {
        return random.nextBoolean() ? INTEGERS[random.nextInt(INTEGERS.length)] : random.nextInt(-20, 200);
    }

    private double number() {
        return random.nextBoolean() ? NUMBERS[random.nextInt(NUMBERS.length)] : random.nextDouble(-100, 400);
    }

    private EnumValueDescriptor value(List<EnumValueDescriptor> values) {
        return values.get(random.nextInt(values.size()));
    }
}
