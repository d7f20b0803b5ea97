/**
 * What is believed about the parameters, and what that predicts. Beliefs, their summaries and the
 * predictive distribution of the response that objectives read. Not here: what a response model is
 * ({@code inference.response}), what makes a stimulus useful ({@code inference.objective}), and any clock,
 * thread or file.
 */
@NullMarked
package io.stimloop.inference.belief;

import org.jspecify.annotations.NullMarked;
