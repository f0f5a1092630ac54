/** What the runner reads and writes in PostgreSQL. */
@NullMarked
package io.strikewire.runner.jdbc;

import org.jspecify.annotations.NullMarked;
