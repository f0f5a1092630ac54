/** The route of one signal: every event, every fork, and the table that joins them. */
@NullMarked
package io.strikewire.event;

import org.jspecify.annotations.NullMarked;
