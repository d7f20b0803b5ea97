/**
 * Neurons that answer with what was really recorded. Reading a recording from CSV with errors that name
 * the line and the column, selecting one neuron's repeats from it, and drawing from them without
 * replacement. Not here: any model of the neuron, and the recordings themselves.
 */
@NullMarked
package io.stimloop.rig.neurons.recorded;

import org.jspecify.annotations.NullMarked;
