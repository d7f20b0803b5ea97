package io.stimloop.hdf5;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A group or a dataset: what attributes and references can be of. An attribute that is set again takes the place of the
 * earlier one. Not thread safe.
 */
public abstract sealed class Node permits Group, Dataset {
    private final StringHeap strings;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private long address = Bytes.NOWHERE;

    Node(StringHeap strings) {
        this.strings = strings;
    }

    /** A text. */
    public Node attribute(String name, String value) throws IOException {
        Bytes element = new Bytes(Datatype.STRING.size());
        strings.put(value, element);
        return set(name, Datatype.STRING, Dataspace.scalar(), element);
    }

    /** A list of texts. */
    public Node attribute(String name, List<String> values) throws IOException {
        Bytes elements = new Bytes(Datatype.STRING.size() * values.size());
        for (String value : values) {
            strings.put(value, elements);
        }
        return set(name, Datatype.STRING, Dataspace.of(values.size()), elements);
    }

    /** A whole number. */
    public Node attribute(String name, int value) {
        return set(name, Datatype.INT32, Dataspace.scalar(), new Bytes(Integer.BYTES).u32(value));
    }

    /** A number. */
    public Node attribute(String name, double value) {
        return set(name, Datatype.FLOAT64, Dataspace.scalar(),
                new Bytes(Double.BYTES).u64(Double.doubleToLongBits(value)));
    }

    /** A number of single precision. */
    public Node attribute(String name, float value) {
        return set(name, Datatype.FLOAT32, Dataspace.scalar(),
                new Bytes(Float.BYTES).u32(Float.floatToIntBits(value)));
    }

    /** Yes or no. */
    public Node attribute(String name, boolean value) {
        return set(name, Datatype.BOOLEAN, Dataspace.scalar(), new Bytes(1).u8(value ? 1 : 0));
    }

    /** Where another object of the same file is. */
    public Node attribute(String name, Node target) {
        attributes.put(name, new Attribute(name, Datatype.REFERENCE, Dataspace.scalar(),
                out -> out.u64(target.address())));
        return this;
    }

    private Node set(String name, Datatype type, Dataspace space, Bytes value) {
        byte[] bytes = value.copy();
        attributes.put(name, new Attribute(name, type, space, out -> out.bytes(bytes)));
        return this;
    }

    /** The string heap of its file. */
    StringHeap strings() {
        return strings;
    }

    /** Where its header is. */
    long address() {
        return address;
    }

    /** Gives its header, whose length is known by now, a place. */
    void place(Storage storage) throws IOException {
        address = storage.allocate(header().length);
    }

    /** Its header; once all objects have their places, the final one. */
    byte[] header() {
        ObjectHeader header = new ObjectHeader();
        describe(header);
        // Without it the library would not count the attributes before it adds another.
        header.add(ObjectHeader.ATTRIBUTE_INFO, out -> out.u8(0).u8(0).u64(Bytes.NOWHERE).u64(Bytes.NOWHERE));
        attributes.values().forEach(attribute -> header.add(ObjectHeader.ATTRIBUTE, attribute::describe));
        return header.bytes();
    }

    /** Adds the messages that make it what it is. */
    abstract void describe(ObjectHeader header);
}
