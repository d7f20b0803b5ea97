package io.stimloop.control.spec;

import com.google.protobuf.ProtocolMessageEnum;
import java.util.Arrays;
import java.util.Optional;

/** Values of enums that the sender left out or that this server does not know. */
final class Enums {
    private Enums() {}

    /**
     * The value sent. One that this server does not know is reported.
     *
     * @param value  as sent, possibly UNRECOGNIZED
     * @param number as sent; 0 where it was left out
     * @return empty where it was left out or is unknown
     */
    static <E extends Enum<E> & ProtocolMessageEnum> Optional<E> read(E value, int number, Faults at) {
        boolean known = !value.name().equals("UNRECOGNIZED");
        at.require(known, number + " is no value: use " + names(value));
        return known && number != 0 ? Optional.of(value) : Optional.empty();
    }

    /** The names to choose from: "LINEAR or LOG". */
    static <E extends Enum<E> & ProtocolMessageEnum> String names(E any) {
        return Wording.either(Arrays.stream(any.getDeclaringClass().getEnumConstants()).map(Enum::name)
                .filter(name -> !name.equals("UNRECOGNIZED") && !name.endsWith("_UNSPECIFIED")).toList());
    }
}
