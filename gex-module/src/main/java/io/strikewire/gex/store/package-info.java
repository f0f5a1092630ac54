/** Chains, quotes and gamma signals in PostgreSQL. */
@NullMarked
package io.strikewire.gex.store;

import org.jspecify.annotations.NullMarked;
