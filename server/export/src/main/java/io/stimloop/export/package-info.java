/**
 * What a scientist takes home: the commands that write an experiment's journal as files that other tools open, and as a
 * report for people. Nothing here is asked by a running experiment. Not here: the formats, which have a package each.
 */
@NullMarked
package io.stimloop.export;

import org.jspecify.annotations.NullMarked;
