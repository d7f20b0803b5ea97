/**
 * Writes a first experiment file from a few answers, with comments that tell what else could stand there. Not here: who is
 * asked, and whether the file is right.
 */
@NullMarked
package io.stimloop.gateway.draft;

import org.jspecify.annotations.NullMarked;
