/**
 * What a belief is to those who use it: how it learns, what may be asked of it, and where beliefs come from. The
 * forms themselves are rooms of their own ({@code inference.grid} and its neighbours). Not here: what makes a
 * stimulus useful ({@code inference.objective}), and any clock, thread or file.
 */
@NullMarked
package io.stimloop.inference.belief;

import org.jspecify.annotations.NullMarked;
