/** The sessions of the New York exchanges: holidays, unscheduled closures, half days. */
@NullMarked
package io.strikewire.calendar;

import org.jspecify.annotations.NullMarked;
