/**
 * An experiment as a page for people: what was asked, what was learned, how well the loop kept time. One HTML file without
 * a script that needs nothing else. Not here: figures of a running experiment, which are the page's.
 */
@NullMarked
package io.stimloop.export.report;

import org.jspecify.annotations.NullMarked;
