/**
 * Choices among alternatives by a multinomial logistic model with lapses, and a normal belief about its weights. Not
 * here: its particle belief ({@code inference.particle}) and what points predict ({@code inference.points}).
 */
@NullMarked
package io.stimloop.inference.multinomial;

import org.jspecify.annotations.NullMarked;
