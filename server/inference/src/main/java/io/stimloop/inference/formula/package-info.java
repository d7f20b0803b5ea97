/**
 * Response models that a spec writes down as formulas: the language, read once with faults that point at the column,
 * and its evaluation over many parameter values at a time. Not here: what is believed about the parameters, and
 * where the formulas come from ({@code inference.points}, {@code inference.particle}, {@code control.spec}).
 */
@NullMarked
package io.stimloop.inference.formula;

import org.jspecify.annotations.NullMarked;
