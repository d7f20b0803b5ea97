/**
 * An experiment as lines of text, with a header that says what each column is and in which unit: CSV and JSON lines. For
 * people and tools without HDF5. Not here: where the values come from.
 */
@NullMarked
package io.stimloop.export.text;

import org.jspecify.annotations.NullMarked;
