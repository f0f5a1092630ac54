/**
 * How many rows go into one statement, and what a failure of the database means: try again, or give
 * the row up.
 */
@NullMarked
package io.strikewire.pipeline.jdbc;

import org.jspecify.annotations.NullMarked;
