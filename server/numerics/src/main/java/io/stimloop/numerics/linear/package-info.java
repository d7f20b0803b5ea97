/**
 * Linear algebra of the size that a trial needs: triangles that grow by a row at a time. Not here: sums and products
 * of arrays ({@code numerics.kernel}).
 */
@NullMarked
package io.stimloop.numerics.linear;

import org.jspecify.annotations.NullMarked;
