/**
 * Whether the house still stands as it was drawn: which package may know which. Sees every module.
 */
@NullMarked
package io.stimloop.architecture;

import org.jspecify.annotations.NullMarked;
