/**
 * Which of many targets drive which neurons, found with light (Shababo, Paige, Pakman and Paninski 2013; Draelos and
 * Pearson 2020): sparse weights behind an opsin's saturating curve, and the normal belief about them. What generalised
 * linear models have in common is in {@code inference.glm}. Not here: what makes a stimulus useful
 * ({@code inference.objective}).
 */
@NullMarked
package io.stimloop.inference.optogenetic;

import org.jspecify.annotations.NullMarked;
