/**
 * Writes HDF5 files that HDF5 1.8 and newer read and may go on editing: groups, datasets, attributes, strings, booleans,
 * object references and soft links. The numbers in here are those of the HDF5 File Format Specification, version 3.0. Not
 * here: reading, and what files are for.
 */
@NullMarked
package io.stimloop.hdf5;

import org.jspecify.annotations.NullMarked;
