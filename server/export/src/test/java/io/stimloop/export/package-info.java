/** Tests of what is exported. */
@NullMarked
package io.stimloop.export;

import org.jspecify.annotations.NullMarked;
