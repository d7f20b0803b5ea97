package io.stimloop.hdf5;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A group of groups and datasets, by name. Not thread safe. */
public final class Group extends Node {
    private static final int HARD = 0;
    private static final int SOFT = 1;
    /** Version 1; type and character set are told, the length of a name has two bytes. */
    private static final int LINK_VERSION = 1;
    private static final int LINK_FLAGS = 1 << 4 | 1 << 3 | 1;
    private static final int UTF_8 = 1;
    /** Links stay in the header, whose order of search is good enough for some thousands. */
    private static final int MOST_COMPACT = 65_535;
    private static final int LEAST_DENSE = 65_534;

    private final Hdf5File file;
    private final Map<String, Consumer<Bytes>> links = new LinkedHashMap<>();

    Group(Hdf5File file) {
        super(file.strings());
        this.file = file;
    }

    /** A new group in it. */
    public Group group(String name) {
        return linked(name, new Group(file));
    }

    /** Another name for what is at a path, from the root or from here, whether it is there or not. */
    public Group soft(String name, String path) {
        byte[] utf8 = path.getBytes(StandardCharsets.UTF_8);
        return link(name, SOFT, out -> out.u16(utf8.length).bytes(utf8));
    }

    /** A text by itself. */
    public Dataset text(String name, String value) throws IOException {
        Bytes element = new Bytes(Datatype.STRING.size());
        strings().put(value, element);
        return whole(name, Datatype.STRING, Dataspace.scalar(), element);
    }

    /** A number of single precision by itself. */
    public Dataset number(String name, float value) throws IOException {
        return whole(name, Datatype.FLOAT32, Dataspace.scalar(),
                new Bytes(Float.BYTES).u32(Float.floatToIntBits(value)));
    }

    /** Texts, of a fixed number. */
    public Dataset texts(String name, List<String> values) throws IOException {
        Bytes elements = new Bytes(Datatype.STRING.size() * values.size());
        for (String value : values) {
            strings().put(value, elements);
        }
        return whole(name, Datatype.STRING, Dataspace.of(values.size()), elements);
    }

    private Dataset whole(String name, Datatype type, Dataspace space, Bytes elements) throws IOException {
        return linked(name, Dataset.whole(file, type, space, elements));
    }

    /**
     * Rows that come one after another, compressed, to which other programs may add more.
     *
     * @param row the shape of a row; left out: one element
     */
    public Rows rows(String name, Datatype type, int... row) {
        Rows rows = new Rows(file, type, row);
        linked(name, rows.dataset());
        return rows;
    }

    private <N extends Node> N linked(String name, N node) {
        link(name, HARD, out -> out.u64(node.address()));
        file.keep(node);
        return node;
    }

    private Group link(String name, int type, Consumer<Bytes> target) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        if (name.isEmpty() || name.equals(".") || name.indexOf('/') >= 0 || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name for a member of a group: it must not be"
                            + " empty, a dot, or hold a slash");
        }
        Consumer<Bytes> link = out -> {
            out.u8(LINK_VERSION).u8(LINK_FLAGS).u8(type).u8(UTF_8).u16(utf8.length).bytes(utf8);
            target.accept(out);
        };
        if (links.putIfAbsent(name, link) != null) {
            throw new IllegalArgumentException("there is a '" + name + "' in this group already");
        }
        return this;
    }

    @Override
    void describe(ObjectHeader header) {
        header.add(ObjectHeader.LINK_INFO, out -> out.u8(0).u8(0).u64(Bytes.NOWHERE).u64(Bytes.NOWHERE))
                .add(ObjectHeader.GROUP_INFO, out -> out.u8(0).u8(1).u16(MOST_COMPACT).u16(LEAST_DENSE));
        links.values().forEach(link -> header.add(ObjectHeader.LINK, link));
    }
}
