/**
 * Patterns of light over many targets: which are allowed, and the search for the best of more than can be listed. Not
 * here: what a pattern is worth (objectives), and the door that checks commands once more (control).
 */
@NullMarked
package io.stimloop.planning.pattern;

import org.jspecify.annotations.NullMarked;
