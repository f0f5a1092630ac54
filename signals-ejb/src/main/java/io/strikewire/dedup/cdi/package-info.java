/** The de-duplication stage and its memory in PostgreSQL. */
@NullMarked
package io.strikewire.dedup.cdi;

import org.jspecify.annotations.NullMarked;
