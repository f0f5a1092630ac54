/** The schema: forward-only migrations under {@code db/migration}, and what runs them. */
@NullMarked
package io.strikewire.db;

import org.jspecify.annotations.NullMarked;
