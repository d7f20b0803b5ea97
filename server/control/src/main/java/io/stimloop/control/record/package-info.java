/**
 * What of an experiment's life goes into its journal, and how its rigs hear that it is there. Not here: how a journal lies
 * on the disk, and how an experiment is built anew from one.
 */
@NullMarked
package io.stimloop.control.record;

import org.jspecify.annotations.NullMarked;
