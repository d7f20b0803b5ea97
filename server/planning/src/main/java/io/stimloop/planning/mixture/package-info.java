/**
 * Planners made of planners: designs first and a share of them later, around a search; mixtures and schedules of any. Not here: the search and the
 * designs themselves ({@code planning.search}, {@code planning.design}).
 */
@NullMarked
package io.stimloop.planning.mixture;

import org.jspecify.annotations.NullMarked;
