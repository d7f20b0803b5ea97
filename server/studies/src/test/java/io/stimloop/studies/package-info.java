/** Tests of the studies. */
@NullMarked
package io.stimloop.studies;

import org.jspecify.annotations.NullMarked;
