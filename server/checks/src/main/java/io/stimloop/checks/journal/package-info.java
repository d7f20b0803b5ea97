/**
 * Shows that a journal gives back what was appended or says that it cannot: whatever byte is changed, whatever call of
 * the disk fails, whenever the power does. Not here: how the journal does it.
 */
@NullMarked
package io.stimloop.checks.journal;

import org.jspecify.annotations.NullMarked;
