/**
 * An experiment as a file of Neurodata Without Borders (NWB 2), of its core types only. What a scientist's tools read they
 * find where the schema puts it. Not here: HDF5 itself ({@code io.stimloop.hdf5}).
 */
@NullMarked
package io.stimloop.export.nwb;

import org.jspecify.annotations.NullMarked;
