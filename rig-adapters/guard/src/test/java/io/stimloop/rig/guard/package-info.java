/** Tests of the guard. */
@NullMarked
package io.stimloop.rig.guard;

import org.jspecify.annotations.NullMarked;
