/**
 * Planners that look at the responses or draw from the belief instead of scoring candidates by an objective: staircases,
 * Thompson sampling. Learned policies belong here. Not here: designs, which look at nothing ({@code planning.design}),
 * and searches.
 */
@NullMarked
package io.stimloop.planning.policy;

import org.jspecify.annotations.NullMarked;
