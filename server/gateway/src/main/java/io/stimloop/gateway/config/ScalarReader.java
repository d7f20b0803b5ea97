package io.stimloop.gateway.config;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.stimloop.control.spec.Wording;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads single values: numbers, texts, truth values and enums, by the JSON mapping of protobuf. */
final class ScalarReader {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,9})?");
    private static final int LONGEST_NUMBER = 64;
    /** What YAML 1.1 read as truth values and YAML 1.2 reads as texts. */
    private static final Map<String, Boolean> OTHER_TRUTHS = Map.of("yes", true, "on", true, "no", false,
            "off",
            false);

    private ScalarReader() {}

    /**
     * Reads a value of the field's type.
     *
     * @return in the form that {@link com.google.protobuf.Message.Builder#setField} takes
     * @throws UnreadableException when the value is not of that type
     */
    static Object read(FieldDescriptor field, ScalarNode node) throws UnreadableException {
        return switch (field.getType()) {
            case DOUBLE -> floating(node);
            case UINT32, FIXED32 -> whole(node, BigInteger.ZERO, unsignedMax(32)).intValue();
            case UINT64, FIXED64 -> whole(node, BigInteger.ZERO, unsignedMax(64)).longValue();
            case INT32, SINT32, SFIXED32 -> whole(node, signedMin(32), signedMax(32)).intValue();
            case INT64, SINT64, SFIXED64 -> whole(node, signedMin(64), signedMax(64)).longValue();
            case BOOL -> truth(node);
            case STRING -> text(node);
            case ENUM -> constant(field.getEnumType(), node);
            default ->
                throw new IllegalStateException(field.getFullName() + " has a type that files cannot say");
        };
    }

    private static Double floating(ScalarNode node) throws UnreadableException {
        double value = number(node, "a number").doubleValue();
        if (Double.isInfinite(value)) {
            throw new UnreadableException(Wording.plain(node.getValue()) + " is too large for a number");
        }
        return value;
    }

    private static BigInteger whole(ScalarNode node, BigInteger min, BigInteger max)
            throws UnreadableException {
        BigDecimal value = number(node, "a whole number");
        if (value.compareTo(new BigDecimal(min)) < 0 || value.compareTo(new BigDecimal(max)) > 0) {
            throw new UnreadableException(
                    Wording.plain(node.getValue()) + " must be from " + min + " to " + max);
        }
        if (value.signum() != 0 && value.stripTrailingZeros().scale() > 0) {
            throw new UnreadableException(Wording.plain(node.getValue()) + " must be a whole number");
        }
        return value.toBigInteger();
    }

    private static BigDecimal number(ScalarNode node, String expected) throws UnreadableException {
        String value = node.getValue();
        if (value.length() > LONGEST_NUMBER || !NUMBER.matcher(value).matches()) {
            throw UnreadableException.expected(expected, node);
        }
        return new BigDecimal(value);
    }

    private static Boolean truth(ScalarNode node) throws UnreadableException {
        if (!node.getTag().equals(Tag.BOOL)) {
            throw new UnreadableException("must be true or false, is " + Wording.plain(node.getValue()),
                    OTHER_TRUTHS.get(node.getValue().toLowerCase(Locale.ROOT)));
        }
        return Boolean.parseBoolean(node.getValue());
    }

    private static String text(ScalarNode node) throws UnreadableException {
        if (!node.getTag().equals(Tag.STR)) {
            throw new UnreadableException(Wording.plain(node.getValue()) + " is no text here: write "
                    + Wording.quoted(node.getValue()), node.getValue());
        }
        return node.getValue();
    }

    private static EnumValueDescriptor constant(EnumDescriptor type, ScalarNode node)
            throws UnreadableException {
        List<String> names = type.getValues().stream().filter(value -> value.getNumber() != 0)
                .map(EnumValueDescriptor::getName).toList();
        if (!names.contains(node.getValue())) {
            throw new UnreadableException(
                    Wording.quoted(node.getValue()) + " is no value: use " + Wording.either(names),
                    type.findValueByName(Wording.nearest(node.getValue(), names)));
        }
        return type.findValueByName(node.getValue());
    }

    private static BigInteger unsignedMax(int bits) {
        return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    }

    private static BigInteger signedMax(int bits) {
        return unsignedMax(bits - 1);
    }

    private static BigInteger signedMin(int bits) {
        return BigInteger.ONE.shiftLeft(bits - 1).negate();
    }
}
