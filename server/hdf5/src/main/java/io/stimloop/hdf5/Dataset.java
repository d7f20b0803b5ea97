package io.stimloop.hdf5;

import java.io.IOException;

/** An array. Not thread safe. */
public final class Dataset extends Node {
    private static final int FILL_VERSION = 3;
    private static final int LATE = 2;
    private static final int INCREMENTAL = 3;
    private static final int FILLED_IF_SET = 2 << 2;

    private final Datatype type;
    private Dataspace space = Dataspace.of(0);
    private Layout layout = Layout.NONE;

    Dataset(Hdf5File file, Datatype type) {
        super(file.strings());
        this.type = type;
    }

    /** One whose elements are all there. */
    static Dataset whole(Hdf5File file, Datatype type, Dataspace space, Bytes elements) throws IOException {
        Dataset dataset = new Dataset(file, type);
        long address = elements.size() == 0
                ? Bytes.NOWHERE
                : file.storage().append(elements.array(), elements.size());
        dataset.is(space, new Layout.Contiguous(address, elements.size()));
        return dataset;
    }

    /** Says what came of it. */
    void is(Dataspace known, Layout laid) {
        space = known;
        layout = laid;
    }

    @Override
    void describe(ObjectHeader header) {
        boolean chunked = layout instanceof Layout.Chunked;
        header.add(ObjectHeader.DATASPACE, space::describe).add(ObjectHeader.DATATYPE, type::describe)
                .add(ObjectHeader.FILL_VALUE,
                        out -> out.u8(FILL_VERSION).u8((chunked ? INCREMENTAL : LATE) | FILLED_IF_SET))
                .add(ObjectHeader.LAYOUT, layout::describe);
        if (chunked) {
            header.add(ObjectHeader.FILTERS, Layout.Chunked::describeFilters);
        }
    }
}
