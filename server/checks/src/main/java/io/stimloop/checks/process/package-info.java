/** Servers in processes of their own, for checks that end them. Not here: what is checked. */
@NullMarked
package io.stimloop.checks.process;

import org.jspecify.annotations.NullMarked;
