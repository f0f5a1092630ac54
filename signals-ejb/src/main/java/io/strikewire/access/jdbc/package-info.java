/** The keys that are stored. */
@NullMarked
package io.strikewire.access.jdbc;

import org.jspecify.annotations.NullMarked;
