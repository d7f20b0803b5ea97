/**
 * What a planner is asked and what it answers. The one shape that exhaustive search, designs, lookahead
 * and learned policies share. Not here: any of them ({@code planning.search}, {@code planning.design}).
 */
@NullMarked
package io.stimloop.planning.decision;

import org.jspecify.annotations.NullMarked;
