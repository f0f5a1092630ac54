/** Storing deliveries, each once, in PostgreSQL. */
@NullMarked
package io.strikewire.intake.jdbc;

import org.jspecify.annotations.NullMarked;
