/**
 * From the experiment spec of the wire and of files to the domain: every rule a spec must obey, every
 * default, and the immutable {@link io.stimloop.control.spec.ResolvedSpec} that the rest of the server
 * works with. Checking and building are one pass, so that what was accepted is what is run. Not here:
 * files and their positions (gateway), the measured floor of deadlines, and experiments themselves.
 */
@NullMarked
package io.stimloop.control.spec;

import org.jspecify.annotations.NullMarked;
