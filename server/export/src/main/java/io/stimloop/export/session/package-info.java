/**
 * An experiment as its journal tells it: trials, what was believed after them, and what else happened. Read in passes of
 * bounded memory, changing nothing and waiting for nobody. Not here: how it is written.
 */
@NullMarked
package io.stimloop.export.session;

import org.jspecify.annotations.NullMarked;
