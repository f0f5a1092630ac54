/** The audit log in PostgreSQL: linking what is noted, reading it, checking it. */
@NullMarked
package io.strikewire.audit.jdbc;

import org.jspecify.annotations.NullMarked;
