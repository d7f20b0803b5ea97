/**
 * What the wire contract says about settings, read from the comments of its own files, so that no second text can drift
 * from it: the reference of all settings, and an experiment file with everything that was left out. Not here: reading
 * files.
 */
@NullMarked
package io.stimloop.gateway.reference;

import org.jspecify.annotations.NullMarked;
