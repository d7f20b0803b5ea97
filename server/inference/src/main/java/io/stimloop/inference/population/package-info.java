/**
 * Populations: many units that answer one stimulus, each with a belief of its own of any form. One predictor's tables
 * serve all units that are asked the same. Not here: what is believed about a unit (the packages of the models) and
 * how much each unit counts ({@code inference.objective}).
 */
@NullMarked
package io.stimloop.inference.population;

import org.jspecify.annotations.NullMarked;
