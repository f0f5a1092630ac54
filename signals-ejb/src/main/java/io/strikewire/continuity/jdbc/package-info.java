/** Holds, last words and heartbeats in PostgreSQL. */
@NullMarked
package io.strikewire.continuity.jdbc;

import org.jspecify.annotations.NullMarked;
