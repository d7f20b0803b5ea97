/**
 * Whether the README tells the truth: its Python, its YAML, its commands and the files it names are taken
 * from it and tried. Python rigs that another test needs are here too; what the server does is tested where
 * it is done.
 */
@NullMarked
package io.stimloop.readme;

import org.jspecify.annotations.NullMarked;
