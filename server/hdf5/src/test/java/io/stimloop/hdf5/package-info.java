/** Tests of the writer. */
@NullMarked
package io.stimloop.hdf5;

import org.jspecify.annotations.NullMarked;
