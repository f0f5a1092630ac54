/** What all stages share about the database, in plain Java. */
@NullMarked
package io.strikewire.pipeline.jdbc;

import org.jspecify.annotations.NullMarked;
