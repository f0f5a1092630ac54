/** Keeps reported market contexts in the database and finds the newest. */
@NullMarked
package io.strikewire.context.jpa;

import org.jspecify.annotations.NullMarked;
